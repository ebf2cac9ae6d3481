package org.wicedsim.hal;

import java.nio.charset.StandardCharsets;

/// A Wi-Fi access point: one that exists (LAN file), one that a board knows, or one that it opens
/// itself (DCT).
///
/// @param ssid up to 32 octets of UTF-8; an empty one fills a place of the DCT that is not used
/// @param passphrase up to 64 octets of UTF-8, the largest that the DCT holds; whether it fits the
///   security is the join's business, as on the SDK
/// @param channel 0 when it is not said, up to 255
public record AccessPoint(String ssid, WifiSecurity security, String passphrase, int channel) {
  /// The largest name of a network, in octets.
  public static final int MAX_SSID_OCTETS = 32;

  /// The largest passphrase, in octets.
  public static final int MAX_PASSPHRASE_OCTETS = 64;

  private static final int MIN_WPA_OCTETS = 8;

  /// @throws IllegalArgumentException when a part is larger than the DCT's field; a passphrase is
  ///   not named
  public AccessPoint {
    if (octets(ssid) > MAX_SSID_OCTETS) {
      throw new IllegalArgumentException(
          "the SSID '%s' has %d octets: expected at most %d"
              .formatted(ssid, octets(ssid), MAX_SSID_OCTETS));
    }
    if (octets(passphrase) > MAX_PASSPHRASE_OCTETS) {
      throw new IllegalArgumentException(
          "the passphrase has %d octets: expected at most %d"
              .formatted(octets(passphrase), MAX_PASSPHRASE_OCTETS));
    }
    if (channel < 0 || channel > 0xFF) {
      throw new IllegalArgumentException("%d is no channel".formatted(channel));
    }
  }

  /// Whether a station can prove itself with this passphrase: WPA demands 8 to 64 octets.
  public boolean hasUsablePassphrase() {
    return !security.isWpaPersonal() || octets(passphrase) >= MIN_WPA_OCTETS;
  }

  /// Says how long the passphrase is; never what it is.
  @Override
  public String toString() {
    return "AccessPoint[ssid=%s, security=%s, passphrase=%d octets, channel=%d]"
        .formatted(ssid, security, octets(passphrase), channel);
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
