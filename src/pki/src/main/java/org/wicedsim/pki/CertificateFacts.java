package org.wicedsim.pki;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// What a certificate says, as text that is fit for a terminal.
///
/// @param subject whom it is about
/// @param issuer who signed it
/// @param dnsNames the alternative names
/// @param addresses the alternative addresses
/// @param notBefore the first second of validity
/// @param notAfter the last second of validity
/// @param key the public key's kind and size
/// @param signatureAlgorithm such as `SHA256withRSA`
/// @param authority whether it may sign others
/// @param pathLength how many CAs may follow below, or [CertificateSpec#NO_PATH_LIMIT]; -1 where it
///   is no authority
/// @param usages keyUsage and extendedKeyUsage, by the names of RFC 5280; empty is "not limited"
/// @param serial the serial number, hexadecimal
/// @param fingerprint SHA-256 over the whole certificate, `AB:CD:...`
/// @param selfSigned whether its own key opens its signature
public record CertificateFacts(
    String subject,
    String issuer,
    List<String> dnsNames,
    List<String> addresses,
    Instant notBefore,
    Instant notAfter,
    KeyFacts key,
    String signatureAlgorithm,
    boolean authority,
    int pathLength,
    List<String> usages,
    String serial,
    String fingerprint,
    boolean selfSigned) {
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

  /// In the order of their bits (RFC 5280 section 4.2.1.3).
  private static final List<String> KEY_USAGES =
      List.of(
          "digitalSignature",
          "nonRepudiation",
          "keyEncipherment",
          "dataEncipherment",
          "keyAgreement",
          "keyCertSign",
          "cRLSign",
          "encipherOnly",
          "decipherOnly");

  private static final Map<String, String> EXTENDED_USAGES =
      Map.of(
          "1.3.6.1.5.5.7.3.1", "serverAuth",
          "1.3.6.1.5.5.7.3.2", "clientAuth",
          "1.3.6.1.5.5.7.3.3", "codeSigning",
          "1.3.6.1.5.5.7.3.4", "emailProtection",
          "1.3.6.1.5.5.7.3.8", "timeStamping",
          "1.3.6.1.5.5.7.3.9", "OCSPSigning",
          "2.5.29.37.0", "anyExtendedKeyUsage");

  /// Copies the lists.
  public CertificateFacts {
    dnsNames = List.copyOf(dnsNames);
    addresses = List.copyOf(addresses);
    usages = List.copyOf(usages);
  }

  /// Reads a certificate.
  public static CertificateFacts of(X509Certificate certificate) {
    return new CertificateFacts(
        name(certificate),
        Printable.of(certificate.getIssuerX500Principal().toString()),
        CertificateNames.dnsNames(certificate).stream().map(Printable::of).toList(),
        CertificateNames.addresses(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        KeyFacts.of(certificate.getPublicKey()),
        Printable.of(certificate.getSigAlgName()),
        Certificates.mayIssue(certificate),
        certificate.getBasicConstraints(),
        usages(certificate),
        certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
        fingerprint(certificate),
        Certificates.isSelfSigned(certificate));
  }

  /// Whether a moment lies inside the validity.
  public boolean validAt(Instant moment) {
    return !moment.isBefore(notBefore) && !moment.isAfter(notAfter);
  }

  /// The subject of a certificate.
  static String name(X509Certificate certificate) {
    return Printable.of(certificate.getSubjectX500Principal().toString());
  }

  private static List<String> usages(X509Certificate certificate) {
    List<String> usages = new ArrayList<>();
    boolean[] bits = certificate.getKeyUsage();
    if (bits != null) {
      IntStream.range(0, Math.min(bits.length, KEY_USAGES.size()))
          .filter(bit -> bits[bit])
          .mapToObj(KEY_USAGES::get)
          .forEach(usages::add);
    }
    try {
      List<String> extended = certificate.getExtendedKeyUsage();
      if (extended != null) {
        extended.forEach(id -> usages.add(EXTENDED_USAGES.getOrDefault(id, id)));
      }
    } catch (CertificateParsingException _) {
      usages.add("extendedKeyUsage, which cannot be read");
    }
    return usages;
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      return COLONS.formatHex(
          MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new PkiException("This Java has no SHA-256: " + e.getMessage(), e);
    }
  }
}
