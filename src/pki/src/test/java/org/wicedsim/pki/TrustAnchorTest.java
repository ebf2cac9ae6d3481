package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertPathValidatorException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the JDK makes of our certificates as trust anchors (SPEC 2.8, 3.5).
class TrustAnchorTest {
  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void theClassCertificateIsItsOwnAnchorInPathValidation(KeyKind kind) {
    Identity identity = CertificateMaker.selfSigned(Fixtures.classServer(), kind);

    assertThatCode(() -> Tls.validate(identity, identity.certificate())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void theClassCertificateIsItsOwnAnchorInAHandshakeThatChecksTheName(KeyKind kind)
      throws Exception {
    Identity identity = CertificateMaker.selfSigned(Fixtures.classServer(), kind);
    try (Tls.Server server = Tls.serve(identity)) {
      assertThatCode(
              () -> {
                Tls.connect(server, identity.certificate(), "wwep.wv101.cypress.com");
                Tls.connect(server, identity.certificate(), "wwep.ww101.cypress.com");
                Tls.connect(server, identity.certificate(), "localhost");
                Tls.connect(server, identity.certificate(), "127.51.100.3");
              })
          .doesNotThrowAnyException();
    }
  }

  @Test
  void anotherNameIsRefused() throws Exception {
    Identity identity = CertificateMaker.selfSigned(Fixtures.classServer(), KeyKind.EC_P256);
    try (Tls.Server server = Tls.serve(identity)) {
      assertThatThrownBy(() -> Tls.connect(server, identity.certificate(), "other.test"))
          .isInstanceOf(SSLHandshakeException.class)
          .hasMessageContaining("other.test");
    }
  }

  @Test
  void anotherInstallationsClassCertificateIsNoAnchor() throws Exception {
    Identity own = CertificateMaker.selfSigned(Fixtures.classServer(), KeyKind.EC_P256);
    Identity other = CertificateMaker.selfSigned(Fixtures.classServer(), KeyKind.EC_P256);

    assertThatThrownBy(() -> Tls.validate(own, other.certificate()))
        .isInstanceOf(CertPathValidatorException.class);
  }

  @Test
  void aServerBelowACaIsTrustedThroughIt() throws Exception {
    Identity ca = CertificateMaker.selfSigned(Fixtures.ca("Root"), KeyKind.RSA_2048);
    Identity leaf = CertificateMaker.issuedBy(ca, Fixtures.server(), KeyKind.EC_P256);
    try (Tls.Server server = Tls.serve(leaf)) {
      assertThatCode(() -> Tls.connect(server, ca.certificate(), "server.test"))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void anExpiredCertificateAndOneNotYetValidAreRefusedForThat() {
    Identity ca = CertificateMaker.selfSigned(Fixtures.ca("Root"), KeyKind.EC_P256);
    Instant now = Instant.now();
    Identity expired = issue(ca, now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));
    Identity early = issue(ca, now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)));

    assertThatThrownBy(() -> Tls.validate(expired, ca.certificate()))
        .hasMessageContaining("validity");
    assertThatThrownBy(() -> Tls.validate(early, ca.certificate()))
        .hasMessageContaining("validity");
  }

  private static Identity issue(Identity ca, Instant from, Instant until) {
    return CertificateMaker.issuedBy(
        ca, CertificateSpec.of("CN=x", Purpose.SERVER, from, until), KeyKind.EC_P256);
  }
}
