package org.wicedsim.hal;

/// The octets of the network section (`platform_dct_network_config_t`) and of the Ethernet section
/// (`platform_dct_ethernet_config_t`).
final class NetworkSections {
  static final int NETWORK_OCTETS = 40;
  static final int ETHERNET_OCTETS = 8;

  /// Behind the interface, which is `WICED_STA_INTERFACE`: 0.
  private static final int HOSTNAME = 4;

  private NetworkSections() {}

  static Octets encodeNetwork(String hostname) {
    SectionFields fields = new SectionFields(NETWORK_OCTETS);
    fields.text(HOSTNAME, hostname);
    return fields.toOctets();
  }

  static String decodeHostname(Octets section) {
    return new SectionFields(section).cString(HOSTNAME, DctContent.MAX_HOSTNAME_OCTETS);
  }

  static Octets encodeEthernet(MacAddress mac) {
    SectionFields fields = new SectionFields(ETHERNET_OCTETS);
    fields.mac(0, mac);
    return fields.toOctets();
  }
}
