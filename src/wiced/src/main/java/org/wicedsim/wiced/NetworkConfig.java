package org.wicedsim.wiced;

/// How an interface gets its address (`wiced_network_config_t`).
public enum NetworkConfig {
  /// `WICED_USE_EXTERNAL_DHCP_SERVER`: the LAN hands out the board's address.
  EXTERNAL_DHCP_SERVER
}
