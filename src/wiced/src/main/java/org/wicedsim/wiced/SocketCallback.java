package org.wicedsim.wiced;

/// Called by the SDK when something happens on a socket (`wiced_tcp_socket_callback_t`).
///
/// Callbacks run on the board's one networking worker, one after another: one that blocks holds up
/// those of all other sockets.
@FunctionalInterface
public interface SocketCallback {
  /// Something happened on `socket`.
  void onEvent(TcpSocket socket);
}
