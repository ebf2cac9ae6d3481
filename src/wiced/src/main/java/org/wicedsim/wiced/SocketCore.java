package org.wicedsim.wiced;

import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a TCP socket does behind the calls of [TcpSocket]: its port, its connection, and its place
/// at a listening port. Results are the SDK's; a diagnostic says the rest.
final class SocketCore implements Connection.Watcher {
  static final long BIND_TIMEOUT_MS = 3_000;
  static final long ACCEPT_TIMEOUT_MS = 3_000;
  static final long DISCONNECT_TIMEOUT_MS = 3_000;

  private static final int UNBOUND = -1;
  private static final int BIND_ATTEMPTS = 16;
  private static final Endpoint NOBODY = new Endpoint(IpSettings.NONE.address(), 0);

  private final Sdk sdk;
  private final TcpParts parts;
  private final Interface on;
  private final TcpSocket socket;
  private final int number;
  private final Gate gate;
  private final AtomicInteger calls = new AtomicInteger();

  private int port = UNBOUND;
  private int typeOfService;
  private volatile @Nullable TlsContext tlsContext;
  private volatile @Nullable Connection connection;
  private volatile @Nullable ListeningPort listening;
  private volatile SocketCallbacks callbacks = SocketCallbacks.NONE;

  /// A client that came and was not accepted yet; changed under the gate.
  private volatile @Nullable Connection pending;

  SocketCore(Sdk sdk, TcpParts parts, Interface on, TcpSocket socket, int number) {
    this.sdk = sdk;
    this.parts = parts;
    this.on = on;
    this.socket = socket;
    this.number = number;
    gate = new Gate(sdk.clock());
  }

  int number() {
    return number;
  }

  void use(TlsContext context) {
    context.usedBy(this);
    tlsContext = context;
  }

  void forgetTls() {
    tlsContext = null;
  }

  @Nullable TlsContext tlsContext() {
    return tlsContext;
  }

  void use(SocketCallbacks next) {
    callbacks = next;
  }

  void setTypeOfService(int tos) {
    typeOfService = tos;
    Connection current = connection;
    if (current != null) {
      current.set(ChannelOption.IP_TOS, tos);
    }
  }

  /// Whether the firmware is using the socket at this moment: it listens, or a call on it has not
  /// returned.
  boolean isInUse() {
    return listening != null || calls.get() > 0;
  }

  boolean hasLink() {
    return parts.network().link(on).isPresent();
  }

  /// The connection, while there is one; a socket that was never connected has none.
  Optional<Connection> connection() {
    return Optional.ofNullable(connection);
  }

  SocketState state() {
    Connection current = connection;
    ListeningPort here = listening;
    if (pending != null) {
      return SocketState.CONNECTING;
    }
    if (current != null && current.state() != SocketState.CLOSED) {
      return current.state();
    }
    return here != null && here.isArmed(this) ? SocketState.LISTEN : SocketState.CLOSED;
  }

  WicedResult bind(int wanted) {
    if (!hasLink()) {
      return WicedResult.NOTUP;
    }
    if (port != UNBOUND) {
      return WicedResult.ERROR;
    }
    if (wanted == Tcp.ANY_PORT) {
      port = parts.ports().takeAny();
    } else if (parts.ports().take(wanted, BIND_TIMEOUT_MS)) {
      port = wanted;
    } else {
      return WicedResult.PORT_UNAVAILABLE;
    }
    return WicedResult.SUCCESS;
  }

  WicedResult connect(Endpoint remote, long timeoutMs) {
    Optional<Link> link = parts.network().link(on);
    if (link.isEmpty()) {
      return WicedResult.NOTUP;
    }
    if (connection != null || listening != null) {
      return WicedResult.ERROR;
    }
    Optional<InetSocketAddress> route = link.get().route(remote);
    if (route.isEmpty()) {
      sdk.diagnose(
          "no-route", "there is no way to %s: the virtual LAN is 198.51.0.0/16".formatted(remote));
      return WicedResult.ERROR;
    }
    if (port == UNBOUND) {
      port = parts.ports().takeAny();
    }
    return during(() -> {
      WicedResult result = dial(link.get(), route.get(), remote, timeoutMs);
      Connection current = connection;
      if (result.isSuccess() && current != null) {
        result = talk(current, TlsRole.CLIENT);
      }
      if (!result.isSuccess()) {
        hangUp(DISCONNECT_TIMEOUT_MS);
      }
      return result;
    });
  }

  WicedResult listen(int wanted) {
    Optional<Link> link = parts.network().link(on);
    if (link.isEmpty()) {
      return WicedResult.NOTUP;
    }
    Endpoint local = new Endpoint(link.get().address(), wanted);
    try {
      ListeningPort opened = parts.listeningPort(link.get(), local);
      listening = opened;
      port = wanted;
      return arm(opened);
    } catch (BindException _) {
      sdk.diagnose(
          "port-in-use",
          "another program on this machine listens at %s: a class server, or another board? run with"
                  .formatted(local)
              + " --server none, or on another LAN with --lan");
      return WicedResult.PORT_UNAVAILABLE;
    } catch (IOException e) {
      sdk.diagnose("no-socket", "%s cannot listen: %s".formatted(socket, e.getMessage()));
      return WicedResult.ERROR;
    }
  }

  WicedResult accept() {
    ListeningPort here = listening;
    if (!hasLink()) {
      return WicedResult.NOTUP;
    }
    if (here == null) {
      return WicedResult.ERROR;
    }
    return during(() -> {
      if (callbacks.connect() != null) {
        return acceptFromCallback();
      }
      if (connection != null) {
        hangUp(DISCONNECT_TIMEOUT_MS);
      }
      if (pending == null) {
        arm(here);
      }
      boolean came = gate.await(() -> pending != null, ACCEPT_TIMEOUT_MS);
      return came ? establish() : WicedResult.SOCKET_CLOSED;
    });
  }

  WicedResult disconnect(long timeoutMs) {
    if (!hasLink()) {
      return WicedResult.NOTUP;
    }
    if (connection == null && pending == null) {
      return WicedResult.SOCKET_CLOSED;
    }
    return during(() -> {
      hangUp(timeoutMs);
      return WicedResult.SUCCESS;
    });
  }

  void delete() {
    during(() -> {
      hangUp(DISCONNECT_TIMEOUT_MS);
      ListeningPort here = listening;
      if (here != null) {
        parts.leave(here, this);
        listening = null;
      }
      TlsContext context = tlsContext;
      if (context != null) {
        context.end();
        tlsContext = null;
      }
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
    ListeningPort here = listening;
    if (here != null) {
      parts.leave(here, this);
    }
    Connection waiting = pending;
    if (waiting != null) {
      waiting.abort();
    }
    Connection current = connection;
    if (current != null) {
      current.abort();
    }
  }

  /// A client has come; on Netty's thread.
  void onClient(BoardNetwork.Client client) {
    Optional<Link> link = parts.network().link(on);
    if (link.isEmpty()) {
      var _ = client.channel().close();
      return;
    }
    Connection came =
        Connection.pending(
            sdk,
            number,
            new Endpoint(link.get().address(), port),
            link.get().peer(client.channel().remoteAddress()),
            client,
            this);
    gate.change(() -> pending = came);
    SocketCallbacks.post(sdk, parts.rtos(), socket, callbacks.connect());
  }

  @Override
  public void onReceived() {
    SocketCallbacks.post(sdk, parts.rtos(), socket, callbacks.receive());
  }

  @Override
  public void onDisconnected() {
    SocketCallbacks.post(sdk, parts.rtos(), socket, callbacks.disconnect());
  }

  private WicedResult arm(ListeningPort here) {
    boolean armedBefore = here.isArmed(this);
    WicedResult result = here.arm(this);
    if (result.isSuccess() && !armedBefore && sdk.events().isObserved()) {
      Optional<Link> link = parts.network().link(on);
      Endpoint local = new Endpoint(link.map(Link::address).orElse(NOBODY.address()), port);
      sdk.events().publish(new WicedEvent.SocketChanged(number, SocketState.LISTEN, local, NOBODY));
    }
    return result;
  }

  private WicedResult acceptFromCallback() {
    if (pending != null) {
      return establish();
    }
    Connection current = connection;
    boolean established = current != null && current.state() == SocketState.CONNECTED;
    return established ? WicedResult.SUCCESS : WicedResult.ERROR;
  }

  private WicedResult establish() {
    Connection current = takePending();
    if (current == null) {
      return WicedResult.SOCKET_CLOSED;
    }
    Connection previous = connection;
    if (previous != null) {
      previous.close(false, 0);
    }
    connection = current;
    current.set(ChannelOption.IP_TOS, typeOfService);
    current.accept();
    return talk(current, TlsRole.SERVER);
  }

  /// Connects from the socket's port, or from another one where the machine does not give that one.
  private WicedResult dial(Link link, InetSocketAddress route, Endpoint remote, long timeoutMs) {
    for (int attempt = 0; attempt < BIND_ATTEMPTS; attempt++) {
      Endpoint local = new Endpoint(link.address(), port);
      try {
        Connection opened =
            Connection.open(sdk, number, link.source(route, port), local, remote, this);
        connection = opened;
        opened.set(ChannelOption.IP_TOS, typeOfService);
        return opened.connect(route, timeoutMs);
      } catch (BindException e) {
        hangUp(DISCONNECT_TIMEOUT_MS);
        port = parts.ports().takeAny();
        sdk.diagnose(
            "port-moved",
            "this machine does not give %s (%s): %s uses port %d instead"
                .formatted(local, e.getMessage(), socket, port));
      } catch (IOException e) {
        sdk.diagnose(
            "no-socket",
            "%s cannot connect: %s, %s".formatted(socket, e.getMessage(), e.getCause()));
        return WicedResult.ERROR;
      }
    }
    return WicedResult.PORT_UNAVAILABLE;
  }

  private WicedResult talk(Connection connected, TlsRole role) {
    TlsContext context = tlsContext;
    if (context != null) {
      return connected.handshake(parts.tls().session(context, role));
    }
    connected.readPlain();
    return WicedResult.SUCCESS;
  }

  private void hangUp(long timeoutMs) {
    Connection waiting = takePending();
    if (waiting != null) {
      waiting.close(false, timeoutMs);
    }
    Connection current = connection;
    if (current != null) {
      TlsContext context = tlsContext;
      current.close(context != null && context.isAlive(), timeoutMs);
      connection = null;
    }
    if (port != UNBOUND && listening == null) {
      parts.ports().giveBack(port);
      port = UNBOUND;
    }
  }

  private @Nullable Connection takePending() {
    return gate.changing(() -> {
      Connection client = pending;
      pending = null;
      return client;
    });
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
