package org.wicedsim.wicedc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.SocketCallback;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.Tcp;
import org.wicedsim.wiced.TcpBinding;
import org.wicedsim.wiced.TcpServer;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TlsIdentity;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls on TCP servers.
///
/// Slot 0 is the server's number, if a method says nothing else. The C side makes the structures of
/// a server's sockets and puts their numbers there before the server starts: a client may come at
/// once.
final class ServerCalls {
  /// Where a call on a server tells how many of its sockets are connected.
  static final int ACTIVE = 11;

  private static final int MAX_PORT = 65_534;

  private final Tcp tcp;
  private final Binding binding;
  private final NativeCode code;
  private final TlsCalls tls;
  private final Sockets sockets;
  private final Missing missing;
  private final Structs<Running> servers = new Structs<>();

  /// @param firstSocket the number of its first socket, which those of the others follow
  private record Running(TcpServer server, int firstSocket) {
    int active() {
      return (int)
          server.sockets().stream()
              .map(socket -> TcpBinding.view(socket).state())
              .filter(state -> state == SocketState.CONNECTED || state == SocketState.CLOSING)
              .count();
    }
  }

  ServerCalls(Session session, TlsCalls tls, Sockets sockets, Missing missing) {
    tcp = session.wiced().tcp();
    binding = session.binding();
    code = session.code();
    this.tls = tls;
    this.sockets = sockets;
    this.missing = missing;
  }

  /// Slots: how many sockets a server shall have; back: the number for the server, the first one of
  /// its sockets.
  long numbers(Slots slots) {
    slots.set(1, sockets.reserve(slots.int32(0)));
    slots.set(0, servers.reserve(1));
    return WicedResult.SUCCESS.code();
  }

  /// Slots: server, address of its structure, first socket, interface, port, number of sockets; for
  /// each callback, in the order of the SDK, the function of the C side that enters it, or 0.
  long start(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_SERVER_START;
    long struct = slots.get(1);
    Optional<Interface> on = Interfaces.of(slots.int32(3));
    int port = slots.int32(4);
    int maxSockets = slots.int32(5);
    if (struct == 0 || on.isEmpty() || port == Tcp.ANY_PORT || port > MAX_PORT) {
      return binding
          .returned(call.function(), WicedResult.BADARG, slots.int32(3), port, maxSockets)
          .code();
    }
    CompletableFuture<Map<TcpSocket, Integer>> numbers = new CompletableFuture<>();
    try {
      TcpServer.Started started =
          tcp.startServer(
              on.get(),
              port,
              maxSockets,
              callback(slots.get(6), struct, numbers),
              callback(slots.get(7), struct, numbers),
              callback(slots.get(8), struct, numbers));
      switch (started) {
        case TcpServer.Started.Failed _ -> {}
        case TcpServer.Started.Running(TcpServer server) -> {
          Running running = new Running(server, slots.int32(2));
          numbers.complete(number(running));
          // A server that was here is lost, as on the SDK.
          var _ = servers.put(slots.int32(0), struct, running);
        }
      }
      return started.result().code();
    } finally {
      // Of a server that did not start nobody hears.
      numbers.complete(Map.of());
    }
  }

  /// Slots: server. The C side gives the structures of the sockets back behind it.
  long stop(Slots slots) {
    Running running = servers.remove(slots.int32(0));
    if (running == null) {
      return missing.quietly(TcpCall.WICED_TCP_SERVER_STOP, WicedResult.SUCCESS);
    }
    WicedResult result = running.server().stop();
    for (int i = 0; i < running.server().sockets().size(); i++) {
      sockets.remove(running.firstSocket() + i);
    }
    return result.code();
  }

  /// Slots: server, socket, and the socket's TLS context at its usual place.
  long accept(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_SERVER_ACCEPT;
    Running running = servers.get(slots.int32(0));
    TcpSocket socket = sockets.get(slots.int32(1));
    if (running == null || socket == null) {
      return without(call, running);
    }
    if (slots.get(TlsCalls.CONTEXT_ADDRESS) != 0) {
      TcpBinding.useTls(socket, tls.contextToUse(slots));
    }
    WicedResult result = running.server().accept(socket);
    slots.set(ACTIVE, running.active());
    return result.code();
  }

  /// Slots: server, socket.
  long disconnect(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_SERVER_DISCONNECT_SOCKET;
    Running running = servers.get(slots.int32(0));
    TcpSocket socket = sockets.get(slots.int32(1));
    if (running == null || socket == null) {
      return without(call, running);
    }
    WicedResult result = running.server().disconnect(socket);
    slots.set(ACTIVE, running.active());
    return result.code();
  }

  /// Slots: server, socket, time-out.
  long disconnectWithTimeout(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_SERVER_DISCONNECT_SOCKET_WITH_TIMEOUT;
    Running running = servers.get(slots.int32(0));
    TcpSocket socket = sockets.get(slots.int32(1));
    if (running == null || socket == null) {
      return without(call, running);
    }
    WicedResult result = running.server().disconnect(socket, slots.uint32(2));
    slots.set(ACTIVE, running.active());
    return result.code();
  }

  /// Slots: server, identity.
  long enableTls(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_SERVER_ENABLE_TLS;
    Running running = servers.get(slots.int32(0));
    TlsIdentity identity = tls.identity(slots.int32(1));
    if (running == null) {
      return without(call, null);
    }
    return identity == null
        ? missing.quietly(call, WicedResult.SUCCESS)
        : running.server().enableTls(identity).code();
  }

  private Map<TcpSocket, Integer> number(Running running) {
    Map<TcpSocket, Integer> numbers = new HashMap<>();
    List<TcpSocket> all = running.server().sockets();
    for (int i = 0; i < all.size(); i++) {
      int number = running.firstSocket() + i;
      sockets.put(number, all.get(i));
      numbers.put(all.get(i), number);
    }
    return numbers;
  }

  /// @param numbers of the server's sockets, once it has started
  private @Nullable SocketCallback callback(
      long enter, long struct, CompletableFuture<Map<TcpSocket, Integer>> numbers) {
    return enter == 0
        ? null
        : socket -> {
          Integer number = numbers.join().get(socket);
          // The structures may be gone with the server.
          if (number != null && sockets.get(number) != null) {
            var _ = code.call(enter, struct, number);
          }
        };
  }

  private long without(TcpCall call, @Nullable Running running) {
    return running == null
        ? missing.answer(call, WicedResult.BADARG, "server", "wiced_tcp_server_start")
        : missing.answer(call, WicedResult.BADARG, "server socket", "wiced_tcp_server_start");
  }
}
