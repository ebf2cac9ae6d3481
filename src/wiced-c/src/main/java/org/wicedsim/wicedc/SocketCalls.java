package org.wicedsim.wicedc;

import java.util.Optional;
import java.util.function.Function;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.Tcp;
import org.wicedsim.wiced.TcpBinding;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TlsRole;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls that make, connect and end TCP sockets.
///
/// Slot 0 is the socket's number, if a method says nothing else. Behind a call on a socket that
/// exists, [SocketFields] stand in the slots.
final class SocketCalls {
  /// The port that no socket of this machine can have.
  private static final int LAST_PORT = 65_535;

  private static final int IPV4 = 4;
  private static final int VERIFICATION_REQUIRED = 2;

  private final Tcp tcp;
  private final Binding binding;
  private final TlsCalls tls;
  private final Sockets sockets;
  private final Missing missing;

  SocketCalls(Session session, TlsCalls tls, Sockets sockets, Missing missing) {
    tcp = session.wiced().tcp();
    binding = session.binding();
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
    slots.set(0, sockets.add(address, socket));
    SocketFields.tell(slots, socket);
    return WicedResult.SUCCESS.code();
  }

  /// Slots: socket, port.
  long bind(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_BIND;
    int port = slots.int32(1);
    return sockets.with(
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
    return sockets.with(
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
    return sockets.with(
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

  /// Slots: socket, time-out, and its TLS context (see [#followTls]).
  long accept(Slots slots) {
    return sockets.with(
        TcpCall.WICED_TCP_ACCEPT,
        slots,
        WicedResult.ERROR,
        socket -> {
          followTls(slots, socket);
          return socket.accept(slots.uint32(1));
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
    sockets.remove(number);
    return result.code();
  }

  /// Slots: socket, and its TLS context (see [#followTls]).
  long enableTls(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_ENABLE_TLS;
    return sockets.with(
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
    return sockets.with(
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
    return sockets.with(
        TcpCall.WICED_TCP_SEND_BUFFER,
        slots,
        WicedResult.SOCKET_CLOSED,
        socket -> socket.sendBuffer(NativeMemory.octets(slots.get(1), slots.int32(2))));
  }

  /// Has the next handshake use the context that the structure of the socket points to, which the
  /// application may have initialised again, or set without a call.
  private void followTls(Slots slots, TcpSocket socket) {
    if (slots.get(TlsCalls.CONTEXT_ADDRESS) != 0) {
      TcpBinding.useTls(socket, tls.contextToUse(slots));
    }
  }

  /// Ends a connection, which may be asked for without there being one.
  private long disconnect(
      TcpCall call, Slots slots, Function<TcpSocket, WicedResult> disconnecting) {
    return sockets.get(slots.int32(0)) == null
        ? missing.quietly(call, WicedResult.SOCKET_CLOSED)
        : sockets.with(call, slots, WicedResult.SOCKET_CLOSED, disconnecting);
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
