package org.wicedsim.pki;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/// Makes what impostors present, so that clients can be tried against them.
public final class Impostors {
  private static final List<String> MODERN = List.of("TLSv1.3", "TLSv1.2");
  private static final List<String> OUTDATED = List.of("TLSv1.1", "TLSv1");
  private static final Duration VALID = Duration.ofDays(30);
  private static final Duration DAY = Duration.ofDays(1);

  /// Not a name of anybody's (RFC 2606).
  private static final String OTHER_NAME = "impostor.example";

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private Impostors() {}

  /// Stages an impostor of a server, with keys of the same kind as the server's.
  ///
  /// `EXPIRED` and `WRONG_NAME` are signed with the real key, as if its owner had issued them: the
  /// real certificate must be allowed to sign, as every self-signed one made here is.
  ///
  /// @param real the server that is played, whose certificate (or issuer) clients trust
  /// @param now the present time
  /// @throws PkiException if `real` would have to sign, and may not
  public static StagedImpostor stage(Impostor impostor, Identity real, Instant now) {
    CertificateSpec valid = likeReal(real, now.minus(DAY), now.plus(VALID));
    KeyKind kind = kindOf(real);
    return switch (impostor) {
      case SELF_SIGNED -> staged(impostor, CertificateMaker.selfSigned(valid, kind), MODERN);
      case OTHER_CA ->
          staged(impostor, CertificateMaker.issuedBy(otherCa(valid, kind), valid, kind), MODERN);
      case EXPIRED -> {
        CertificateSpec old = issued(likeReal(real, now.minus(VALID), now.minus(DAY)), "expired");
        yield staged(impostor, CertificateMaker.issuedBy(real, old, kind), MODERN);
      }
      case WRONG_NAME -> {
        CertificateSpec other =
            CertificateSpec.of(
                    "CN=" + OTHER_NAME, Purpose.SERVER, valid.notBefore(), valid.notAfter())
                .withAlternativeNames(List.of(OTHER_NAME), List.of());
        yield staged(impostor, CertificateMaker.issuedBy(real, other, kind), MODERN);
      }
      case STOLEN_CERTIFICATE ->
          new StagedImpostor(impostor, kind.generate().getPrivate(), real.chain(), MODERN);
      case PROTOCOL_DOWNGRADE ->
          staged(impostor, CertificateMaker.selfSigned(valid, kind), OUTDATED);
    };
  }

  private static StagedImpostor staged(
      Impostor impostor, Identity identity, List<String> protocols) {
    return new StagedImpostor(impostor, identity.privateKey(), identity.chain(), protocols);
  }

  private static Identity otherCa(CertificateSpec dates, KeyKind kind) {
    return CertificateMaker.selfSigned(
        CertificateSpec.of("CN=Impostor CA", Purpose.CA, dates.notBefore(), dates.notAfter()),
        kind);
  }

  /// The real certificate's subject and names, with other dates.
  private static CertificateSpec likeReal(Identity real, Instant from, Instant until) {
    X509Certificate certificate = real.certificate();
    List<String> names = new ArrayList<>();
    List<Inet4Address> addresses = new ArrayList<>();
    for (List<?> alternative : alternatives(certificate)) {
      String text = String.valueOf(alternative.get(1));
      switch ((Integer) alternative.get(0)) {
        case DNS_NAME -> names.add(text);
        case IP_ADDRESS -> {
          if (InetAddress.ofLiteral(text) instanceof Inet4Address address) {
            addresses.add(address);
          }
        }
        default -> {}
      }
    }
    return CertificateSpec.of(certificate.getSubjectX500Principal(), Purpose.SERVER, from, until)
        .withAlternativeNames(names, addresses);
  }

  /// With a subject of its own: a self-signed issuer has the real one, and a certificate with the
  /// name of its issuer would be taken for a root.
  private static CertificateSpec issued(CertificateSpec spec, String unit) {
    return CertificateSpec.of(
            new X500Principal("OU=%s, %s".formatted(unit, spec.subject().getName())),
            spec.purpose(),
            spec.notBefore(),
            spec.notAfter())
        .withAlternativeNames(spec.dnsNames(), spec.addresses());
  }

  private static Collection<List<?>> alternatives(X509Certificate certificate) {
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      return alternatives == null ? List.of() : alternatives;
    } catch (CertificateParsingException e) {
      throw new PkiException(
          "The names of the real certificate cannot be read: " + e.getMessage(), e);
    }
  }

  private static KeyKind kindOf(Identity identity) {
    return identity.privateKey().getAlgorithm().equals("RSA") ? KeyKind.RSA_2048 : KeyKind.EC_P256;
  }
}
