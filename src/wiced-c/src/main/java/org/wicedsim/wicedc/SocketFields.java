package org.wicedsim.wicedc;

import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.Endpoint;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.TcpBinding;
import org.wicedsim.wiced.TcpSocket;

/// What the structure of a socket shows of it, beside what the application itself puts there. A
/// call on a socket tells it in three slots, which the C side writes down.
final class SocketFields {
  /// The state as NetX has it; 0, which is none, when the structure shall stay as it is.
  static final int STATE = 8;

  /// The peer's address; 0 while there is none.
  static final int PEER_ADDRESS = 9;

  /// The peer's port; 0 while there is none.
  static final int PEER_PORT = 10;

  private static final Endpoint NOBODY = new Endpoint(Ipv4Address.of(0, 0, 0, 0), 0);

  private SocketFields() {}

  /// Tells C what the structure of this socket shows now.
  static void tell(Slots slots, TcpSocket socket) {
    TcpBinding.View view = TcpBinding.view(socket);
    Endpoint peer = view.peer().orElse(NOBODY);
    slots.set(STATE, netxState(view.state()));
    slots.set(PEER_ADDRESS, Integer.toUnsignedLong(peer.address().bits()));
    slots.set(PEER_PORT, peer.port());
  }

  /// The state as a number of `wiced_socket_state_t`.
  static int wicedState(SocketState state) {
    return switch (state) {
      case CLOSED -> 0;
      case CLOSING -> 1;
      case CONNECTING -> 2;
      case CONNECTED -> 3;
      case LISTEN -> 5;
    };
  }

  /// The state as one of NetX's `NX_TCP_...`.
  private static int netxState(SocketState state) {
    return switch (state) {
      case CLOSED -> 1;
      case LISTEN -> 2;
      case CONNECTING -> 3;
      case CONNECTED -> 5;
      // NX_TCP_CLOSE_WAIT: the peer has sent its FIN.
      case CLOSING -> 6;
    };
  }
}
