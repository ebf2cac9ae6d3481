package org.wicedsim.pki;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/// Questions that several classes ask of a certificate.
final class Certificates {
  private static final int KEY_CERT_SIGN = 5;

  private Certificates() {}

  /// Whether subject and issuer have one name.
  static boolean isSelfIssued(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  static boolean isSelfSigned(X509Certificate certificate) {
    return isSelfIssued(certificate) && isSignedBy(certificate, certificate);
  }

  /// Whether the issuer's key opens the signature; names and rights count for nothing.
  static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  static boolean isNamedAsIssuerOf(X509Certificate issuer, X509Certificate certificate) {
    return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  /// Whether a certificate may sign others. A root of version 1 has no way to say that it is a CA,
  /// and counts as one.
  static boolean mayIssue(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    boolean signs = usage == null || usage[KEY_CERT_SIGN];
    boolean authority =
        certificate.getBasicConstraints() >= 0
            || (certificate.getVersion() < 3 && isSelfIssued(certificate));
    return authority && signs;
  }
}
