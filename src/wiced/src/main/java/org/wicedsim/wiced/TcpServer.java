package org.wicedsim.wiced;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A server of several connections at a time (`wiced_tcp_server_t`, SPEC 3.4): one of its sockets
/// listens, the others are connected or free.
public final class TcpServer {
  /// How many sockets a server may have.
  public static final int MAX_SOCKETS = 18;

  private final Sdk sdk;
  private final Plan plan;
  private final List<TcpSocket> sockets = new ArrayList<>();
  private final Ledger.User use = this::isRunning;
  private volatile @Nullable TlsIdentity identity;
  private volatile boolean running = true;

  private TcpServer(Sdk sdk, Plan plan) {
    this.sdk = sdk;
    this.plan = plan;
  }

  /// What a server is to be.
  record Plan(Interface on, int port, int maxSockets, SocketCallbacks callbacks) {}

  /// What [Tcp#startServer] gave.
  public sealed interface Started {
    /// The SDK's result code.
    WicedResult result();

    /// A server that listens.
    record Running(TcpServer server) implements Started {
      @Override
      public WicedResult result() {
        return WicedResult.SUCCESS;
      }
    }

    /// No server.
    record Failed(WicedResult result) implements Started {}
  }

  static Started start(Sdk sdk, Tcp tcp, Plan plan) {
    if (plan.maxSockets() < 1 || plan.maxSockets() > MAX_SOCKETS) {
      return new Started.Failed(WicedResult.BADARG);
    }
    TcpServer server = new TcpServer(sdk, plan);
    for (int i = 0; i < plan.maxSockets(); i++) {
      TcpSocket socket = tcp.newSocket(plan.on(), false);
      socket.core().watch().use(plan.callbacks());
      server.sockets.add(socket);
    }
    WicedResult result = server.sockets.getFirst().core().listen(plan.port());
    if (!result.isSuccess()) {
      server.end();
      return new Started.Failed(result);
    }
    return new Started.Running(server);
  }

  /// The server's sockets, in the order in which they were made.
  public List<TcpSocket> sockets() {
    return List.copyOf(sockets);
  }

  /// Seals all further connections with TLS (`wiced_tcp_server_enable_tls`), under this identity.
  /// The SDK only kept it; here [#accept(TcpSocket)] makes the context of each connection.
  public WicedResult enableTls(TlsIdentity tlsIdentity) {
    identity = tlsIdentity;
    tlsIdentity.usedBy(use);
    return sdk.returned("wiced_tcp_server_enable_tls", WicedResult.SUCCESS);
  }

  /// Accepts the client that has come to one of the server's sockets (`wiced_tcp_server_accept`),
  /// and lets a free socket listen. If the client cannot be accepted, the socket listens again.
  ///
  /// @return SUCCESS, or what accepting gave
  public WicedResult accept(TcpSocket socket) {
    TlsIdentity own = identity;
    if (own != null && socket.core().tlsContext() == null) {
      socket.core().use(new TlsContext(sdk, own, null));
    }
    WicedResult result = socket.core().accept(SocketCore.ACCEPT_TIMEOUT_MS);
    if (!result.isSuccess()) {
      release(socket, SocketCore.DISCONNECT_TIMEOUT_MS);
    }
    listenAgain();
    return sdk.returned("wiced_tcp_server_accept", result, socket);
  }

  /// Ends the connection of one socket (`wiced_tcp_server_disconnect_socket`), and sees to it that
  /// one listens.
  ///
  /// @return SUCCESS, or what listening gave
  public WicedResult disconnect(TcpSocket socket) {
    return disconnect(
        socket, SocketCore.DISCONNECT_TIMEOUT_MS, "wiced_tcp_server_disconnect_socket");
  }

  /// As [#disconnect(TcpSocket)], with another limit
  /// (`wiced_tcp_server_disconnect_socket_with_timeout`).
  public WicedResult disconnect(TcpSocket socket, long timeoutMs) {
    return disconnect(socket, timeoutMs, "wiced_tcp_server_disconnect_socket_with_timeout");
  }

  /// Ends the server and all its connections (`wiced_tcp_server_stop`).
  public WicedResult stop() {
    end();
    return sdk.returned("wiced_tcp_server_stop", WicedResult.SUCCESS);
  }

  private WicedResult disconnect(TcpSocket socket, long timeoutMs, String function) {
    release(socket, timeoutMs);
    return sdk.returned(function, listenAgain(), socket, timeoutMs);
  }

  private void release(TcpSocket socket, long timeoutMs) {
    socket.core().disconnect(timeoutMs);
    if (identity != null) {
      socket.core().endTls();
    }
  }

  /// Lets one of the free sockets listen, unless one does already.
  private synchronized WicedResult listenAgain() {
    if (!running) {
      return WicedResult.SUCCESS;
    }
    for (TcpSocket socket : sockets) {
      if (socket.core().state() == SocketState.LISTEN) {
        return WicedResult.SUCCESS;
      }
    }
    for (TcpSocket socket : sockets) {
      if (socket.core().state() == SocketState.CLOSED) {
        WicedResult result = socket.core().listen(plan.port());
        return result == WicedResult.IN_PROGRESS ? WicedResult.SUCCESS : result;
      }
    }
    return WicedResult.SUCCESS;
  }

  private boolean isRunning() {
    return running;
  }

  private void end() {
    // Under the lock: no socket shall listen again behind this.
    synchronized (this) {
      running = false;
    }
    TlsIdentity own = identity;
    if (own != null) {
      own.leftBy(use);
    }
    sockets.forEach(TcpSocket::end);
  }
}
