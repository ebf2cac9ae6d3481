package org.wicedsim.hal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads access points and the DCT's Wi-Fi section from a board file or a LAN file.
final class WifiYaml {
  /// The highest channel of the 5 GHz band.
  private static final int MAX_CHANNEL = 177;

  private WifiYaml() {}

  /// The mapping `wifi` of a board file's `dct`; what it does not say is [WifiConfig#DEFAULT].
  static WifiConfig config(YamlMap map) throws BoardFileException {
    map.allow("stored", "soft-ap", "config-ap", "country");
    WifiConfig otherwise = WifiConfig.DEFAULT;
    List<AccessPoint> stored = otherwise.storedAccessPoints();
    if (map.has("stored")) {
      stored = new ArrayList<>();
      for (YamlMap accessPoint : map.maps("stored", 0)) {
        stored.add(accessPoint(accessPoint));
      }
      if (stored.size() > WifiConfig.MAX_STORED) {
        throw map.problem(
            "stored", "expected a list of at most %d entries".formatted(WifiConfig.MAX_STORED));
      }
    }
    return new WifiConfig(
        stored,
        map.has("soft-ap") ? accessPoint(map.map("soft-ap")) : otherwise.softAp(),
        map.has("config-ap") ? accessPoint(map.map("config-ap")) : otherwise.configAp(),
        map.value("country", WifiYaml::country, otherwise.countryCode()));
  }

  /// One access point; its security is open unless something else is said.
  static AccessPoint accessPoint(YamlMap map) throws BoardFileException {
    map.allow("ssid", "security", "passphrase", "channel");
    AccessPoint accessPoint =
        new AccessPoint(
            map.value("ssid", WifiYaml::ssid),
            map.value("security", WifiSecurity::parse, WifiSecurity.OPEN),
            map.value("passphrase", WifiYaml::passphrase, ""),
            map.value("channel", WifiYaml::channel, 0));
    if (accessPoint.security() == WifiSecurity.OPEN && map.has("passphrase")) {
      throw map.problem(
          "passphrase", "an open network has none: name its security, such as WPA2_MIXED_PSK");
    }
    return accessPoint;
  }

  private static String ssid(String text) {
    int octets = text.getBytes(StandardCharsets.UTF_8).length;
    if (octets < 1 || octets > AccessPoint.MAX_SSID_OCTETS) {
      throw new IllegalArgumentException(
          "'%s' has %d octets: expected 1 to %d"
              .formatted(text, octets, AccessPoint.MAX_SSID_OCTETS));
    }
    return text;
  }

  /// The message does not quote the passphrase.
  private static String passphrase(String text) {
    int octets = text.getBytes(StandardCharsets.UTF_8).length;
    if (octets > AccessPoint.MAX_PASSPHRASE_OCTETS) {
      throw new IllegalArgumentException(
          "%d octets: expected at most %d".formatted(octets, AccessPoint.MAX_PASSPHRASE_OCTETS));
    }
    return text;
  }

  private static int channel(String text) {
    if (text.matches("[0-9]{1,3}")) {
      int channel = Integer.parseInt(text);
      if (channel >= 1 && channel <= MAX_CHANNEL) {
        return channel;
      }
    }
    throw new IllegalArgumentException(
        "'%s': expected a channel from 1 to %d".formatted(text, MAX_CHANNEL));
  }

  private static String country(String text) {
    if (!text.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "'%s': expected two capital letters such as US".formatted(text));
    }
    return text;
  }
}
