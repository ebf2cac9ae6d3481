package org.wicedsim.pki;

import java.net.Inet4Address;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Specifications that many tests need.
final class Fixtures {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Inet4Address LAN_ADDRESS = Inet4Address.ofLiteral("127.51.100.3");

  private Fixtures() {}

  static CertificateSpec ca(String name) {
    return around(Instant.now(), "CN=" + name, Purpose.CA);
  }

  static CertificateSpec server() {
    return around(Instant.now(), "CN=server.test, O=Test", Purpose.SERVER)
        .withAlternativeNames(
            List.of("server.test", "*.server.test", "localhost"),
            List.of(Inet4Address.ofLiteral("127.0.0.1"), Inet4Address.ofLiteral("198.51.100.3")));
  }

  static CertificateSpec client() {
    return around(Instant.now(), "CN=board", Purpose.CLIENT);
  }

  static CertificateSpec classServer() {
    return ClassIdentity.spec(Instant.now(), LAN_ADDRESS);
  }

  static CertificateSpec around(Instant now, String subject, Purpose purpose) {
    return CertificateSpec.of(
        subject, purpose, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(90)));
  }
}
