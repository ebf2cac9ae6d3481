package org.wicedsim.wiced;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

/// Reads the certificates that firmware trusts.
final class RootCertificates {
  private RootCertificates() {}

  /// The certificates of PEM or DER octets; none when one of them cannot be read, which a
  /// diagnostic tells.
  static List<X509Certificate> parse(Sdk sdk, byte[] trusted) {
    try {
      return Certificates.parse(trusted);
    } catch (CertificateException e) {
      sdk.diagnose("bad-root-ca", "the root CA certificates cannot be read: " + e.getMessage());
      return List.of();
    }
  }
}
