package org.wicedsim.hal;

import java.nio.charset.StandardCharsets;

/// What the DCT of a board holds when it comes from the factory: the board file's `dct`.
///
/// @param hostname up to 32 octets
/// @param application the start of the application's section; zeros follow it
public record DctContent(
    Dct.Security security, WifiConfig wifi, String hostname, Octets application) {
  /// The largest host name, in octets (`HOSTNAME_SIZE`).
  public static final int MAX_HOSTNAME_OCTETS = 32;

  /// How much an application can keep in its section, in octets.
  public static final int MAX_APPLICATION_OCTETS = 8_192;

  /// No certificate, no key, no application data, and [WifiConfig#DEFAULT].
  public static final DctContent DEFAULT =
      new DctContent(Dct.Security.EMPTY, WifiConfig.DEFAULT, "wiced-sim", Octets.of(new byte[0]));

  /// @throws IllegalArgumentException when a part is larger than its field
  public DctContent {
    if (hostname.getBytes(StandardCharsets.UTF_8).length > MAX_HOSTNAME_OCTETS) {
      throw new IllegalArgumentException(
          "the host name '%s' is too long: expected at most %d octets"
              .formatted(hostname, MAX_HOSTNAME_OCTETS));
    }
    if (application.length() > MAX_APPLICATION_OCTETS) {
      throw new IllegalArgumentException(
          "the application data has %d octets: expected at most %d"
              .formatted(application.length(), MAX_APPLICATION_OCTETS));
    }
  }

  /// The same content with another security section.
  public DctContent withSecurity(Dct.Security other) {
    return new DctContent(other, wifi, hostname, application);
  }

  /// The same content with another Wi-Fi section.
  public DctContent withWifi(WifiConfig other) {
    return new DctContent(security, other, hostname, application);
  }

  /// The same content with other application data.
  ///
  /// @throws IllegalArgumentException when there is too much of it
  public DctContent withApplication(Octets other) {
    return new DctContent(security, wifi, hostname, other);
  }

  /// How much there is of everything; the application's data may be as secret as a key.
  @Override
  public String toString() {
    return "DctContent[security=%s, wifi=%s, hostname=%s, application=%d octets]"
        .formatted(security, wifi, hostname, application.length());
  }
}
