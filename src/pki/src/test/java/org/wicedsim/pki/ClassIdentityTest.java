package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wicedsim.pki.Fixtures.LAN_ADDRESS;
import static org.wicedsim.pki.Fixtures.NOW;

import java.net.Inet4Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class ClassIdentityTest {
  /// SPEC 2.8.
  @Test
  void theCertificateNamesBothSpellingsAndAllAddresses() {
    CertificateSpec spec = ClassIdentity.spec(NOW, LAN_ADDRESS);

    assertThat(spec.subject().getName()).isEqualTo("CN=wwep.wv101.cypress.com");
    assertThat(spec.purpose()).isEqualTo(Purpose.SERVER);
    assertThat(spec.dnsNames())
        .containsExactly("wwep.wv101.cypress.com", "wwep.ww101.cypress.com", "localhost");
    assertThat(spec.addresses())
        .extracting(InetAddress::getHostAddress)
        .containsExactly("198.51.100.3", "127.0.0.1", "127.51.100.3");
  }

  /// Where the whole of 127/8 is not to be had, the LAN's address is 127.0.0.1.
  @Test
  void anAddressIsNamedOnce() {
    CertificateSpec spec = ClassIdentity.spec(NOW, Inet4Address.ofLiteral("127.0.0.1"));

    assertThat(spec.addresses())
        .extracting(InetAddress::getHostAddress)
        .containsExactly("198.51.100.3", "127.0.0.1");
  }

  @Test
  void validityIsTenYearsFromTheDayBefore() {
    CertificateSpec spec = ClassIdentity.spec(NOW, LAN_ADDRESS);

    assertThat(spec.notBefore()).isEqualTo("2026-02-28T12:00:00Z");
    assertThat(spec.notAfter()).isEqualTo("2036-02-28T12:00:00Z");
  }
}
