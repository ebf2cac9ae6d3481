package org.wicedsim.hal;

import java.util.ArrayList;
import java.util.List;

/// The octets of the Wi-Fi section (`platform_dct_wifi_config_t`).
final class WifiSection {
  /// Tells a filled `wiced_config_soft_ap_t` (`CONFIG_VALIDITY_VALUE`).
  private static final int VALID = 0xCA1B_DF58;

  /// `WICED_BSS_TYPE_INFRASTRUCTURE` is 0; `WICED_802_11_BAND_2_4GHZ` is 1, 5 GHz is 0.
  private static final int BAND_2_4_GHZ = 1;

  private static final int LAST_CHANNEL_OF_2_4_GHZ = 14;

  /// The world-wide country code, for one that cannot be read.
  private static final String WORLDWIDE = "XX";

  // wiced_config_ap_entry_t: wiced_ap_info_t (SSID, BSSID, signal strength, data rate, BSS type,
  // security, channel, band, next), then the key.
  private static final int ENTRY_SECURITY = 52;
  private static final int ENTRY_CHANNEL = 56;
  private static final int ENTRY_BAND = 60;
  private static final int ENTRY_KEY_LENGTH = 68;
  private static final int ENTRY_KEY = 69;
  private static final int ENTRY_OCTETS = 136;

  // wiced_config_soft_ap_t.
  private static final int SOFT_SECURITY = 36;
  private static final int SOFT_CHANNEL = 40;
  private static final int SOFT_KEY_LENGTH = 41;
  private static final int SOFT_KEY = 42;
  private static final int SOFT_VALID = 108;
  private static final int SOFT_OCTETS = 112;

  // platform_dct_wifi_config_t.
  private static final int DEVICE_CONFIGURED = 0;
  private static final int STORED = 4;
  private static final int SOFT_AP = STORED + WifiConfig.MAX_STORED * ENTRY_OCTETS;
  private static final int CONFIG_AP = SOFT_AP + SOFT_OCTETS;
  private static final int COUNTRY = CONFIG_AP + SOFT_OCTETS;
  private static final int MAC = COUNTRY + 4;

  static final int OCTETS = MAC + 8;

  private WifiSection() {}

  static Octets encode(WifiConfig config, MacAddress mac) {
    SectionFields fields = new SectionFields(OCTETS);
    fields.u32(DEVICE_CONFIGURED, 1);
    for (int i = 0; i < config.storedAccessPoints().size(); i++) {
      encodeEntry(fields, STORED + i * ENTRY_OCTETS, config.storedAccessPoints().get(i));
    }
    encodeSoftAp(fields, SOFT_AP, config.softAp());
    encodeSoftAp(fields, CONFIG_AP, config.configAp());
    fields.text(COUNTRY, config.countryCode());
    fields.mac(MAC, mac);
    return fields.toOctets();
  }

  static WifiConfig decode(Octets section) {
    SectionFields fields = new SectionFields(section);
    List<AccessPoint> stored = new ArrayList<>();
    for (int i = 0; i < WifiConfig.MAX_STORED; i++) {
      AccessPoint entry = decodeEntry(fields, STORED + i * ENTRY_OCTETS);
      if (!entry.ssid().isEmpty()) {
        stored.add(entry);
      }
    }
    String country = fields.cString(COUNTRY, 2);
    return new WifiConfig(
        stored,
        decodeSoftAp(fields, SOFT_AP),
        decodeSoftAp(fields, CONFIG_AP),
        country.matches("[A-Z]{2}") ? country : WORLDWIDE);
  }

  private static void encodeEntry(SectionFields fields, int at, AccessPoint accessPoint) {
    encodeSsid(fields, at, accessPoint);
    fields.u32(at + ENTRY_SECURITY, accessPoint.security().code());
    fields.u8(at + ENTRY_CHANNEL, accessPoint.channel());
    fields.u32(
        at + ENTRY_BAND, accessPoint.channel() <= LAST_CHANNEL_OF_2_4_GHZ ? BAND_2_4_GHZ : 0);
    fields.u8(at + ENTRY_KEY_LENGTH, fields.text(at + ENTRY_KEY, accessPoint.passphrase()));
  }

  private static AccessPoint decodeEntry(SectionFields fields, int at) {
    return new AccessPoint(
        decodeSsid(fields, at),
        WifiSecurity.ofCode(fields.u32(at + ENTRY_SECURITY)),
        decodeKey(fields, at + ENTRY_KEY, fields.u8(at + ENTRY_KEY_LENGTH)),
        fields.u8(at + ENTRY_CHANNEL));
  }

  private static void encodeSoftAp(SectionFields fields, int at, AccessPoint accessPoint) {
    encodeSsid(fields, at, accessPoint);
    fields.u32(at + SOFT_SECURITY, accessPoint.security().code());
    fields.u8(at + SOFT_CHANNEL, accessPoint.channel());
    fields.u8(at + SOFT_KEY_LENGTH, fields.text(at + SOFT_KEY, accessPoint.passphrase()));
    fields.u32(at + SOFT_VALID, VALID);
  }

  private static AccessPoint decodeSoftAp(SectionFields fields, int at) {
    return new AccessPoint(
        decodeSsid(fields, at),
        WifiSecurity.ofCode(fields.u32(at + SOFT_SECURITY)),
        decodeKey(fields, at + SOFT_KEY, fields.u8(at + SOFT_KEY_LENGTH)),
        fields.u8(at + SOFT_CHANNEL));
  }

  /// `wiced_ssid_t`: the length, then 32 octets.
  private static void encodeSsid(SectionFields fields, int at, AccessPoint accessPoint) {
    fields.u8(at, fields.text(at + 1, accessPoint.ssid()));
  }

  private static String decodeSsid(SectionFields fields, int at) {
    return fields.text(at + 1, Math.min(fields.u8(at), AccessPoint.MAX_SSID_OCTETS));
  }

  private static String decodeKey(SectionFields fields, int at, int length) {
    return fields.text(at, Math.min(length, AccessPoint.MAX_PASSPHRASE_OCTETS));
  }
}
