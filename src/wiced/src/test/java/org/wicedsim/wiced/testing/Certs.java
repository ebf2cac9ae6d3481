package org.wicedsim.wiced.testing;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.Purpose;

/// Certificates of all kinds, good ones and those that must be refused.
public final class Certs {
  /// The class server's name, which the certificates here are made for.
  public static final String NAME = "wwep.ww101.cypress.com";

  private static final Duration DAY = Duration.ofDays(1);

  private Certs() {}

  /// A root, valid from yesterday on.
  public static Identity root(String name) {
    return CertificateMaker.selfSigned(ca(name), KeyKind.EC_P256);
  }

  /// A CA below another one.
  public static Identity intermediate(Identity issuer, String name) {
    return CertificateMaker.issuedBy(issuer, ca(name), KeyKind.EC_P256);
  }

  /// A server's identity that signed itself.
  public static Identity selfSigned() {
    return CertificateMaker.selfSigned(server(), KeyKind.EC_P256);
  }

  /// A server's identity that a CA signed.
  public static Identity issuedBy(Identity issuer) {
    return CertificateMaker.issuedBy(issuer, server(), KeyKind.EC_P256);
  }

  /// A server's identity that a CA signed, by this specification.
  public static Identity issuedBy(Identity issuer, CertificateSpec spec) {
    return CertificateMaker.issuedBy(issuer, spec, KeyKind.EC_P256);
  }

  /// The identity of a client that a CA signed.
  public static Identity client(Identity issuer) {
    return CertificateMaker.issuedBy(issuer, valid("CN=board", Purpose.CLIENT), KeyKind.EC_P256);
  }

  /// A server's certificate, valid now, for [#NAME].
  public static CertificateSpec server() {
    return valid("CN=" + NAME, Purpose.SERVER).withAlternativeNames(List.of(NAME), List.of());
  }

  /// The same, whose last day was yesterday.
  public static CertificateSpec expired() {
    Instant now = Instant.now();
    return dated(now.minus(DAY.multipliedBy(3)), now.minus(DAY));
  }

  /// The same, whose first day is tomorrow.
  public static CertificateSpec notYetValid() {
    Instant now = Instant.now();
    return dated(now.plus(DAY), now.plus(DAY.multipliedBy(3)));
  }

  /// The same, valid between two instants.
  public static CertificateSpec dated(Instant from, Instant until) {
    return CertificateSpec.of("CN=" + NAME, Purpose.SERVER, from, until)
        .withAlternativeNames(List.of(NAME), List.of());
  }

  /// A certificate with these names, valid now.
  public static CertificateSpec named(String subject, String... dnsNames) {
    return valid(subject, Purpose.SERVER).withAlternativeNames(List.of(dnsNames), List.of());
  }

  /// A self-signed identity with RSA, signed with SHA-1, as the course's own certificate was.
  public static Identity sha1SelfSigned() {
    return OddCertificates.selfSigned("RSA", "SHA1withRSA");
  }

  /// A server's identity that a CA signed with SHA-1.
  public static Identity sha1IssuedBy(Identity issuer) {
    return OddCertificates.issuedBy(issuer, "SHA1withECDSA");
  }

  /// A server's identity that any other one signed, whether that is a CA or not.
  public static Identity signedBy(Identity issuer) {
    return OddCertificates.issuedBy(issuer, "SHA256withECDSA");
  }

  /// A root of version 1, which has no way to say that it is a CA.
  public static Identity version1Root() {
    return OddCertificates.version1Root();
  }

  /// The same identity, with a certificate whose signature was changed in its last octet.
  public static Identity withBrokenSignature(Identity identity) {
    return OddCertificates.withBrokenSignature(identity);
  }

  /// Certificates as PEM.
  public static byte[] pem(X509Certificate... certificates) {
    return Pem.encode(List.of(certificates)).getBytes(StandardCharsets.US_ASCII);
  }

  private static CertificateSpec ca(String name) {
    return valid("CN=" + name, Purpose.CA);
  }

  private static CertificateSpec valid(String subject, Purpose purpose) {
    Instant now = Instant.now();
    return CertificateSpec.of(subject, purpose, now.minus(DAY), now.plus(DAY.multipliedBy(90)));
  }
}
