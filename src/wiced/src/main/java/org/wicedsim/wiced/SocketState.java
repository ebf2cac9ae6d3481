package org.wicedsim.wiced;

/// The state of a TCP socket (`wiced_socket_state_t`).
public enum SocketState {
  CLOSED,
  /// The peer has sent its FIN; this side has not.
  CLOSING,
  CONNECTING,
  CONNECTED,
  /// A server waits for a client.
  LISTEN
}
