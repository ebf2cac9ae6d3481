package org.wicedsim.wicedc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.Endpoint;
import org.wicedsim.wiced.SocketCallback;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls about a socket's callbacks and options, and about what it shows.
///
/// Slot 0 is the socket's number. Behind a call on a socket that exists, [SocketFields] stand in
/// the slots.
final class SocketDetailCalls {
  private static final int TOS_MASK = 0xFF;

  private final Binding binding;
  private final NativeCode code;
  private final Sockets sockets;
  private final Missing missing;

  SocketDetailCalls(Session session, Sockets sockets, Missing missing) {
    binding = session.binding();
    code = session.code();
    this.sockets = sockets;
    this.missing = missing;
  }

  /// Slots: socket, type of service.
  long setTypeOfService(Slots slots) {
    return sockets.with(
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
    return sockets.with(
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
    return sockets.with(
        TcpCall.WICED_TCP_UNREGISTER_CALLBACKS,
        slots,
        WicedResult.INVALID_SOCKET,
        TcpSocket::unregisterCallbacks);
  }

  /// Slots: socket, and whether C has somewhere to put the answer; back: address, port.
  long peer(TcpCall call, Slots slots) {
    if (!slots.bool(1)) {
      return binding.returned(call.function(), WicedResult.BADARG).code();
    }
    return sockets.with(
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

  /// Slots: socket, interval, probes, time.
  long enableKeepalive(Slots slots) {
    return sockets.with(
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
      return binding.returned(call.function(), WicedResult.BADARG).code();
    }
    TcpSocket socket = sockets.get(number);
    if (socket == null) {
      return missing.quietly(call, WicedResult.SUCCESS);
    }
    slots.set(0, SocketFields.wicedState(socket.state()));
    SocketFields.tell(slots, socket);
    return WicedResult.SUCCESS.code();
  }

  /// Slots: socket. Tells its fields, and nothing else: no call of the firmware.
  long fields(Slots slots) {
    TcpSocket socket = sockets.get(slots.int32(0));
    if (socket != null) {
      SocketFields.tell(slots, socket);
    }
    return WicedResult.SUCCESS.code();
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
}
