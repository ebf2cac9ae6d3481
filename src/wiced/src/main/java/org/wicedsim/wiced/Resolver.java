package org.wicedsim.wiced;

import java.util.Locale;
import java.util.Map;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.Network.Lookup;

/// Finds the address of a host. The virtual LAN has no name server: its names stand in the table of
/// hosts of the LAN, then in that of the board (SPEC 2.6).
final class Resolver {
  private final Sdk sdk;
  private final Map<String, Ipv4Address> lanHosts;

  Resolver(Sdk sdk, Map<String, Ipv4Address> lanHosts) {
    this.sdk = sdk;
    this.lanHosts = lanHosts;
  }

  Lookup lookup(String hostname) {
    if (Ipv4Address.isAddress(hostname)) {
      return new Lookup.Found(Ipv4Address.parse(hostname));
    }
    String name = hostname.toLowerCase(Locale.ROOT);
    Ipv4Address onLan = lanHosts.get(name);
    Ipv4Address address =
        onLan != null ? onLan : sdk.board().description().network().hosts().get(name);
    if (address == null) {
      sdk.diagnose(
          "unknown-host",
          "no host '%s' on the virtual LAN: its hosts are listed in the board file and the LAN file"
              .formatted(hostname));
      return new Lookup.Failed(WicedResult.ERROR);
    }
    return new Lookup.Found(address);
  }
}
