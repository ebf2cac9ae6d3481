package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.naming.ldap.LdapName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateRequestTest {
  private static final List<InetAddress> ADDRESSES =
      List.of(InetAddress.ofLiteral("198.51.100.3"), InetAddress.ofLiteral("2001:db8::1"));

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void aRequestSaysWhatWasAskedForAndIsSignedWithItsKey(KeyKind kind) {
    CertificateRequest.WithKey made = make(kind);

    CertificateRequest request = CertificateRequest.parse(der(made), "x");

    assertThat(request.subjectText()).isEqualTo("CN=board");
    assertThat(request.dnsNames()).containsExactly("board.test");
    assertThat(request.addresses()).isEqualTo(ADDRESSES);
    assertThat(request.leftOut()).isEmpty();
    assertThat(request.signatureFits()).isTrue();
  }

  @Test
  void aChangedRequestDoesNotFitItsSignature() {
    byte[] der = der(make(KeyKind.EC_P256));
    byte[] changed =
        new String(der, StandardCharsets.ISO_8859_1)
            .replace("board.test", "bOard.test")
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(CertificateRequest.parse(changed, "x").signatureFits()).isFalse();
  }

  @Test
  void aCaNeedsNothingButThePublicKey() throws Exception {
    Identity ca = CertificateMaker.selfSigned(Fixtures.ca("Root"), KeyKind.EC_P256);
    CertificateRequest.WithKey made = make(KeyKind.RSA_2048);
    CertificateSpec spec =
        Fixtures.server()
            .withAlternativeNames(made.request().dnsNames(), made.request().addresses());

    List<X509Certificate> chain = CertificateMaker.certify(ca, spec, made.request().publicKey());

    // An identity checks that key and certificate belong together.
    Identity identity = new Identity(made.privateKey(), chain);
    Tls.validate(identity, ca.certificate());
    assertThat(CertificateNames.match(identity.certificate(), "2001:db8::1")).isTrue();
  }

  @Test
  void aPathLengthIsLimitedByTheIssuers() {
    Identity root =
        CertificateMaker.selfSigned(Fixtures.ca("Root").withPathLength(1), KeyKind.EC_P256);

    assertThat(
            CertificateMaker.issuedBy(root, Fixtures.ca("M").withPathLength(0), KeyKind.EC_P256)
                .certificate()
                .getBasicConstraints())
        .isZero();
    assertThatThrownBy(() ->
            CertificateMaker.issuedBy(root, Fixtures.ca("M").withPathLength(1), KeyKind.EC_P256))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "The CA CN=Root has the path length 1: a CA that it signs can have 0 at most, not 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a=b+c", "\"x\"", "#1", "a\\b", "a<b>;c", "Zoë"})
  void aCommonNameMayHoldAnyCharacter(String text) throws Exception {
    CertificateRequest.WithKey made =
        CertificateRequest.make(
            CertificateSpec.commonName(text), List.of(), List.of(), KeyKind.EC_P256);

    var name = new LdapName(made.request().subject().getName());

    assertThat(name.getRdns())
        .singleElement()
        .satisfies(part -> {
          assertThat(part.getType()).isEqualTo("CN");
          assertThat(part.getValue()).isEqualTo(text);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "12345678901234567890123456789012345678901234567890123456789012345"})
  void aCommonNameHas1To64Characters(String text) {
    assertThatThrownBy(() -> CertificateSpec.commonName(text))
        .isInstanceOf(PkiException.class)
        .hasMessageContaining("expected 1 to 64 characters");
  }

  private static CertificateRequest.WithKey make(KeyKind kind) {
    return CertificateRequest.make(
        CertificateSpec.commonName("board"), List.of("board.test"), ADDRESSES, kind);
  }

  private static byte[] der(CertificateRequest.WithKey made) {
    return PemBlock.parse(made.request().pem(), "x").getFirst().der();
  }
}
