package org.wicedsim.wiced;

import org.wicedsim.hal.Ipv4Address;

/// One end of a TCP connection, as it appears on the board's network.
///
/// @param port 0 to 65535; 0 while there is none
public record Endpoint(Ipv4Address address, int port) {
  public Endpoint {
    if (port < 0 || port > 0xFFFF) {
      throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
    }
  }

  @Override
  public String toString() {
    return address + ":" + port;
  }
}
