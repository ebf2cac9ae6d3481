package org.wicedsim.hal;

import java.util.List;

/// The Wi-Fi section of the DCT (`platform_dct_wifi_config_t`).
///
/// @param storedAccessPoints the networks that the board joins, in this order; up to 5
/// @param softAp what the board opens as its AP interface
/// @param configAp what it opens to be configured
/// @param countryCode two capital letters (ISO 3166)
public record WifiConfig(
    List<AccessPoint> storedAccessPoints,
    AccessPoint softAp,
    AccessPoint configAp,
    String countryCode) {
  /// How many access points a board can store (`CONFIG_AP_LIST_SIZE`).
  public static final int MAX_STORED = 5;

  /// What a board has that nobody configured.
  public static final WifiConfig DEFAULT =
      new WifiConfig(
          List.of(new AccessPoint("wiced-sim", WifiSecurity.WPA2_MIXED_PSK, "wiced-sim", 0)),
          new AccessPoint("wiced-sim-ap", WifiSecurity.WPA2_AES_PSK, "wiced-sim", 1),
          new AccessPoint("wiced-sim-config", WifiSecurity.OPEN, "", 1),
          "US");

  /// @throws IllegalArgumentException when there are too many access points, or the country code is
  ///   none
  public WifiConfig {
    storedAccessPoints = List.copyOf(storedAccessPoints);
    if (storedAccessPoints.size() > MAX_STORED) {
      throw new IllegalArgumentException(
          "%d stored access points: expected at most %d"
              .formatted(storedAccessPoints.size(), MAX_STORED));
    }
    if (!countryCode.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "'%s' is no country code: expected two capital letters such as US"
              .formatted(countryCode));
    }
  }

  /// What the octets of a Wi-Fi section say (`platform_dct_wifi_config_t`).
  ///
  /// @throws IllegalArgumentException when they are not as many as the section has
  public static WifiConfig ofSection(Octets section) {
    if (section.length() != WifiSection.OCTETS) {
      throw new IllegalArgumentException(
          "a Wi-Fi section of %d octets: expected %d"
              .formatted(section.length(), WifiSection.OCTETS));
    }
    return WifiSection.decode(section);
  }
}
