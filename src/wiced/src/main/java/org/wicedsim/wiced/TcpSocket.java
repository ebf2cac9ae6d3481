package org.wicedsim.wiced;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Ipv4Address;

/// A TCP socket (`wiced_tcp_socket_t`). Calls may come from any thread of the firmware, one at a
/// time, as on the SDK.
public final class TcpSocket {
  static final long BIND_TIMEOUT_MS = 3_000;
  static final long DISCONNECT_TIMEOUT_MS = 3_000;

  private static final int UNBOUND = -1;
  private static final int BIND_ATTEMPTS = 16;

  private final Sdk sdk;
  private final Network network;
  private final Tls tls;
  private final Ports ports;
  private final Interface on;
  private final Consumer<TcpSocket> forget;
  private final int number;

  private int port = UNBOUND;
  private @Nullable TlsContext tlsContext;
  private volatile @Nullable Connection connection;

  TcpSocket(
      Sdk sdk, Network network, Tls tls, Ports ports, Interface on, Consumer<TcpSocket> forget) {
    this.sdk = sdk;
    this.network = network;
    this.tls = tls;
    this.ports = ports;
    this.on = on;
    this.forget = forget;
    number = sdk.nextSocket();
  }

  /// Binds the socket to a local port (`wiced_tcp_bind`); only a client does.
  ///
  /// Whether the machine gives the port shows only when the socket connects; if not, another one is
  /// used then, and a diagnostic says so.
  ///
  /// @param port 1 to 65534, or [Tcp#ANY_PORT]
  /// @return SUCCESS; NOTUP without a network; ERROR when it is bound already; PORT_UNAVAILABLE
  ///   when another socket of the board keeps the port for 3 s
  /// @throws IllegalArgumentException when the port is out of range
  public WicedResult bind(int port) {
    if (port < Tcp.ANY_PORT || port >= LanSeat.PORT) {
      throw new IllegalArgumentException(
          "a local port is from 0 (any) to %d, not %d".formatted(LanSeat.PORT - 1, port));
    }
    return sdk.returned("wiced_tcp_bind", tryBind(port), this, port);
  }

  /// Seals the connections of this socket with TLS (`wiced_tcp_enable_tls`); the handshake follows
  /// inside [#connect(Ipv4Address, int, long)].
  public WicedResult enableTls(TlsContext context) {
    tlsContext = context;
    return sdk.returned("wiced_tcp_enable_tls", WicedResult.SUCCESS, this);
  }

  /// Connects to a server (`wiced_tcp_connect`); an unbound socket is bound to any port first.
  ///
  /// @param timeoutMs for the TCP connection; a TLS handshake has 20 s of its own
  /// @return SUCCESS; NOTUP without a network; SOCKET_CLOSED when the server refuses or does not
  ///   answer in time; ERROR when there is no way to the address, the socket is connected already,
  ///   or the TLS handshake fails. A diagnostic says which it was, and why.
  public WicedResult connect(Ipv4Address address, int port, long timeoutMs) {
    WicedResult result = tryConnect(new Endpoint(address, port), timeoutMs);
    return sdk.returned("wiced_tcp_connect", result, this, address, port, timeoutMs);
  }

  /// Ends the connection (`wiced_tcp_disconnect`): TLS says good-bye, FIN is sent, and the peer's
  /// FIN is awaited for 3 s. What was received and not read is lost.
  ///
  /// @return SUCCESS; NOTUP without a network; SOCKET_CLOSED when there was no connection, and then
  ///   nothing happens
  public WicedResult disconnect() {
    return sdk.returned("wiced_tcp_disconnect", tryDisconnect(), this);
  }

  /// Ends the connection if there is one, and the socket (`wiced_tcp_delete_socket`): its port is
  /// given back, and its TLS context is ended with it.
  ///
  /// @return SUCCESS, always
  public WicedResult delete() {
    hangUp();
    if (tlsContext != null) {
      tlsContext.end();
      tlsContext = null;
    }
    forget.accept(this);
    return sdk.returned("wiced_tcp_delete_socket", WicedResult.SUCCESS, this);
  }

  /// The socket's state (`wiced_tcp_get_socket_state`).
  public SocketState state() {
    Connection current = connection;
    SocketState state = current == null ? SocketState.CLOSED : current.state();
    sdk.returned("wiced_tcp_get_socket_state", WicedResult.SUCCESS, this, state);
    return state;
  }

  /// The socket's number in events.
  @Override
  public String toString() {
    return "socket " + number;
  }

  WicedResult write(byte[] octets, int length) {
    Connection current = connection;
    if (!network.hasLink(on)) {
      return WicedResult.NOTUP;
    }
    return current == null ? WicedResult.SOCKET_CLOSED : current.write(octets, length);
  }

  /// Reads what has arrived: up to `length` octets of one segment.
  Connection.Read read(byte[] buffer, int offset, int length, long timeoutMs) {
    Connection current = connection;
    if (!network.hasLink(on)) {
      return new Connection.Read(WicedResult.NOTUP, 0);
    }
    return current == null
        ? new Connection.Read(WicedResult.SOCKET_CLOSED, 0)
        : current.read(buffer, offset, length, timeoutMs);
  }

  /// Throws away what is left of the segment that was read last.
  void dropRestOfSegment() {
    Connection current = connection;
    if (current != null) {
      current.dropRestOfSegment();
    }
  }

  /// Ends the connection without a word, as when the board loses its power.
  void unplug() {
    Connection current = connection;
    if (current != null) {
      current.abort();
    }
  }

  private WicedResult tryBind(int wanted) {
    if (!network.hasLink(on)) {
      return WicedResult.NOTUP;
    }
    if (port != UNBOUND) {
      return WicedResult.ERROR;
    }
    if (wanted == Tcp.ANY_PORT) {
      port = ports.takeAny();
    } else if (ports.take(wanted, BIND_TIMEOUT_MS)) {
      port = wanted;
    } else {
      return WicedResult.PORT_UNAVAILABLE;
    }
    return WicedResult.SUCCESS;
  }

  private WicedResult tryDisconnect() {
    if (!network.hasLink(on)) {
      return WicedResult.NOTUP;
    }
    if (connection == null) {
      return WicedResult.SOCKET_CLOSED;
    }
    hangUp();
    return WicedResult.SUCCESS;
  }

  private WicedResult tryConnect(Endpoint remote, long timeoutMs) {
    if (!network.hasLink(on)) {
      return WicedResult.NOTUP;
    }
    if (connection != null) {
      return WicedResult.ERROR;
    }
    Optional<InetSocketAddress> route = network.access().route(remote);
    if (remote.address().bits() == 0 || remote.port() == 0 || route.isEmpty()) {
      sdk.diagnose(
          "no-route", "there is no way to %s: the virtual LAN is 198.51.0.0/16".formatted(remote));
      return WicedResult.ERROR;
    }
    if (port == UNBOUND) {
      port = ports.takeAny();
    }
    WicedResult result = dial(route.get(), remote, timeoutMs);
    Connection current = connection;
    if (result.isSuccess() && current != null) {
      result = talk(current);
    }
    if (!result.isSuccess()) {
      hangUp();
    }
    return result;
  }

  /// Connects from the socket's port, or from another one where the machine does not give that one.
  private WicedResult dial(InetSocketAddress route, Endpoint remote, long timeoutMs) {
    for (int attempt = 0; attempt < BIND_ATTEMPTS; attempt++) {
      Endpoint local = new Endpoint(network.access().address(), port);
      InetSocketAddress source = network.access().source(route, port);
      try {
        Connection opened = Connection.open(sdk, number, source, local, remote);
        connection = opened;
        return opened.connect(route, timeoutMs);
      } catch (BindException e) {
        hangUp();
        port = ports.takeAny();
        sdk.diagnose(
            "port-moved",
            "this machine does not give %s (%s): %s uses port %d instead"
                .formatted(local, e.getMessage(), this, port));
      } catch (IOException e) {
        sdk.diagnose(
            "no-socket", "%s cannot connect: %s, %s".formatted(this, e.getMessage(), e.getCause()));
        return WicedResult.ERROR;
      }
    }
    return WicedResult.PORT_UNAVAILABLE;
  }

  private WicedResult talk(Connection connected) {
    if (tlsContext != null) {
      return connected.handshake(tls.clientSession(tlsContext));
    }
    connected.readPlain();
    return WicedResult.SUCCESS;
  }

  private void hangUp() {
    Connection current = connection;
    if (current != null) {
      boolean goodbye = tlsContext != null && tlsContext.isAlive();
      current.close(goodbye, DISCONNECT_TIMEOUT_MS);
      connection = null;
    }
    if (port != UNBOUND) {
      ports.giveBack(port);
      port = UNBOUND;
    }
  }
}
