package org.wicedsim.wiced;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Ipv4Address;

/// An interface that is up: its addresses, and where they stand on this machine.
///
/// A subnet outside of 198.51.0.0/16 is a LAN of its own (SPEC 2.6), which nobody else uses: its
/// hosts a.b.c.d are that LAN's 198.51.c.d.
final class Link implements AutoCloseable {
  private final IpSettings settings;
  private final LanAccess access;
  private final @Nullable LanSeat seat;

  /// @param access the way to the LAN on which the interface stands
  /// @param seat what the interface has taken for itself; null when the board had it before
  Link(IpSettings settings, LanAccess access, @Nullable LanSeat seat) {
    this.settings = settings;
    this.access = access;
    this.seat = seat;
  }

  /// An interface whose subnet is a LAN of its own.
  ///
  /// @throws IllegalStateException when no LAN is free
  static Link ofItsOwn(IpSettings settings) {
    LanSeat seat = LanSeat.takeFreeLan();
    Ipv4Address address = settings.address();
    Ipv4Address onLan = Ipv4Address.of(198, 51, address.octet(2), address.octet(3));
    return new Link(settings, new LanAccess(seat.lan(), onLan, Map.of()), seat);
  }

  IpSettings settings() {
    return settings;
  }

  LanAccess access() {
    return access;
  }

  Ipv4Address address() {
    return settings.address();
  }

  /// Where to connect for an end of the network; empty when there is no way.
  Optional<InetSocketAddress> route(Endpoint remote) {
    if (remote.address().bits() == 0 || remote.port() == 0) {
      return Optional.empty();
    }
    return toLan(remote.address())
        .flatMap(address -> access.route(new Endpoint(address, remote.port())));
  }

  /// Where to bind a socket that shall reach what stands at `route`.
  InetSocketAddress source(InetSocketAddress route, int port) {
    return access.source(route, port);
  }

  /// Where to bind a socket that listens.
  InetSocketAddress listening(int port) {
    return new InetSocketAddress(access.lan().loopback(access.address()), port);
  }

  /// Who a peer is for the firmware. What is not on the LAN, such as a program of this machine that
  /// was not told which address to use, comes by way of the gateway, as behind a router.
  Endpoint peer(InetSocketAddress remote) {
    Ipv4Address address =
        access.lan().addressOf(remote.getAddress()).map(this::fromLan).orElse(settings.gateway());
    return new Endpoint(address, remote.getPort());
  }

  /// The address on the machine's LAN; empty when it is in no network that the interface reaches.
  Optional<Ipv4Address> toLan(Ipv4Address address) {
    if (isOnVirtualLan()) {
      return Optional.of(address);
    }
    boolean mine =
        address.octet(0) == settings.address().octet(0)
            && address.octet(1) == settings.address().octet(1);
    return mine
        ? Optional.of(Ipv4Address.of(198, 51, address.octet(2), address.octet(3)))
        : Optional.empty();
  }

  private Ipv4Address fromLan(Ipv4Address onLan) {
    Ipv4Address own = settings.address();
    return isOnVirtualLan()
        ? onLan
        : Ipv4Address.of(own.octet(0), own.octet(1), onLan.octet(2), onLan.octet(3));
  }

  private boolean isOnVirtualLan() {
    return VirtualLan.contains(settings.address());
  }

  /// Gives back what the interface has taken.
  @Override
  public void close() {
    if (seat != null) {
      seat.close();
    }
  }
}
