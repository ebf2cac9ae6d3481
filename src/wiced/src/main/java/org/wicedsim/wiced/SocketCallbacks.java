package org.wicedsim.wiced;

import org.jspecify.annotations.Nullable;

/// The callbacks of one socket.
///
/// @param connect a client has come to a socket that listens
/// @param receive a segment has arrived
/// @param disconnect the peer has ended the connection
record SocketCallbacks(
    @Nullable SocketCallback connect,
    @Nullable SocketCallback receive,
    @Nullable SocketCallback disconnect) {
  static final SocketCallbacks NONE = new SocketCallbacks(null, null, null);
}
