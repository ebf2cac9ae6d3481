package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// SPEC 5.3: each impostor is right in everything but the one thing that gives it away.
class ImpostorsTest {
  private final Instant now = Instant.now();
  private static final Identity REAL =
      CertificateMaker.selfSigned(Fixtures.classServer(), KeyKind.EC_P256);

  @Test
  void theSelfSignedOneHasTheRealNamesAndAnotherKey() throws Exception {
    StagedImpostor staged = stage(Impostor.SELF_SIGNED);

    assertThat(own(staged).getSubjectX500Principal())
        .isEqualTo(REAL.certificate().getSubjectX500Principal());
    assertThat(names(own(staged))).containsExactlyElementsOf(names(REAL.certificate()));
    assertThat(own(staged).getPublicKey()).isNotEqualTo(REAL.certificate().getPublicKey());
    own(staged).verify(own(staged).getPublicKey());
  }

  @Test
  void theOtherCasOneHasTheRealNamesAndAnotherIssuer() throws Exception {
    StagedImpostor staged = stage(Impostor.OTHER_CA);

    assertThat(names(own(staged))).containsExactlyElementsOf(names(REAL.certificate()));
    assertThat(own(staged).getIssuerX500Principal().getName()).isEqualTo("CN=Impostor CA");
  }

  @Test
  void theExpiredOneIsTheRealIssuersAndEndedYesterday() throws Exception {
    StagedImpostor staged = stage(Impostor.EXPIRED);

    own(staged).verify(REAL.certificate().getPublicKey());
    assertThat(names(own(staged))).containsExactlyElementsOf(names(REAL.certificate()));
    assertThat(own(staged).getNotAfter()).isBefore(now);
  }

  // openssl and others take a certificate with its issuer's name for a root.
  @Test
  void theExpiredOneIsNotNamedLikeItsIssuer() {
    X509Certificate expired = own(stage(Impostor.EXPIRED));

    assertThat(expired.getSubjectX500Principal()).isNotEqualTo(expired.getIssuerX500Principal());
  }

  @Test
  void theWronglyNamedOneIsValidForSomebodyElse() throws Exception {
    StagedImpostor staged = stage(Impostor.WRONG_NAME);

    own(staged).verify(REAL.certificate().getPublicKey());
    own(staged).checkValidity();
    assertThat(names(own(staged))).doesNotContainAnyElementsOf(names(REAL.certificate()));
  }

  @Test
  void theThiefHasTheCertificateAndNotTheKey() {
    StagedImpostor staged = stage(Impostor.STOLEN_CERTIFICATE);

    assertThat(staged.chain()).isEqualTo(REAL.chain());
    assertThatThrownBy(() -> new Identity(staged.privateKey(), staged.chain()))
        .isInstanceOf(PkiException.class)
        .hasMessageContaining("does not belong");
  }

  @Test
  void onlyTheDowngradeSpeaksOutdatedVersions() {
    assertThat(stage(Impostor.PROTOCOL_DOWNGRADE).protocols()).containsExactly("TLSv1.1", "TLSv1");
    assertThat(stage(Impostor.SELF_SIGNED).protocols()).containsExactly("TLSv1.3", "TLSv1.2");
  }

  @ParameterizedTest
  @EnumSource
  void keysAreOfTheRealServersKind(Impostor impostor) {
    Identity rsa = CertificateMaker.selfSigned(Fixtures.classServer(), KeyKind.RSA_2048);

    assertThat(Impostors.stage(impostor, rsa, now).privateKey().getAlgorithm()).isEqualTo("RSA");
    assertThat(stage(impostor).privateKey().getAlgorithm()).isEqualTo("EC");
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPIRED", "WRONG_NAME"})
  void whatTheRealIssuerMustSignNeedsARealIdentityThatMaySign(Impostor impostor) {
    Identity ca = CertificateMaker.selfSigned(Fixtures.ca("Test CA"), KeyKind.EC_P256);
    Identity leaf = CertificateMaker.issuedBy(ca, Fixtures.server(), KeyKind.EC_P256);

    assertThatThrownBy(() -> Impostors.stage(impostor, leaf, now))
        .isInstanceOf(PkiException.class)
        .hasMessageContaining("may not sign");
  }

  @ParameterizedTest
  @EnumSource
  void namesAreFoundInEitherCase(Impostor impostor) {
    assertThat(Impostor.named(impostor.id())).contains(impostor);
    assertThat(Impostor.named(impostor.name().replace('_', '-'))).contains(impostor);
  }

  @Test
  void namesAreInKebabCase() {
    assertThat(Impostor.ids())
        .containsExactly(
            "self-signed",
            "other-ca",
            "expired",
            "wrong-name",
            "stolen-certificate",
            "protocol-downgrade");
    assertThat(Impostor.named("nobody")).isEmpty();
  }

  @Test
  void theTextShowsNoKey() {
    assertThat(stage(Impostor.EXPIRED))
        .hasToString(
            "StagedImpostor[expired, subject=OU=expired,CN=wwep.wv101.cypress.com,"
                + " protocols=[TLSv1.3, TLSv1.2]]");
  }

  private StagedImpostor stage(Impostor impostor) {
    return Impostors.stage(impostor, REAL, now);
  }

  private static X509Certificate own(StagedImpostor staged) {
    return staged.chain().getFirst();
  }

  private static List<List<?>> names(X509Certificate certificate)
      throws CertificateParsingException {
    return List.copyOf(certificate.getSubjectAlternativeNames());
  }
}
