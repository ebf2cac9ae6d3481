package org.wicedsim.hal;

import java.util.List;
import java.util.Map;

/// What a LAN file says of a virtual LAN (SPEC 2.6).
///
/// @param hosts names that resolve for every board on the LAN, in lower case
/// @param accessPoints what a board must join; when there is none, any SSID and passphrase joins
public record LanDescription(Map<String, Ipv4Address> hosts, List<AccessPoint> accessPoints) {
  /// A LAN of which nothing is said.
  public static final LanDescription EMPTY = new LanDescription(Map.of(), List.of());

  public LanDescription {
    hosts = Map.copyOf(hosts);
    accessPoints = List.copyOf(accessPoints);
  }
}
