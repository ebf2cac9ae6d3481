package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.Inet4Address;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.hal.TlsProfile;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Purpose;
import org.wicedsim.wiced.TlsRefusal.Reason;
import org.wicedsim.wiced.testing.Certs;

/// SPEC 3.5: which server is trusted, and why not.
class PeerVerifierTest {
  private static final Identity ROOT = Certs.root("Test root");
  private static final Identity MIDDLE = Certs.intermediate(ROOT, "Test intermediate");
  private static final Identity SERVER = Certs.issuedBy(MIDDLE);

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aSelfSignedServerIsItsOwnAnchor(TlsProfile profile) {
    Identity server = Certs.selfSigned();

    accepts(profile, server, server.certificate());
  }

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aRootIsAnAnchor(TlsProfile profile) {
    accepts(profile, SERVER, ROOT.certificate());
  }

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aChainMayEndAtAnIntermediate(TlsProfile profile) {
    accepts(profile, SERVER, MIDDLE.certificate());
  }

  @Test
  void anyOfSeveralAnchorsWillDo() {
    accepts(
        TlsProfile.MODERN,
        SERVER,
        Certs.root("First").certificate(),
        ROOT.certificate(),
        Certs.root("Last").certificate());
  }

  @Test
  void aServerMaySendItsRootAsWell() {
    List<X509Certificate> chain =
        List.of(SERVER.certificate(), MIDDLE.certificate(), ROOT.certificate());

    assertThatCode(() ->
            verifier(TlsProfile.MODERN, null, ROOT.certificate())
                .checkServerTrusted(
                    chain.toArray(X509Certificate[]::new), "ECDHE_ECDSA", noEngine()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void anotherRootIsRefused(TlsProfile profile) {
    TlsRefusal refusal = refusal(profile, null, SERVER, Certs.root("Another").certificate());

    assertThat(refusal.reason()).isEqualTo(Reason.UNTRUSTED);
    assertThat(refusal.detail()).contains(Certs.NAME, "CN=Test root");
  }

  /// The class certificate was made anew and the board has the old one: same name, another key.
  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void anotherSelfSignedCertificateOfTheSameNameIsUntrusted(TlsProfile profile) {
    TlsRefusal refusal =
        refusal(profile, null, Certs.selfSigned(), Certs.selfSigned().certificate());

    assertThat(refusal.reason()).isEqualTo(Reason.UNTRUSTED);
    assertThat(refusal.detail()).contains("of that name is another one");
  }

  /// The same without key identifiers, which old tools leave out.
  @Test
  void aSelfSignedCertificateOfTheNameOfARootWithoutKeyIdentifiersIsUntrusted() {
    TlsRefusal refusal =
        refusal(
            TlsProfile.WICED, null, Certs.sha1SelfSigned(), Certs.root(Certs.NAME).certificate());

    assertThat(refusal.reason()).isEqualTo(Reason.UNTRUSTED);
  }

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aLeafThatAnotherIssuedIsNoAnchor(TlsProfile profile) {
    assertThat(refusal(profile, null, SERVER, SERVER.certificate()).reason())
        .isEqualTo(Reason.UNTRUSTED);
  }

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aLeafIsNoAnchorForWhatItSigned(TlsProfile profile) {
    Identity impostor = Certs.signedBy(SERVER);

    assertThat(refusal(profile, null, impostor, SERVER.certificate()).reason())
        .isEqualTo(Reason.UNTRUSTED);
  }

  /// Whoever holds an ordinary certificate of the same CA must not be able to sign for others.
  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aServersCertificateInTheMiddleOfAChainIsABadChain(TlsProfile profile) {
    Identity impostor = Certs.signedBy(SERVER);

    assertThat(refusal(profile, null, impostor, ROOT.certificate()).reason())
        .isEqualTo(Reason.BAD_CHAIN);
  }

  /// As mbedTLS has it: version 1 has no way to say that a root is a CA.
  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aRootOfVersion1IsAnAnchor(TlsProfile profile) {
    Identity root = Certs.version1Root();

    accepts(profile, Certs.signedBy(root), root.certificate());
  }

  /// RFC 5280 section 4.2.1.12: whoever holds a client's certificate must not play the server.
  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aClientsCertificateIsNoServers(TlsProfile profile) {
    TlsRefusal refusal = refusal(profile, null, Certs.client(ROOT), ROOT.certificate());

    assertThat(refusal.reason()).isEqualTo(Reason.WRONG_PURPOSE);
    assertThat(refusal.detail()).contains("CN=board", "servers");
  }

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aServersCertificateIsNoClients(TlsProfile profile) {
    X509Certificate[] chain = SERVER.chain().toArray(X509Certificate[]::new);

    assertThatCode(() ->
            verifier(profile, null, ROOT.certificate())
                .checkClientTrusted(chain, "ECDHE_ECDSA", noEngine()))
        .hasMessageContaining("not made for clients");
  }

  @Test
  void anExpiredServerIsRefusedWithItsDate() {
    Identity server = Certs.issuedBy(ROOT, Certs.expired());

    TlsRefusal refusal = refusal(TlsProfile.MODERN, null, server, ROOT.certificate());

    assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED);
    assertThat(refusal.detail())
        .contains(Certs.NAME, server.certificate().getNotAfter().toInstant().toString());
  }

  @Test
  void anExpiredSelfSignedServerIsRefused() {
    Identity server = CertificateMaker.selfSigned(Certs.expired(), KeyKind.EC_P256);

    assertThat(refusal(TlsProfile.MODERN, null, server, server.certificate()).reason())
        .isEqualTo(Reason.EXPIRED);
  }

  @Test
  void anExpiredIntermediateIsRefused() {
    Instant now = Instant.now();
    Identity middle =
        Certs.issuedBy(
            ROOT,
            CertificateSpec.of(
                "CN=Old intermediate",
                Purpose.CA,
                now.minus(Duration.ofDays(9)),
                now.minus(Duration.ofDays(2))));

    TlsRefusal refusal =
        refusal(TlsProfile.MODERN, null, Certs.issuedBy(middle), ROOT.certificate());

    assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED);
    assertThat(refusal.detail()).contains("CN=Old intermediate");
  }

  @Test
  void aServerThatIsNotYetValidIsRefusedWithItsDate() {
    Identity server = Certs.issuedBy(ROOT, Certs.notYetValid());

    TlsRefusal refusal = refusal(TlsProfile.MODERN, null, server, ROOT.certificate());

    assertThat(refusal.reason()).isEqualTo(Reason.NOT_YET_VALID);
    assertThat(refusal.detail())
        .contains(server.certificate().getNotBefore().toInstant().toString());
  }

  /// The SDK had no clock.
  @Test
  void theWicedProfileChecksNoDates() {
    accepts(TlsProfile.WICED, Certs.issuedBy(ROOT, Certs.expired()), ROOT.certificate());
    accepts(TlsProfile.WICED, Certs.issuedBy(ROOT, Certs.notYetValid()), ROOT.certificate());
    Identity old = CertificateMaker.selfSigned(Certs.expired(), KeyKind.EC_P256);
    accepts(TlsProfile.WICED, old, old.certificate());
  }

  /// There is no day on which all of these were valid.
  @Test
  void theWicedProfileTakesAChainWhoseDatesNeverMeet() {
    Instant now = Instant.now();
    Identity middle =
        Certs.issuedBy(
            ROOT,
            CertificateSpec.of(
                "CN=Old intermediate",
                Purpose.CA,
                now.minus(Duration.ofDays(900)),
                now.minus(Duration.ofDays(800))));

    accepts(TlsProfile.WICED, Certs.issuedBy(middle), ROOT.certificate());
  }

  @Test
  void aSha1SignatureIsRefused() {
    TlsRefusal refusal =
        refusal(TlsProfile.MODERN, null, Certs.sha1IssuedBy(ROOT), ROOT.certificate());

    assertThat(refusal.reason()).isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(refusal.detail()).containsIgnoringCase("SHA1");
  }

  @Test
  void theWicedProfileTakesSha1() {
    accepts(TlsProfile.WICED, Certs.sha1IssuedBy(ROOT), ROOT.certificate());
  }

  /// A certificate that is trusted itself needs no signature: the course's own one has SHA-1.
  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aSelfSignedServerWithSha1IsItsOwnAnchor(TlsProfile profile) {
    Identity server = Certs.sha1SelfSigned();

    accepts(profile, server, server.certificate());
  }

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aBrokenSignatureIsRefused(TlsProfile profile) {
    Identity server = Certs.withBrokenSignature(SERVER);

    TlsRefusal refusal = refusal(profile, null, server, ROOT.certificate());

    assertThat(refusal.reason()).isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(refusal.detail()).contains(Certs.NAME);
  }

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void withoutAnAnchorNothingIsChecked(TlsProfile profile) {
    accepts(profile, Certs.withBrokenSignature(Certs.issuedBy(ROOT, Certs.expired())));
  }

  @ParameterizedTest
  @CsvSource({
    "wwep.ww101.cypress.com, CN=x, wwep.ww101.cypress.com, true",
    "WWEP.ww101.Cypress.COM, CN=x, wwep.WW101.cypress.com, true",
    "wwep.ww101.cypress.com, CN=x, *.ww101.cypress.com, true",
    // A wildcard is one label.
    "wwep.ww101.cypress.com, CN=x, *.cypress.com, false",
    "ww101.cypress.com, CN=x, *.ww101.cypress.com, false",
    "wwep.ww101.cypress.com, CN=x, wwep.wv101.cypress.com, false",
    // The common name counts only where there is no alternative name.
    "wwep.ww101.cypress.com, CN=wwep.ww101.cypress.com, other.example, false",
    "wwep.ww101.cypress.com, 'CN=wwep.ww101.cypress.com, O=Class', , true",
    "wwep.ww101.cypress.com, CN=other.example, , false",
    "198.51.100.3, CN=198.51.100.3, , true",
    "198.51.100.3, CN=x, wwep.ww101.cypress.com, false",
  })
  void theNameIsLookedForInTheAlternativeNamesElseInTheCommonName(
      String expected, String subject, @Nullable String alternative, boolean accepted) {
    CertificateSpec spec =
        alternative == null ? Certs.named(subject) : Certs.named(subject, alternative);
    Identity server = Certs.issuedBy(ROOT, spec);

    PeerRefusedException refused = refused(TlsProfile.MODERN, expected, server, ROOT.certificate());

    assertThat(refused == null).isEqualTo(accepted);
  }

  @Test
  void anAddressIsLookedForAmongTheAddresses() {
    Identity server =
        Certs.issuedBy(
            ROOT,
            Certs.named("CN=x")
                .withAlternativeNames(
                    List.of("wwep.example"), List.of(Inet4Address.ofLiteral("198.51.100.3"))));

    assertThat(refused(TlsProfile.MODERN, "198.51.100.3", server, ROOT.certificate())).isNull();
    assertThat(refused(TlsProfile.MODERN, "198.51.100.4", server, ROOT.certificate())).isNotNull();
  }

  @Test
  void aWrongNameIsRefusedWithBothNames() {
    Identity server = Certs.issuedBy(ROOT, Certs.named("CN=x", "a.example", "b.example"));

    TlsRefusal refusal = refusal(TlsProfile.MODERN, "c.example", server, ROOT.certificate());

    assertThat(refusal.reason()).isEqualTo(Reason.WRONG_NAME);
    assertThat(refusal.detail()).contains("a.example", "b.example", "c.example");
  }

  @Test
  void aSelfSignedServerIsCheckedForItsNameToo() {
    Identity server = Certs.selfSigned();

    assertThat(refusal(TlsProfile.MODERN, "other.example", server, server.certificate()).reason())
        .isEqualTo(Reason.WRONG_NAME);
  }

  private static void accepts(TlsProfile profile, Identity server, X509Certificate... trusted) {
    assertThat(refused(profile, null, server, trusted)).isNull();
  }

  private static TlsRefusal refusal(
      TlsProfile profile, @Nullable String name, Identity server, X509Certificate... trusted) {
    PeerRefusedException refused = refused(profile, name, server, trusted);
    assertThat(refused).as("refusal").isNotNull();
    return Objects.requireNonNull(refused).refusal();
  }

  private static @Nullable PeerRefusedException refused(
      TlsProfile profile, @Nullable String name, Identity server, X509Certificate... trusted) {
    return catchThrowableOfType(
        PeerRefusedException.class,
        () ->
            verifier(profile, name, trusted)
                .checkServerTrusted(
                    server.chain().toArray(X509Certificate[]::new), "ECDHE_ECDSA", noEngine()));
  }

  private static SSLEngine noEngine() throws NoSuchAlgorithmException {
    return SSLContext.getDefault().createSSLEngine();
  }

  private static PeerVerifier verifier(
      TlsProfile profile, @Nullable String name, X509Certificate... trusted) {
    return new PeerVerifier(profile, Arrays.asList(trusted), name);
  }
}
