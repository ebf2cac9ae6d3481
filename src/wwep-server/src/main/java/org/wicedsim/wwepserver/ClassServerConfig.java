package org.wicedsim.wwepserver;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wwep.ConnectionMode;

/// What a [ClassServer] is started with.
///
/// @param addresses where to listen, at least one; every port is opened at each of them
/// @param plainPort the port for plain connections, 0 for any free one; null for none
/// @param tls the port and identity for TLS connections; null for none
/// @param mode how many requests a connection carries
/// @param limits every limit
/// @param store where registers are kept
/// @param transactions who is told of each transaction; null for nobody, which costs nothing
/// @param events who is told of everything else
public record ClassServerConfig(
    List<InetAddress> addresses,
    @Nullable Integer plainPort,
    @Nullable TlsSettings tls,
    ConnectionMode mode,
    ServerLimits limits,
    RegisterStore store,
    @Nullable TransactionListener transactions,
    Consumer<ServerEvent> events) {

  private static final int MAX_PORT = 65_535;

  /// Throws [IllegalArgumentException] where nothing would be listened to, or a port is out of
  /// range or given twice.
  public ClassServerConfig {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a class server needs an address to listen at");
    }
    if (plainPort == null && tls == null) {
      throw new IllegalArgumentException("a class server needs a plain port, a TLS port, or both");
    }
    if (plainPort != null) {
      checkPort(plainPort);
      if (tls != null && plainPort != 0 && plainPort == tls.port()) {
        throw new IllegalArgumentException(
            "port %d is given for plain and for TLS: choose two".formatted(plainPort));
      }
    }
  }

  static void checkPort(int port) {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port %d is outside 0 to %d".formatted(port, MAX_PORT));
    }
  }

  /// A builder that begins with 127.0.0.1, no port, one-shot mode, the default limits, registers in
  /// memory and no listeners.
  public static Builder builder() {
    return new Builder();
  }

  /// Puts a configuration together. Each method sets the component of [ClassServerConfig] that has
  /// its name.
  public static final class Builder {
    private List<InetAddress> addresses = List.of(InetAddress.ofLiteral("127.0.0.1"));
    private @Nullable Integer plainPort;
    private @Nullable TlsSettings tls;
    private ConnectionMode mode = ConnectionMode.ONE_SHOT;
    private ServerLimits limits = ServerLimits.defaults();
    private RegisterStore store = new MemoryRegisterStore();
    private @Nullable TransactionListener transactions;
    private Consumer<ServerEvent> events = _ -> {};

    private Builder() {}

    public Builder addresses(List<InetAddress> list) {
      addresses = list;
      return this;
    }

    public Builder plainPort(int port) {
      plainPort = port;
      return this;
    }

    public Builder tls(TlsSettings settings) {
      tls = settings;
      return this;
    }

    public Builder mode(ConnectionMode connectionMode) {
      mode = connectionMode;
      return this;
    }

    public Builder limits(ServerLimits serverLimits) {
      limits = serverLimits;
      return this;
    }

    public Builder store(RegisterStore registerStore) {
      store = registerStore;
      return this;
    }

    public Builder transactions(TransactionListener listener) {
      transactions = listener;
      return this;
    }

    public Builder events(Consumer<ServerEvent> listener) {
      events = listener;
      return this;
    }

    /// Makes the configuration. Throws [IllegalArgumentException] as [ClassServerConfig] says.
    public ClassServerConfig build() {
      return new ClassServerConfig(
          addresses, plainPort, tls, mode, limits, store, transactions, events);
    }
  }
}
