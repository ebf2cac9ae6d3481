package org.wicedsim.wiced;

import org.jspecify.annotations.Nullable;

/// The callbacks of one socket, and the way to the board's networking worker.
///
/// @param connect a client has come to a socket that listens
/// @param receive a segment has arrived
/// @param disconnect the peer has ended the connection
record SocketCallbacks(
    @Nullable SocketCallback connect,
    @Nullable SocketCallback receive,
    @Nullable SocketCallback disconnect) {
  static final SocketCallbacks NONE = new SocketCallbacks(null, null, null);

  /// Has a callback run on the networking worker; never waits.
  static void post(Sdk sdk, Rtos rtos, TcpSocket socket, @Nullable SocketCallback callback) {
    if (callback != null && !rtos.networkingWorker().post(() -> callback.onEvent(socket))) {
      sdk.diagnose(
          "callback-lost",
          "the networking worker's queue is full: a callback of %s was lost, since another one does"
                  .formatted(socket)
              + " not return");
    }
  }
}
