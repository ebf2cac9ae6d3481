package org.wicedsim.control;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.Endpoint;

/// The fields of one message. Those that nobody asks for are ignored, so that a newer simulator or
/// board process may say more. What a message holds is never part of an error: it may be a secret.
final class Fields {
  private static final TypeAdapter<JsonObject> OBJECTS = new Gson().getAdapter(JsonObject.class);

  private final JsonObject object;

  private Fields(JsonObject object) {
    this.object = object;
  }

  /// @throws ControlException MALFORMED when the line is not one JSON object
  static Fields of(String line) throws ControlException {
    try (JsonReader reader = new JsonReader(new StringReader(line))) {
      reader.setStrictness(Strictness.STRICT);
      JsonObject object = OBJECTS.read(reader);
      if (object == null || reader.peek() != JsonToken.END_DOCUMENT) {
        throw ControlException.malformed("more than one JSON object on a line");
      }
      return new Fields(object);
    } catch (ControlException e) {
      throw e;
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw new ControlException(
          ControlException.Kind.MALFORMED, "a line is not one JSON object", e);
    }
  }

  boolean has(String name) {
    return object.has(name);
  }

  String text(String name) throws ControlException {
    JsonElement value = value(name);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw wrong(name, "text");
    }
    return value.getAsString();
  }

  boolean flag(String name) throws ControlException {
    JsonElement value = value(name);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.getAsBoolean();
  }

  double real(String name) throws ControlException {
    return numeral(name).getAsDouble();
  }

  long number(String name) throws ControlException {
    try {
      return Long.parseLong(numeral(name).getAsString());
    } catch (NumberFormatException e) {
      throw wrong(name, "a whole number of 64 bits");
    }
  }

  int integer(String name) throws ControlException {
    long number = number(name);
    if (number != (int) number) {
      throw wrong(name, "a whole number of 32 bits");
    }
    return (int) number;
  }

  Octets octets(String name) throws ControlException {
    return parsed(name, "octets", OctetsText::parse);
  }

  Ipv4Address address(String name) throws ControlException {
    return parsed(name, "an IPv4 address", Ipv4Address::parse);
  }

  Endpoint endpoint(String name) throws ControlException {
    return parsed(name, "an address and a port", SetupJson::endpoint);
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) throws ControlException {
    String names =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    return parsed(name, "one of " + names, text -> Enum.valueOf(type, text));
  }

  List<String> texts(String name) throws ControlException {
    List<String> texts = new ArrayList<>();
    for (JsonElement item : array(name)) {
      if (!item.isJsonPrimitive() || !item.getAsJsonPrimitive().isString()) {
        throw wrong(name, "a list of texts");
      }
      texts.add(item.getAsString());
    }
    return texts;
  }

  List<Fields> objects(String name) throws ControlException {
    List<Fields> objects = new ArrayList<>();
    for (JsonElement item : array(name)) {
      if (!item.isJsonObject()) {
        throw wrong(name, "a list of objects");
      }
      objects.add(new Fields(item.getAsJsonObject()));
    }
    return objects;
  }

  /// A field of any type.
  JsonElement value(String name) throws ControlException {
    JsonElement value = object.get(name);
    if (value == null) {
      throw ControlException.malformed("the field '%s' is missing".formatted(name));
    }
    return value;
  }

  private JsonElement numeral(String name) throws ControlException {
    JsonElement value = value(name);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      throw wrong(name, "a number");
    }
    return value;
  }

  private Iterable<JsonElement> array(String name) throws ControlException {
    JsonElement value = value(name);
    if (!value.isJsonArray()) {
      throw wrong(name, "a list");
    }
    return value.getAsJsonArray();
  }

  private <T> T parsed(String name, String expected, Function<String, T> parser)
      throws ControlException {
    String text = text(name);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong(name, expected);
    }
  }

  private static ControlException wrong(String name, String expected) {
    return ControlException.malformed("the field '%s': expected %s".formatted(name, expected));
  }
}
