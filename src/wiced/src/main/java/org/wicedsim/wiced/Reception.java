package org.wicedsim.wiced;

import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Ipv4Address;

/// The part of a TCP socket that waits for clients: its place at a listening port, and the client
/// that came and was not accepted yet.
final class Reception {
  private final Sdk sdk;
  private final TcpParts parts;
  private final Interface on;
  private final SocketCore socket;
  private final Gate gate;
  private volatile @Nullable ListeningPort place;
  private int port;

  /// Changed under the gate.
  private volatile @Nullable Connection pending;

  Reception(Sdk sdk, TcpParts parts, Interface on, SocketCore socket) {
    this.sdk = sdk;
    this.parts = parts;
    this.on = on;
    this.socket = socket;
    gate = new Gate(sdk.clock());
  }

  /// Whether the socket has listened, and was not taken off its port.
  boolean isOpen() {
    return place != null;
  }

  /// Whether the next client is this socket's.
  boolean isArmed() {
    ListeningPort here = place;
    return here != null && here.isArmed(this);
  }

  boolean hasPending() {
    return pending != null;
  }

  /// Who has come and is yet to be accepted.
  Optional<Endpoint> pendingPeer() {
    return Optional.ofNullable(pending).map(Connection::remote);
  }

  /// Listens at a port of the board.
  WicedResult listen(Link link, int wanted) {
    if (wanted != port && (isArmed() || hasPending())) {
      return WicedResult.ERROR;
    }
    Endpoint local = new Endpoint(link.address(), wanted);
    ListeningPort before = place;
    try {
      ListeningPort here = parts.join(link, local, this);
      if (before != null && before != here) {
        parts.leave(before, this);
      }
      place = here;
      port = wanted;
      return arm();
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

  /// Waits for a client, and is armed for it.
  ///
  /// @return null when none came in time
  @Nullable Connection awaitClient(long timeoutMs) {
    if (pending == null) {
      arm();
    }
    return gate.await(this::hasPending, timeoutMs) ? takePending() : null;
  }

  /// The client that came, which is the caller's now; null when there is none.
  @Nullable Connection takePending() {
    return gate.changing(() -> {
      Connection client = pending;
      pending = null;
      return client;
    });
  }

  /// Takes the socket off its port; whoever came is refused.
  void close() {
    ListeningPort here = place;
    if (here != null) {
      place = null;
      parts.leave(here, this);
    }
    Connection client = takePending();
    if (client != null) {
      client.abort();
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
            socket.number(),
            new Endpoint(link.get().address(), port),
            link.get().peer(client.channel().remoteAddress()),
            client,
            socket.watch());
    gate.change(() -> pending = came);
    socket.watch().onConnect();
  }

  private WicedResult arm() {
    ListeningPort here = place;
    if (here == null) {
      return WicedResult.ERROR;
    }
    boolean armedBefore = here.isArmed(this);
    WicedResult result = here.arm(this);
    if (result.isSuccess() && !armedBefore && sdk.events().isObserved()) {
      Ipv4Address address =
          parts.network().link(on).map(Link::address).orElse(IpSettings.NONE.address());
      sdk.events()
          .publish(
              new WicedEvent.SocketChanged(
                  socket.number(),
                  SocketState.LISTEN,
                  new Endpoint(address, port),
                  new Endpoint(IpSettings.NONE.address(), 0)));
    }
    return result;
  }
}
