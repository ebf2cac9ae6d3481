package org.wicedsim.wwepserver;

import java.net.InetSocketAddress;

/// The other end of a connection.
public record Peer(InetSocketAddress address, Transport transport) {
  /// The address, the port and the transport, as in `127.51.100.14:50312 TLS`.
  @Override
  public String toString() {
    return address.getAddress().getHostAddress() + ":" + address.getPort() + " " + transport;
  }
}
