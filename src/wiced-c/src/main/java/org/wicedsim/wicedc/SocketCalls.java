package org.wicedsim.wicedc;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.Endpoint;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.SocketCallback;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.Tcp;
import org.wicedsim.wiced.TcpBinding;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TlsRole;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls on TCP sockets.
///
/// Slot 0 is the socket's number, if a method says nothing else. Behind a call on a socket that
/// exists, [SocketFields] stand in the slots.
final class SocketCalls {
  /// The port that no socket of this machine can have.
  private static final int LAST_PORT = 65_535;

  private static final int IPV4 = 4;
  private static final int VERIFICATION_REQUIRED = 2;
  private static final int TOS_MASK = 0xFF;

  private final Tcp tcp;
  private final Binding binding;
  private final NativeCode code;
  private final TlsCalls tls;
  private final Structs<TcpSocket> sockets;
  private final Missing missing;

  SocketCalls(Session session, TlsCalls tls, Structs<TcpSocket> sockets, Missing missing) {
    tcp = session.wiced().tcp();
    binding = session.binding();
    code = session.code();
    this.tls = tls;
    this.sockets = sockets;
    this.missing = missing;
  }

  /// Slots: address of the structure, and the way back of its number; interface.
  long create(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_CREATE_SOCKET;
    long address = slots.get(0);
    Optional<Interface> on = Interfaces.of(slots.int32(1));
    slots.set(0, Handles.NONE);
    if (address == 0) {
      return returned(call, WicedResult.BADARG);
    }
    if (on.isEmpty()) {
      binding.diagnose(
          "interface",
          "%s: the board has no interface %d".formatted(call.function(), slots.int32(1)));
      return returned(call, WicedResult.ERROR, slots.int32(1));
    }
    TcpSocket socket = tcp.createSocket(on.get());
    int number = sockets.reserve(1);
    // A socket that was here is lost, as on the SDK: it stays as it is, and is reported as a leak.
    var _ = sockets.put(number, address, socket);
    slots.set(0, number);
    SocketFields.tell(slots, socket);
    return WicedResult.SUCCESS.code();
  }

  /// Slots: socket, type of service.
  long setTypeOfService(Slots slots) {
    return with(
        TcpCall.WICED_TCP_SET_TYPE_OF_SERVICE,
        slots,
        WicedResult.INVALID_SOCKET,
        socket -> {
          socket.setTypeOfService(slots.int32(1) & TOS_MASK);
          return WicedResult.SUCCESS;
        });
  }

  /// Slots: socket; for each callback, in the order of the SDK, the function of the C side that
  /// enters it, or 0; address of the structure.
  long registerCallbacks(Slots slots) {
    int number = slots.int32(0);
    long struct = slots.get(4);
    return with(
        TcpCall.WICED_TCP_REGISTER_CALLBACKS,
        slots,
        WicedResult.INVALID_SOCKET,
        socket ->
            socket.registerCallbacks(
                callback(slots.get(1), struct, number),
                callback(slots.get(2), struct, number),
                callback(slots.get(3), struct, number)));
  }

  /// Slots: socket.
  long unregisterCallbacks(Slots slots) {
    return with(
        TcpCall.WICED_TCP_UNREGISTER_CALLBACKS,
        slots,
        WicedResult.INVALID_SOCKET,
        TcpSocket::unregisterCallbacks);
  }

  /// Slots: socket, port.
  long bind(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_BIND;
    int port = slots.int32(1);
    return with(
        call,
        slots,
        WicedResult.INVALID_SOCKET,
        socket ->
            port == LAST_PORT
                ? binding.returned(call.function(), reservedPort(), socket, port)
                : socket.bind(port));
  }

  /// Slots: socket, address, port, time-out, TLS context (see [#followTls]), IP version.
  long connect(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_CONNECT;
    return with(
        call,
        slots,
        WicedResult.INVALID_SOCKET,
        socket -> {
          if (slots.int32(6) != IPV4) {
            binding.diagnose(
                "ip-version",
                "%s: the address is no IPv4 address: use SET_IPV4_ADDRESS"
                    .formatted(call.function()));
            return binding.returned(call.function(), WicedResult.ERROR, socket);
          }
          followTls(slots, socket);
          return socket.connect(slots.address(1), slots.int32(2), slots.uint32(3));
        });
  }

  /// Slots: socket, port.
  long listen(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_LISTEN;
    int port = slots.int32(1);
    return with(
        call,
        slots,
        WicedResult.INVALID_SOCKET,
        socket ->
            switch (port) {
              case Tcp.ANY_PORT ->
                  binding.returned(call.function(), WicedResult.ERROR, socket, port);
              case LAST_PORT -> binding.returned(call.function(), reservedPort(), socket, port);
              default -> socket.listen(port);
            });
  }

  /// Slots: socket, and its TLS context (see [#followTls]).
  long accept(Slots slots) {
    return with(
        TcpCall.WICED_TCP_ACCEPT,
        slots,
        WicedResult.ERROR,
        socket -> {
          followTls(slots, socket);
          return socket.accept();
        });
  }

  /// Slots: socket, and whether C has somewhere to put the answer; back: address, port.
  long peer(TcpCall call, Slots slots) {
    if (!slots.bool(1)) {
      return returned(call, WicedResult.BADARG);
    }
    return with(
        call,
        slots,
        WicedResult.ERROR,
        socket -> {
          Optional<Endpoint> peer =
              call == TcpCall.WICED_TCP_SERVER_PEER ? socket.serverPeer() : socket.clientPeer();
          peer.ifPresent(end -> {
            slots.set(0, Integer.toUnsignedLong(end.address().bits()));
            slots.set(1, end.port());
          });
          return peer.isPresent() ? WicedResult.SUCCESS : WicedResult.ERROR;
        });
  }

  /// Slots: socket.
  long disconnect(Slots slots) {
    return disconnect(TcpCall.WICED_TCP_DISCONNECT, slots, TcpSocket::disconnect);
  }

  /// Slots: socket, time-out.
  long disconnectWithTimeout(Slots slots) {
    return disconnect(
        TcpCall.WICED_TCP_DISCONNECT_WITH_TIMEOUT,
        slots,
        socket -> socket.disconnect(slots.uint32(1)));
  }

  /// Slots: socket. Whoever waits for its callbacks waits in vain from now on.
  long delete(Slots slots) {
    int number = slots.int32(0);
    TcpSocket socket = sockets.get(number);
    if (socket == null) {
      return missing.quietly(TcpCall.WICED_TCP_DELETE_SOCKET, WicedResult.SUCCESS);
    }
    WicedResult result = socket.delete();
    var _ = sockets.remove(number);
    return result.code();
  }

  /// Slots: socket, interval, probes, time.
  long enableKeepalive(Slots slots) {
    return with(
        TcpCall.WICED_TCP_ENABLE_KEEPALIVE,
        slots,
        WicedResult.INVALID_SOCKET,
        socket -> socket.enableKeepalive(slots.int32(1), slots.int32(2), slots.int32(3)));
  }

  /// Slots: socket, and the way back of its state; whether C has a socket, and somewhere to put the
  /// state.
  long state(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_GET_SOCKET_STATE;
    int number = slots.int32(0);
    slots.set(0, SocketFields.wicedState(SocketState.CLOSED));
    if (!slots.bool(1)) {
      return returned(call, WicedResult.BADARG);
    }
    TcpSocket socket = sockets.get(number);
    if (socket == null) {
      return missing.quietly(call, WicedResult.SUCCESS);
    }
    slots.set(0, SocketFields.wicedState(socket.state()));
    SocketFields.tell(slots, socket);
    return WicedResult.SUCCESS.code();
  }

  /// Slots: socket, and its TLS context (see [#followTls]).
  long enableTls(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_ENABLE_TLS;
    return with(
        call,
        slots,
        WicedResult.SUCCESS,
        socket -> {
          var context = tls.context(slots.int32(TlsCalls.CONTEXT_NUMBER));
          if (context != null) {
            return socket.enableTls(context);
          }
          // The SDK only keeps the pointer: a context may be initialised later, before it is used.
          if (slots.get(TlsCalls.CONTEXT_ADDRESS) == 0) {
            TcpBinding.useTls(socket, null);
          }
          return binding.returned(call.function(), WicedResult.SUCCESS, socket);
        });
  }

  /// Slots: socket, role, verification, and the TLS context (see [#followTls]).
  long startTls(Slots slots) {
    return with(
        TcpCall.WICED_TCP_START_TLS,
        slots,
        WicedResult.SOCKET_CLOSED,
        socket -> {
          if (slots.int32(2) != VERIFICATION_REQUIRED) {
            binding.diagnose(
                "tls-verification",
                "wiced_tcp_start_tls: the verification argument changes nothing: a peer is verified"
                    + " when a root CA is set, and only then");
          }
          followTls(slots, socket);
          return socket.startTls(slots.int32(1) == 0 ? TlsRole.CLIENT : TlsRole.SERVER);
        });
  }

  /// Slots: socket, octets, how many.
  long sendBuffer(Slots slots) {
    return with(
        TcpCall.WICED_TCP_SEND_BUFFER,
        slots,
        WicedResult.SOCKET_CLOSED,
        socket -> socket.sendBuffer(NativeMemory.octets(slots.get(1), slots.int32(2))));
  }

  /// Slots: socket. Tells its fields, and nothing else: no call of the firmware.
  long fields(Slots slots) {
    TcpSocket socket = sockets.get(slots.int32(0));
    if (socket != null) {
      SocketFields.tell(slots, socket);
    }
    return WicedResult.SUCCESS.code();
  }

  /// Has the next handshake use the context that the structure of the socket points to, which the
  /// application may have initialised again, or set without a call.
  private void followTls(Slots slots, TcpSocket socket) {
    if (slots.get(TlsCalls.CONTEXT_ADDRESS) != 0) {
      TcpBinding.useTls(socket, tls.contextToUse(slots));
    }
  }

  private @Nullable SocketCallback callback(long enter, long struct, int number) {
    return enter == 0
        ? null
        : _ -> {
          // Its structure may be gone with the socket.
          if (sockets.get(number) != null) {
            var _ = code.call(enter, struct, number);
          }
        };
  }

  /// Ends a connection, which may be asked for without there being one.
  private long disconnect(
      TcpCall call, Slots slots, Function<TcpSocket, WicedResult> disconnecting) {
    return sockets.get(slots.int32(0)) == null
        ? missing.quietly(call, WicedResult.SOCKET_CLOSED)
        : with(call, slots, WicedResult.SOCKET_CLOSED, disconnecting);
  }

  /// @param without what a call gives on a socket that does not exist
  private long with(
      TcpCall call, Slots slots, WicedResult without, Function<TcpSocket, WicedResult> answer) {
    int number = slots.int32(0);
    TcpSocket socket = sockets.get(number);
    if (socket == null) {
      return missing.answer(call, without, "socket", "wiced_tcp_create_socket");
    }
    WicedResult result = answer.apply(socket);
    // Another thread may have deleted the socket meanwhile, and its structure with it.
    if (sockets.get(number) == socket) {
      SocketFields.tell(slots, socket);
    }
    return result.code();
  }

  private WicedResult reservedPort() {
    binding.diagnose(
        "port-in-use", "the port %d is the simulator's own: choose another".formatted(LAST_PORT));
    return WicedResult.PORT_UNAVAILABLE;
  }

  private long returned(TcpCall call, WicedResult result, Object... arguments) {
    return binding.returned(call.function(), result, arguments).code();
  }
}
