package org.wicedsim.wiced;

import io.netty.channel.ChannelOption;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a TCP socket does behind the calls of [TcpSocket]: its connection, with a departure towards
/// servers and a reception for clients. Results are the SDK's; a diagnostic says the rest.
final class SocketCore {
  static final long ACCEPT_TIMEOUT_MS = 3_000;
  static final long DISCONNECT_TIMEOUT_MS = 3_000;

  private final Sdk sdk;
  private final TcpParts parts;
  private final Interface on;
  private final SocketWatch watch;
  private final int number;
  private final Departure departure;
  private final Reception reception;
  private final AtomicInteger calls = new AtomicInteger();

  private final Map<ChannelOption<?>, Object> options = new ConcurrentHashMap<>();
  private volatile boolean deleted;
  private volatile @Nullable TlsContext tlsContext;
  private volatile @Nullable Connection connection;

  SocketCore(Sdk sdk, TcpParts parts, Interface on, TcpSocket socket, int number) {
    this.sdk = sdk;
    this.parts = parts;
    this.on = on;
    watch = new SocketWatch(sdk, parts.rtos(), socket);
    this.number = number;
    departure = new Departure(sdk, parts.ports(), this);
    reception = new Reception(sdk, parts, on, this);
  }

  int number() {
    return number;
  }

  /// Has handshakes from now on use this context; null for connections in clear.
  void use(@Nullable TlsContext context) {
    TlsContext before = tlsContext;
    if (before != null) {
      before.leftBy(this);
    }
    if (context != null) {
      context.usedBy(this);
    }
    tlsContext = context;
  }

  /// Ends the TLS context, if there is one.
  void endTls() {
    TlsContext context = tlsContext;
    if (context != null) {
      context.leftBy(this);
      context.end();
      tlsContext = null;
    }
  }

  @Nullable TlsContext tlsContext() {
    return tlsContext;
  }

  /// Who tells the firmware what happens on the socket.
  SocketWatch watch() {
    return watch;
  }

  /// Sets an option of this connection and all further ones.
  <T> void set(ChannelOption<T> option, T value) {
    options.put(option, value);
    Connection current = connection;
    if (current != null) {
      current.set(options);
    }
  }

  /// Whether the firmware is using the socket at this moment: it listens, or a call on it has not
  /// returned.
  boolean isInUse() {
    return reception.isOpen() || calls.get() > 0;
  }

  boolean hasLink() {
    return parts.network().link(on).isPresent();
  }

  /// The connection, while there is one; a socket that was never connected has none.
  Optional<Connection> connection() {
    return Optional.ofNullable(connection);
  }

  /// Who is at the other end: of the connection, or of one that has come and is yet to be accepted.
  Optional<Endpoint> peer() {
    return reception.pendingPeer().or(() -> connection().map(Connection::remote));
  }

  SocketState state() {
    Connection current = connection;
    if (reception.hasPending()) {
      return SocketState.CONNECTING;
    }
    if (current != null && current.state() != SocketState.CLOSED) {
      return current.state();
    }
    return reception.isArmed() ? SocketState.LISTEN : SocketState.CLOSED;
  }

  WicedResult bind(int wanted) {
    if (isGone()) {
      return WicedResult.INVALID_SOCKET;
    }
    return hasLink() ? departure.bind(wanted) : WicedResult.NOTUP;
  }

  WicedResult connect(Endpoint remote, long timeoutMs) {
    if (isGone()) {
      return WicedResult.INVALID_SOCKET;
    }
    Optional<Link> link = parts.network().link(on);
    if (link.isEmpty()) {
      return WicedResult.NOTUP;
    }
    if (connection != null || reception.isOpen()) {
      return WicedResult.ERROR;
    }
    Optional<InetSocketAddress> route = link.get().route(remote);
    if (route.isEmpty()) {
      sdk.diagnose(
          "no-route", "there is no way to %s: the virtual LAN is 198.51.0.0/16".formatted(remote));
      return WicedResult.ERROR;
    }
    return during(() -> {
      WicedResult result =
          departure.dial(link.get(), route.get(), remote, timeoutMs, this::connecting);
      Connection current = connection;
      if (result.isSuccess() && current != null) {
        result = talk(current, TlsRole.CLIENT);
      }
      if (!result.isSuccess()) {
        hangUp();
      }
      return result;
    });
  }

  WicedResult listen(int wanted) {
    if (isGone()) {
      return WicedResult.INVALID_SOCKET;
    }
    return parts
        .network()
        .link(on)
        .map(link -> reception.listen(link, wanted))
        .orElse(WicedResult.NOTUP);
  }

  WicedResult accept(long timeoutMs) {
    if (!hasLink()) {
      return WicedResult.NOTUP;
    }
    if (!reception.isOpen()) {
      return WicedResult.ERROR;
    }
    return during(() -> {
      if (watch.hasConnectCallback()) {
        return acceptFromCallback();
      }
      endConnection(DISCONNECT_TIMEOUT_MS);
      Connection client = reception.awaitClient(timeoutMs);
      return client == null ? WicedResult.SOCKET_CLOSED : establish(client);
    });
  }

  WicedResult disconnect(long timeoutMs) {
    if (!hasLink()) {
      return WicedResult.NOTUP;
    }
    if (connection == null && !reception.hasPending()) {
      return WicedResult.SOCKET_CLOSED;
    }
    return during(() -> {
      hangUp(timeoutMs);
      return WicedResult.SUCCESS;
    });
  }

  void delete() {
    deleted = true;
    during(() -> {
      hangUp();
      reception.close();
      endTls();
      return WicedResult.SUCCESS;
    });
  }

  WicedResult startTls(TlsRole role) {
    Connection current = connection;
    if (current == null || current.state() != SocketState.CONNECTED) {
      return WicedResult.SOCKET_CLOSED;
    }
    return tlsContext == null ? WicedResult.ERROR : during(() -> talk(current, role));
  }

  /// Sends a packet of the firmware.
  WicedResult send(Packet packet) {
    Connection current = connection;
    PacketPool pool = sdk.transmitPool();
    if (!hasLink()) {
      return WicedResult.NOTUP;
    }
    if (current == null) {
      return WicedResult.SOCKET_CLOSED;
    }
    if (!pool.beginSending(packet)) {
      return WicedResult.INVALID_PACKET;
    }
    WicedResult result = during(() -> current.send(packet.octets(), () -> pool.letGo(packet)));
    if (!result.isSuccess()) {
      pool.sendingFailed(packet);
    }
    return result;
  }

  PacketResult receive(long timeoutMs, String function) {
    Connection current = connection;
    if (!hasLink()) {
      return new PacketResult.Failed(WicedResult.NOTUP);
    }
    return current == null
        ? new PacketResult.Failed(WicedResult.SOCKET_CLOSED)
        : during(() -> current.receive(timeoutMs, function));
  }

  /// Ends everything without a word, as when the board loses its power.
  void unplug() {
    reception.close();
    Connection current = connection;
    if (current != null) {
      current.abort();
    }
  }

  /// The socket's name in messages.
  @Override
  public String toString() {
    return "socket " + number;
  }

  private WicedResult acceptFromCallback() {
    Connection client = reception.takePending();
    if (client != null) {
      endConnection(DISCONNECT_TIMEOUT_MS);
      return establish(client);
    }
    Connection current = connection;
    boolean established = current != null && current.state() == SocketState.CONNECTED;
    return established ? WicedResult.SUCCESS : WicedResult.ERROR;
  }

  private WicedResult establish(Connection client) {
    connection = client;
    client.set(options);
    client.accept();
    endIfDeleted(client);
    return talk(client, TlsRole.SERVER);
  }

  private void connecting(Connection opened) {
    connection = opened;
    opened.set(options);
    endIfDeleted(opened);
  }

  private boolean isGone() {
    if (deleted) {
      sdk.diagnose(
          "socket-deleted",
          "%s was deleted: create another one with wiced_tcp_create_socket".formatted(this));
    }
    return deleted;
  }

  /// Another thread may have deleted the socket a moment ago, and saw no connection.
  private void endIfDeleted(Connection current) {
    if (deleted) {
      current.abort();
    }
  }

  private WicedResult talk(Connection connected, TlsRole role) {
    TlsContext context = tlsContext;
    if (context != null) {
      return connected.handshake(parts.tls().session(context, role));
    }
    connected.readPlain();
    return WicedResult.SUCCESS;
  }

  /// Ends whatever connection there is, and gives its port back.
  void hangUp() {
    hangUp(DISCONNECT_TIMEOUT_MS);
  }

  private void hangUp(long timeoutMs) {
    Connection client = reception.takePending();
    if (client != null) {
      client.close(false, timeoutMs);
    }
    endConnection(timeoutMs);
    departure.unbind();
  }

  private void endConnection(long timeoutMs) {
    Connection current = connection;
    if (current != null) {
      TlsContext context = tlsContext;
      current.close(context != null && context.isAlive(), timeoutMs);
      connection = null;
    }
  }

  private <T> T during(Supplier<T> call) {
    WicedThread.noteNetworkUse();
    calls.incrementAndGet();
    try {
      return call.get();
    } finally {
      calls.decrementAndGet();
    }
  }
}
