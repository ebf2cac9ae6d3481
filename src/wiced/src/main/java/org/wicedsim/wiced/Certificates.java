package org.wicedsim.wiced;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads certificates as firmware holds them.
final class Certificates {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

  private Certificates() {}

  /// All certificates of a PEM text, with whatever stands between them, or the one of a DER file.
  ///
  /// @throws CertificateException when there is none, or one is broken
  static List<X509Certificate> parse(byte[] octets) throws CertificateException {
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    Matcher blocks = PEM.matcher(text);
    List<X509Certificate> certificates = new ArrayList<>();
    while (blocks.find()) {
      certificates.add(parseOne(blocks.group().getBytes(StandardCharsets.ISO_8859_1)));
    }
    if (certificates.isEmpty()) {
      if (text.contains("-----BEGIN")) {
        throw new CertificateException("this PEM text holds no certificate");
      }
      certificates.add(parseOne(octets));
    }
    return List.copyOf(certificates);
  }

  private static X509Certificate parseOne(byte[] octets) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(octets));
  }
}
