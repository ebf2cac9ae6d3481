package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.pki.ChainLink.Fault;
import org.wicedsim.pki.ChainLink.Fault.Kind;
import org.wicedsim.pki.ChainLink.Issuer;
import org.wicedsim.pki.SignatureCheck.Opened;

/// The four steps of SPEC 5.1, and what else has to hold.
class ChainCheckTest {
  private static final Identity ROOT =
      CertificateMaker.selfSigned(Fixtures.ca("Root"), KeyKind.RSA_2048);
  private static final Identity MIDDLE =
      CertificateMaker.issuedBy(ROOT, Fixtures.ca("Middle"), KeyKind.EC_P256);
  private static final Identity LEAF =
      CertificateMaker.issuedBy(MIDDLE, Fixtures.server(), KeyKind.EC_P256);
  private static final List<X509Certificate> KNOWN = List.of(ROOT.certificate());

  private final Instant now = Instant.now();

  @Test
  void aChainIsFollowedToTheKnownRoot() {
    List<ChainLink> links = ChainCheck.verify(LEAF.chain(), KNOWN, now);

    assertThat(faults(links)).isEmpty();
    assertThat(links)
        .extracting(ChainLink::issuer)
        .containsExactly(
            new Issuer.Presented(MIDDLE.certificate()),
            new Issuer.Known(ROOT.certificate()),
            new Issuer.Itself(true));
  }

  @Test
  void theOrderOfTheHelpersDoesNotMatter() {
    List<X509Certificate> mixed =
        List.of(LEAF.certificate(), ROOT.certificate(), MIDDLE.certificate());

    assertThat(faults(ChainCheck.verify(mixed, KNOWN, now))).isEmpty();
  }

  @Test
  void rsaGivesTheDigestBack() {
    SignatureCheck signature = ChainCheck.verify(LEAF.chain(), KNOWN, now).get(1).signature();

    assertThat(signature.hash()).isEqualTo("SHA-256");
    assertThat(signature.digest()).hasSize(64);
    assertThat(signature.opened()).isEqualTo(new Opened.Digest(signature.digest()));
    assertThat(signature.fits()).isTrue();
  }

  @Test
  void anEllipticCurveComputesAndGivesNoDigestBack() {
    SignatureCheck signature = ChainCheck.verify(LEAF.chain(), KNOWN, now).getFirst().signature();

    assertThat(signature.opened()).isEqualTo(new Opened.Computation());
    assertThat(signature.digest()).hasSize(64);
    assertThat(signature.fits()).isTrue();
  }

  @Test
  void aChangedCertificateHasAnotherDigestThanItsSignature() throws Exception {
    Identity leaf = CertificateMaker.issuedBy(ROOT, Fixtures.server(), KeyKind.EC_P256);
    X509Certificate changed = changed(leaf.certificate(), "server.test", "sErver.test");

    List<ChainLink> links = ChainCheck.verify(List.of(changed), KNOWN, now);

    SignatureCheck signature = links.getFirst().signature();
    assertThat(kinds(links)).containsExactly(Kind.SIGNATURE);
    assertThat(signature.opened())
        .isInstanceOf(Opened.Digest.class)
        .isNotEqualTo(new Opened.Digest(signature.digest()));
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void anotherKeyOfTheIssuersNameDoesNotOpenTheSignature(KeyKind kind) {
    Identity impostor = CertificateMaker.selfSigned(Fixtures.ca("Root"), kind);
    X509Certificate leaf =
        CertificateMaker.issuedBy(ROOT, Fixtures.server(), KeyKind.EC_P256).certificate();

    List<ChainLink> links = ChainCheck.verify(List.of(leaf), List.of(impostor.certificate()), now);

    assertThat(kinds(links)).containsExactly(Kind.SIGNATURE);
    assertThat(links.getFirst().signature().opened()).isInstanceOf(Opened.Nonsense.class);
  }

  @Test
  void aChainToNobodyKnownIsRefused() {
    List<ChainLink> links = ChainCheck.verify(LEAF.chain(), List.of(), now);

    assertThat(links.getLast().issuer()).isEqualTo(new Issuer.Missing());
    assertThat(kinds(links)).containsExactly(Kind.UNKNOWN_ISSUER);
  }

  // SPEC 3.5: what may be an anchor.
  @Test
  void theChainMayEndAtAKnownIntermediate() {
    List<ChainLink> links =
        ChainCheck.verify(List.of(LEAF.certificate()), List.of(MIDDLE.certificate()), now);

    assertThat(faults(links)).isEmpty();
    assertThat(links.getLast().issuer()).isEqualTo(new Issuer.NotAsked());
  }

  @Test
  void aSelfSignedServerIsKnownByBeingOnTheList() {
    X509Certificate own =
        CertificateMaker.selfSigned(Fixtures.server(), KeyKind.RSA_2048).certificate();

    assertThat(kinds(ChainCheck.verify(List.of(own), List.of(own), now))).isEmpty();
    assertThat(kinds(ChainCheck.verify(List.of(own), KNOWN, now)))
        .containsExactly(Kind.UNKNOWN_ISSUER);
  }

  @Test
  void aLeafThatAnotherIssuedIsNoAnchor() {
    X509Certificate leaf = LEAF.certificate();

    assertThat(kinds(ChainCheck.verify(List.of(leaf), List.of(leaf), now)))
        .containsExactly(Kind.UNKNOWN_ISSUER);
  }

  @Test
  void everyDateCountsTheKnownRootsToo() {
    Instant late = now.plus(Duration.ofDays(91));
    Instant early = now.minus(Duration.ofDays(2));

    assertThat(kinds(ChainCheck.verify(LEAF.chain(), KNOWN, late)))
        .containsExactly(Kind.EXPIRED, Kind.EXPIRED, Kind.EXPIRED);
    assertThat(kinds(ChainCheck.verify(LEAF.chain(), KNOWN, early)))
        .containsExactly(Kind.NOT_YET_VALID, Kind.NOT_YET_VALID, Kind.NOT_YET_VALID);
  }

  @Test
  void theLastSecondOfValidityIsInside() {
    Instant last = LEAF.certificate().getNotAfter().toInstant();

    assertThat(ChainCheck.verify(LEAF.chain(), KNOWN, last).getFirst().faults()).isEmpty();
    assertThat(ChainCheck.verify(LEAF.chain(), KNOWN, last.plusMillis(1)).getFirst().faults())
        .extracting(Fault::kind)
        .containsExactly(Kind.EXPIRED);
  }

  /// A server's certificate with the CA's name and key: the signature fits, the right is missing.
  @Test
  void whoIsNoCaMayNotSign() {
    X509Certificate noCa =
        CertificateMaker.certify(
                ROOT,
                Fixtures.around(now, "CN=Middle", Purpose.SERVER),
                MIDDLE.certificate().getPublicKey())
            .getFirst();

    assertThat(kinds(ChainCheck.verify(List.of(LEAF.certificate(), noCa), KNOWN, now)))
        .containsExactly(Kind.ISSUER_MAY_NOT_SIGN);
  }

  @Test
  void aPathLengthCountsTheCasBelow() {
    Identity sub = CertificateMaker.issuedBy(MIDDLE, Fixtures.ca("Sub"), KeyKind.EC_P256);
    Identity leaf = CertificateMaker.issuedBy(sub, Fixtures.server(), KeyKind.EC_P256);

    assertThat(kinds(withMiddleOf(leaf, sub, 1))).isEmpty();
    assertThat(kinds(withMiddleOf(leaf, sub, 0))).containsExactly(Kind.ISSUER_MAY_NOT_SIGN);
  }

  @Test
  void certificatesThatSignedEachOtherLeadNowhere() {
    Identity a = CertificateMaker.selfSigned(Fixtures.ca("A"), KeyKind.EC_P256);
    Identity b = CertificateMaker.selfSigned(Fixtures.ca("B"), KeyKind.EC_P256);
    X509Certificate aByB =
        CertificateMaker.certify(b, Fixtures.ca("A"), a.certificate().getPublicKey()).getFirst();
    X509Certificate bByA =
        CertificateMaker.certify(a, Fixtures.ca("B"), b.certificate().getPublicKey()).getFirst();

    assertThat(kinds(ChainCheck.verify(List.of(aByB, bByA), KNOWN, now)))
        .containsExactly(Kind.UNKNOWN_ISSUER);
  }

  private List<ChainLink> withMiddleOf(Identity leaf, Identity sub, int pathLength) {
    X509Certificate middle =
        CertificateMaker.certify(
                ROOT,
                Fixtures.ca("Middle").withPathLength(pathLength),
                MIDDLE.certificate().getPublicKey())
            .getFirst();
    return ChainCheck.verify(List.of(leaf.certificate(), sub.certificate(), middle), KNOWN, now);
  }

  private static List<Fault> faults(List<ChainLink> links) {
    return links.stream().flatMap(link -> link.faults().stream()).toList();
  }

  private static List<Kind> kinds(List<ChainLink> links) {
    return faults(links).stream().map(Fault::kind).toList();
  }

  private static X509Certificate changed(X509Certificate certificate, String from, String to)
      throws Exception {
    String octets = new String(certificate.getEncoded(), StandardCharsets.ISO_8859_1);
    byte[] changed = octets.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(changed));
  }
}
