package org.wicedsim.wiced;

/// How an interface gets its address (`wiced_network_config_t`).
public enum NetworkConfig {
  /// `WICED_USE_EXTERNAL_DHCP_SERVER`: the LAN hands out the board's address.
  EXTERNAL_DHCP_SERVER,
  /// `WICED_USE_STATIC_IP`: the firmware says which address.
  STATIC_IP,
  /// `WICED_USE_INTERNAL_DHCP_SERVER`: the firmware says which address, and the board hands out
  /// those of its peers. The usual way of an access point.
  INTERNAL_DHCP_SERVER
}
