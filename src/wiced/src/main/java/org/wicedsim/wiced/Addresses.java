package org.wicedsim.wiced;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Ipv4Address;

/// Gives the interfaces of a board their addresses (SPEC 2.6).
final class Addresses {
  private final Sdk sdk;
  private final LanAccess access;

  Addresses(Sdk sdk, LanAccess access) {
    this.sdk = sdk;
    this.access = access;
  }

  /// An address that the LAN hands out: the first interface gets the board's own.
  ///
  /// @param boardsOwnIsFree whether no interface has the board's own address
  @Nullable Link leased(Interface on, boolean boardsOwnIsFree) {
    if (on == Interface.AP) {
      sdk.diagnose(
          "no-dhcp-server",
          "nobody hands an address to an access point: bring it up with STATIC_IP or"
              + " INTERNAL_DHCP_SERVER");
      return null;
    }
    var network = sdk.board().description().network();
    LanSeat seat =
        boardsOwnIsFree ? null : LanSeat.take(access.lan(), LanSeat.nextHost(access.address()));
    Ipv4Address address = seat == null ? access.address() : seat.address();
    return new Link(
        new IpSettings(address, network.netmask(), network.gateway()), access.at(address), seat);
  }

  /// An address that the firmware wants.
  @Nullable Link configured(IpSettings settings) {
    Ipv4Address address = settings.address();
    if (!VirtualLan.contains(address)) {
      sdk.diagnose(
          "subnet-of-its-own",
          "%s is a LAN of its own: boards meet in 198.51.0.0/16, where nobody reaches it"
              .formatted(address));
      return Link.ofItsOwn(settings);
    }
    if (address.equals(access.address())) {
      return new Link(settings, access, null);
    }
    Optional<LanSeat> seat = LanSeat.takeExactly(access.lan(), address);
    if (seat.isEmpty()) {
      sdk.diagnose(
          "address-taken", "another board on the LAN has %s: choose a free one".formatted(address));
    }
    return seat.map(taken -> new Link(settings, access.at(address), taken)).orElse(null);
  }
}
