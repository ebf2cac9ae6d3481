package org.wicedsim.cli.mitm;

import java.net.InetSocketAddress;

/// From where to where octets are passed on.
///
/// @param listen a loopback address; port 0 is any free one
/// @param target the server that the clients mean, on loopback too
/// @param tls whether both sides speak TLS; otherwise both are plain
public record Route(InetSocketAddress listen, InetSocketAddress target, boolean tls) {
  /// Throws [IllegalArgumentException] where an end is not on loopback: this is for a laboratory.
  public Route {
    checkLoopback(listen);
    checkLoopback(target);
  }

  private static void checkLoopback(InetSocketAddress end) {
    if (end.isUnresolved() || !end.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(end + " is not on loopback");
    }
  }
}
