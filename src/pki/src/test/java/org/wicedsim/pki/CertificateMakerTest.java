package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wicedsim.pki.Fixtures.NOW;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateMakerTest {
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  private static final Identity CA =
      CertificateMaker.selfSigned(Fixtures.ca("Test CA"), KeyKind.EC_P256);

  /// The bits of keyUsage, RFC 5280 section 4.2.1.3: 0 digitalSignature, 2 keyEncipherment, 5
  /// keyCertSign, 6 cRLSign. A path length of -1 stands for CA:FALSE, 2147483647 for no limit.
  @ParameterizedTest
  @CsvSource({
    "SERVER, EC_P256, 0,   -1",
    "SERVER, RSA_2048, 0 2, -1",
    "CLIENT, EC_P256, 0,   -1",
    "CA,     EC_P256, 5 6, 2147483647"
  })
  void anIssuedCertificateMayDoWhatItsPurposeNeeds(
      Purpose purpose, KeyKind kind, String usage, int pathLength) {
    X509Certificate certificate =
        CertificateMaker.issuedBy(CA, Fixtures.around(NOW, "CN=x", purpose), kind).certificate();

    assertThat(usageOf(certificate)).isEqualTo(usage);
    assertThat(certificate.getBasicConstraints()).isEqualTo(pathLength);
    assertThat(certificate.getCriticalExtensionOIDs()).containsOnly("2.5.29.15", "2.5.29.19");
  }

  @ParameterizedTest
  @CsvSource({
    "SERVER, EC_P256, 0 5,   0",
    "SERVER, RSA_2048, 0 2 5, 0",
    "CLIENT, EC_P256, 0 5,   0",
    "CA,     EC_P256, 5 6,   2147483647"
  })
  void aSelfSignedCertificateMaySignItselfToo(
      Purpose purpose, KeyKind kind, String usage, int pathLength) {
    X509Certificate certificate =
        CertificateMaker.selfSigned(Fixtures.around(NOW, "CN=x", purpose), kind).certificate();

    assertThat(usageOf(certificate)).isEqualTo(usage);
    assertThat(certificate.getBasicConstraints()).isEqualTo(pathLength);
  }

  @Test
  void theExtendedUsageNamesServerOrClientAndIsAbsentInACa() throws Exception {
    assertThat(issue(Fixtures.server()).getExtendedKeyUsage()).containsExactly(SERVER_AUTH);
    assertThat(issue(Fixtures.client()).getExtendedKeyUsage()).containsExactly(CLIENT_AUTH);
    assertThat(CA.certificate().getExtendedKeyUsage()).isNull();
  }

  @Test
  void alternativeNamesAreWrittenInOrder() throws Exception {
    List<List<?>> names = new ArrayList<>(issue(Fixtures.server()).getSubjectAlternativeNames());

    // 2 is a DNS name, 7 an address: RFC 5280 section 4.2.1.6.
    assertThat(names)
        .containsExactly(
            List.of(2, "server.test"),
            List.of(2, "*.server.test"),
            List.of(2, "localhost"),
            List.of(7, "127.0.0.1"),
            List.of(7, "198.51.100.3"));
  }

  @Test
  void withoutAlternativeNamesTheExtensionIsAbsent() throws Exception {
    assertThat(issue(Fixtures.client()).getSubjectAlternativeNames()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1950-01-01T00:00:00Z, 1999-12-31T23:59:59Z",
    "2026-03-01T12:00:00Z, 2036-03-01T12:00:00Z",
    "2049-12-31T23:59:59Z, 2050-01-01T00:00:00Z",
    "2100-01-01T00:00:00Z, 9999-12-31T23:59:59Z"
  })
  void validityIsWhatWasAskedForPastAndFuture(Instant from, Instant until) {
    X509Certificate certificate = issue(CertificateSpec.of("CN=x", Purpose.SERVER, from, until));

    assertThat(certificate.getNotBefore().toInstant()).isEqualTo(from);
    assertThat(certificate.getNotAfter().toInstant()).isEqualTo(until);
  }

  @Test
  void serialNumbersArePositiveShortEnoughAndNeverTheSame() {
    Set<Object> serials = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      X509Certificate certificate = issue(Fixtures.client());
      assertThat(certificate.getSerialNumber()).isPositive();
      // RFC 5280 section 4.1.2.2: at most 20 octets, sign included.
      assertThat(certificate.getSerialNumber().toByteArray()).hasSizeLessThanOrEqualTo(20);
      serials.add(certificate.getSerialNumber());
    }
    assertThat(serials).hasSize(50);
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void keyIdentifiersLinkACertificateToItsIssuer(KeyKind kind) throws Exception {
    Identity root = CertificateMaker.selfSigned(Fixtures.ca("Root"), kind);
    Identity leaf = CertificateMaker.issuedBy(root, Fixtures.server(), kind);

    assertThat(authorityKeyId(root)).isEqualTo(subjectKeyId(root)).hasSize(20);
    assertThat(authorityKeyId(leaf)).isEqualTo(subjectKeyId(root));
    assertThat(subjectKeyId(leaf)).isNotEqualTo(subjectKeyId(root));
  }

  @Test
  void keysAreOfTheKindAskedFor() {
    PublicKey ec =
        CertificateMaker.selfSigned(Fixtures.client(), KeyKind.EC_P256)
            .certificate()
            .getPublicKey();
    PublicKey rsa =
        CertificateMaker.selfSigned(Fixtures.client(), KeyKind.RSA_2048)
            .certificate()
            .getPublicKey();

    assertThat(((ECPublicKey) ec).getParams().toString()).contains("secp256r1");
    assertThat(((RSAPublicKey) rsa).getModulus().bitLength()).isEqualTo(2048);
  }

  /// The signature is the issuer's kind, whatever the new key is.
  @Test
  void signaturesAreOverSha256WithTheIssuersKey() {
    Identity rsaCa = CertificateMaker.selfSigned(Fixtures.ca("RSA CA"), KeyKind.RSA_2048);

    assertThat(
            CertificateMaker.issuedBy(rsaCa, Fixtures.server(), KeyKind.EC_P256)
                .certificate()
                .getSigAlgName())
        .isEqualTo("SHA256withRSA");
    assertThat(
            CertificateMaker.issuedBy(CA, Fixtures.server(), KeyKind.RSA_2048)
                .certificate()
                .getSigAlgName())
        .isEqualTo("SHA256withECDSA");
  }

  @Test
  void subjectAndIssuerAreNamedOctetForOctet() {
    CertificateSpec spec =
        Fixtures.around(NOW, "CN=Übung 1, O=Müller\\, Söhne, C=DE", Purpose.CLIENT);

    X509Certificate certificate = issue(spec);

    assertThat(certificate.getSubjectX500Principal().getEncoded())
        .isEqualTo(spec.subject().getEncoded());
    assertThat(certificate.getIssuerX500Principal().getEncoded())
        .isEqualTo(CA.certificate().getSubjectX500Principal().getEncoded());
  }

  @Test
  void aChainLeadsUpToButNotIntoTheRoot() throws Exception {
    Identity intermediate =
        CertificateMaker.issuedBy(CA, Fixtures.ca("Intermediate"), KeyKind.EC_P256);
    Identity leaf = CertificateMaker.issuedBy(intermediate, Fixtures.server(), KeyKind.EC_P256);

    assertThat(leaf.chain()).containsExactly(leaf.certificate(), intermediate.certificate());
    Tls.validate(leaf, CA.certificate());
  }

  @Test
  void aCertificateOfAServerSignsNoOther() {
    Identity server = CertificateMaker.issuedBy(CA, Fixtures.server(), KeyKind.EC_P256);

    assertThatThrownBy(() -> CertificateMaker.issuedBy(server, Fixtures.client(), KeyKind.EC_P256))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "The certificate of CN=server.test,O=Test may not sign others: expected one of a CA");
  }

  @Test
  void aSelfSignedServerSignsNoFurtherCa() {
    Identity server = CertificateMaker.selfSigned(Fixtures.server(), KeyKind.EC_P256);

    assertThatThrownBy(() -> CertificateMaker.issuedBy(server, Fixtures.ca("x"), KeyKind.EC_P256))
        .isInstanceOf(PkiException.class)
        .hasMessage("The CA CN=server.test,O=Test may not sign another CA: its path length is 0");
  }

  private static X509Certificate issue(CertificateSpec spec) {
    return CertificateMaker.issuedBy(CA, spec, KeyKind.EC_P256).certificate();
  }

  private static String usageOf(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    List<String> bits = new ArrayList<>();
    for (int bit = 0; bit < usage.length; bit++) {
      if (usage[bit]) {
        bits.add(String.valueOf(bit));
      }
    }
    return String.join(" ", bits);
  }

  private static byte[] subjectKeyId(Identity identity) throws Exception {
    var extensions = new JcaX509CertificateHolder(identity.certificate()).getExtensions();
    return SubjectKeyIdentifier.fromExtensions(extensions).getKeyIdentifier();
  }

  private static byte[] authorityKeyId(Identity identity) throws Exception {
    var extensions = new JcaX509CertificateHolder(identity.certificate()).getExtensions();
    return AuthorityKeyIdentifier.fromExtensions(extensions).getKeyIdentifierOctets();
  }
}
