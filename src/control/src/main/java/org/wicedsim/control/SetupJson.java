package org.wicedsim.control;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.MacAddress;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.Endpoint;
import org.wicedsim.wiced.VirtualLan;

/// Records of a setup as JSON and back: of strings, numbers, enumerations, lists, maps, and the
/// values that are listed here.
public final class SetupJson {
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .registerTypeAdapter(Octets.class, text(Octets::toString, OctetsText::parse))
          .registerTypeAdapter(MacAddress.class, text(MacAddress::toString, MacAddress::parse))
          .registerTypeAdapter(Ipv4Address.class, text(Ipv4Address::toString, Ipv4Address::parse))
          .registerTypeAdapter(Endpoint.class, text(Endpoint::toString, SetupJson::endpoint))
          .registerTypeAdapter(Duration.class, text(Duration::toString, Duration::parse))
          .registerTypeAdapter(
              VirtualLan.class,
              text(
                  lan -> Integer.toString(lan.number()),
                  number -> VirtualLan.of(Integer.parseInt(number))))
          .registerTypeAdapter(
              InetSocketAddress.class, text(SetupJson::write, SetupJson::socketAddress))
          .registerTypeHierarchyAdapter(Path.class, text(Path::toString, Path::of))
          .create();

  private SetupJson() {}

  /// A record as one line of JSON.
  public static String write(Object setup) {
    return GSON.toJson(setup);
  }

  /// Reads what [#write(Object)] has written.
  ///
  /// @throws ControlException MALFORMED when the text is none of this type
  public static <T> T read(String text, Class<T> type) throws ControlException {
    try {
      return notNull(GSON.fromJson(text, type), type);
    } catch (RuntimeException _) {
      throw malformed(type);
    }
  }

  static <T> T read(JsonElement json, Class<T> type) throws ControlException {
    try {
      return notNull(GSON.fromJson(json, type), type);
    } catch (RuntimeException _) {
      throw malformed(type);
    }
  }

  /// Reads `198.51.100.14:50000`.
  static Endpoint endpoint(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("no port");
    }
    return new Endpoint(
        Ipv4Address.parse(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
  }

  /// An address that is known travels as such: the other process need not resolve its name again.
  private static String write(InetSocketAddress address) {
    String host =
        address.isUnresolved() ? address.getHostString() : address.getAddress().getHostAddress();
    return (address.isUnresolved() ? "?" : "") + host + ":" + address.getPort();
  }

  private static InetSocketAddress socketAddress(String text) {
    int colon = text.lastIndexOf(':');
    String host = text.substring(0, colon);
    int port = Integer.parseInt(text.substring(colon + 1));
    return host.startsWith("?")
        ? InetSocketAddress.createUnresolved(host.substring(1), port)
        : new InetSocketAddress(InetAddress.ofLiteral(host), port);
  }

  private static <T> TypeAdapter<T> text(Function<T, String> writer, Function<String, T> reader) {
    return new TypeAdapter<T>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        out.value(writer.apply(value));
      }

      @Override
      public T read(JsonReader in) throws IOException {
        return reader.apply(in.nextString());
      }
    }.nullSafe();
  }

  private static <T> T notNull(T value, Class<T> type) throws ControlException {
    if (value == null) {
      throw malformed(type);
    }
    return value;
  }

  /// Gson's own exception is left out: it shows what it was to read, secrets and all.
  private static ControlException malformed(Class<?> type) {
    return ControlException.malformed("this is no " + type.getSimpleName());
  }
}
