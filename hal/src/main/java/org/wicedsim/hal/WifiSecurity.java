package org.wicedsim.hal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How a Wi-Fi network is protected: WICED's names without `WICED_SECURITY_`, and its codes
/// (`wiced_security_t`).
public enum WifiSecurity {
  OPEN(0),
  WEP_PSK(0x1),
  WEP_SHARED(0x8001),
  WPA_TKIP_PSK(0x20_0002),
  WPA_AES_PSK(0x20_0004),
  WPA_MIXED_PSK(0x20_0006),
  WPA2_TKIP_PSK(0x40_0002),
  WPA2_AES_PSK(0x40_0004),
  WPA2_MIXED_PSK(0x40_0006),
  WPA_TKIP_ENT(0x220_0002),
  WPA_AES_ENT(0x220_0004),
  WPA_MIXED_ENT(0x220_0006),
  WPA2_TKIP_ENT(0x240_0002),
  WPA2_AES_ENT(0x240_0004),
  WPA2_MIXED_ENT(0x240_0006),
  /// A code that is none of these; only a firmware's own write to its DCT brings it about.
  UNKNOWN(-1);

  private static final String PREFIX = "WICED_SECURITY_";
  private static final int WPA_BITS = 0x60_0000;
  private static final int ENTERPRISE_BIT = 0x200_0000;

  private final int code;

  WifiSecurity(int code) {
    this.code = code;
  }

  /// The number that C code sees: 4194310 for [#WPA2_MIXED_PSK].
  public int code() {
    return code;
  }

  /// The security with this code, [#UNKNOWN] if there is none.
  public static WifiSecurity ofCode(int code) {
    return Arrays.stream(values())
        .filter(security -> security.code == code)
        .findFirst()
        .orElse(UNKNOWN);
  }

  /// Reads a name as users write it: `WPA2_MIXED_PSK`, `wpa2-mixed-psk`, or the SDK's
  /// `WICED_SECURITY_WPA2_MIXED_PSK`.
  ///
  /// @throws IllegalArgumentException with a message that names the text and what was expected
  public static WifiSecurity parse(String text) {
    String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
    String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    List<String> names = names();
    if (!names.contains(bare)) {
      throw new IllegalArgumentException(
          "'%s': expected %s".formatted(text, DidYouMean.expected(bare, names)));
    }
    return valueOf(bare);
  }

  /// The names that [#parse(String)] takes.
  public static List<String> names() {
    return Arrays.stream(values())
        .filter(security -> security != UNKNOWN)
        .map(WifiSecurity::name)
        .toList();
  }

  /// Whether stations prove that they know a WPA passphrase.
  public boolean isWpaPersonal() {
    return this != UNKNOWN && (code & WPA_BITS) != 0 && (code & ENTERPRISE_BIT) == 0;
  }
}
