package org.wicedsim.wiced;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.LanDescription;

/// How one board reaches a virtual LAN, and what lies beyond it.
///
/// @param lan the LAN
/// @param address the board's own address in it
/// @param elsewhere ends of the LAN behind which something outside stands, such as a class server
///   on the internet behind 198.51.100.3
/// @param description the LAN's hosts and access points
public record LanAccess(
    VirtualLan lan,
    Ipv4Address address,
    Map<Endpoint, InetSocketAddress> elsewhere,
    LanDescription description) {
  public LanAccess {
    elsewhere = Map.copyOf(elsewhere);
  }

  /// The way to a LAN of which nothing is said.
  public LanAccess(
      VirtualLan lan, Ipv4Address address, Map<Endpoint, InetSocketAddress> elsewhere) {
    this(lan, address, elsewhere, LanDescription.EMPTY);
  }

  /// The same way from another address.
  LanAccess at(Ipv4Address other) {
    return new LanAccess(lan, other, elsewhere, description);
  }

  /// Where to connect for an end of the LAN; empty when there is no way (SPEC 2.6: addresses
  /// outside 198.51.0.0/16 are unreachable).
  Optional<InetSocketAddress> route(Endpoint remote) {
    InetSocketAddress outside = elsewhere.get(remote);
    if (outside != null) {
      return Optional.of(outside);
    }
    return VirtualLan.contains(remote.address())
        ? Optional.of(new InetSocketAddress(lan.loopback(remote.address()), remote.port()))
        : Optional.empty();
  }

  /// Where to bind a socket of the board that shall reach `remote`. Every socket has the board's
  /// own address, or peers would see 127.0.0.1; only a peer outside the machine cannot be reached
  /// so.
  InetSocketAddress source(InetSocketAddress remote, int port) {
    return !remote.isUnresolved() && remote.getAddress().isLoopbackAddress()
        ? new InetSocketAddress(lan.loopback(address), port)
        : new InetSocketAddress(port);
  }
}
