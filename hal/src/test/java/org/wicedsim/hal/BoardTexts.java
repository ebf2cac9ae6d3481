package org.wicedsim.hal;

/// Texts that tests of board files start from.
final class BoardTexts {
  /// A board file that says no more than it must.
  static final String SMALLEST =
      """
      name: Test board
      mac: 00:A0:50:0F:AC:2B
      buttons:
        - {pin: 10}
        - {pin: 8}
      leds:
        - {pin: 12, lit: high}
        - {pin: 6, lit: high}
      network:
        address: 198.51.100.14
        gateway: 198.51.100.1
      """;

  /// Looks like a certificate as far as a board file cares.
  static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      Y2VydGlmaWNhdGU=
      -----END CERTIFICATE-----
      """;

  /// Looks like a private key as far as a board file cares.
  static final String PRIVATE_KEY =
      """
      -----BEGIN PRIVATE KEY-----
      c2VjcmV0
      -----END PRIVATE KEY-----
      """;

  private BoardTexts() {}
}
