package org.wicedsim.hal;

import java.util.Arrays;
import java.util.Optional;

/// The sections of the DCT: WICED's names without `DCT_` and `_SECTION`, and its numbers
/// (`dct_section_t`). A section's octets are the SDK's structure as a 32-bit little-endian target
/// lays it out, with enumerations of four octets.
public enum DctSection {
  /// Whatever the application keeps: opaque octets.
  APP(0, DctContent.MAX_APPLICATION_OCTETS),
  HK_INFO(1, 0),
  /// `platform_dct_security_t`.
  SECURITY(2, SecuritySection.OCTETS),
  MFG_INFO(3, 0),
  /// `platform_dct_wifi_config_t`.
  WIFI_CONFIG(4, WifiSection.OCTETS),
  /// Not for applications.
  INTERNAL(5, 0),
  /// `platform_dct_ethernet_config_t`.
  ETHERNET_CONFIG(6, NetworkSections.ETHERNET_OCTETS),
  /// `platform_dct_network_config_t`.
  NETWORK_CONFIG(7, NetworkSections.NETWORK_OCTETS),
  BT_CONFIG(8, 0),
  P2P_CONFIG(9, 0),
  OTA2_CONFIG(10, 0),
  /// Not for applications.
  VERSION(11, 0),
  MISC(12, 0);

  private final int code;
  private final int octets;

  DctSection(int code, int octets) {
    this.code = code;
    this.octets = octets;
  }

  /// The number that C code sees.
  public int code() {
    return code;
  }

  /// How large the section is; 0 for one that the simulated board does not have.
  public int octets() {
    return octets;
  }

  /// The section with this number.
  public static Optional<DctSection> ofCode(int code) {
    return Arrays.stream(values()).filter(section -> section.code == code).findFirst();
  }
}
