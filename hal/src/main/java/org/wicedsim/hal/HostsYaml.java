package org.wicedsim.hal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reads the table `hosts` of a board file or a LAN file.
final class HostsYaml {
  private HostsYaml() {}

  /// The names with their addresses, in lower case; none when `map` has no `hosts`.
  static Map<String, Ipv4Address> read(YamlMap map) throws BoardFileException {
    Map<String, Ipv4Address> hosts = new HashMap<>();
    if (map.has("hosts")) {
      YamlMap table = map.map("hosts");
      for (String host : table.keys()) {
        Ipv4Address address = table.value(host, Ipv4Address::parse);
        if (hosts.put(host.toLowerCase(Locale.ROOT), address) != null) {
          throw table.problem(host, "has an address already: capitals make no difference");
        }
      }
    }
    return hosts;
  }
}
