package org.wicedsim.pki;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Certificates and private keys as PEM text (RFC 7468), as openssl reads and writes it.
///
/// Reading takes any line ends, skips text before, between and after the blocks, and passes over
/// blocks of another kind, so that one file may hold both a certificate and its key. Writing ends
/// lines with LF.
public final class Pem {
  private Pem() {}

  /// Certificates, in order.
  public static String encode(List<X509Certificate> certificates) {
    return certificates.stream().map(Pem::encode).collect(Collectors.joining());
  }

  /// One certificate.
  public static String encode(X509Certificate certificate) {
    try {
      return PemBlock.encode("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new PkiException("The certificate has no DER form: " + e.getMessage(), e);
    }
  }

  /// A private key in PKCS#8, unencrypted.
  ///
  /// @throws PkiException if the key does not leave its device
  public static String encode(PrivateKey key) {
    byte[] pkcs8 = key.getEncoded();
    if (pkcs8 == null) {
      throw new PkiException("The private key cannot be written: it does not leave its device");
    }
    return PemBlock.encode("PRIVATE KEY", pkcs8);
  }

  /// The certificates of a text, in order, at least one.
  ///
  /// @param source the text's name in messages, such as its file name
  /// @throws PkiException if there is none, or one is damaged
  public static List<X509Certificate> certificates(String text, String source) {
    List<PemBlock> blocks = PemBlock.parse(text, source);
    List<X509Certificate> certificates = new ArrayList<>();
    for (PemBlock block : blocks) {
      if (block.isCertificate()) {
        certificates.add(certificate(block, source));
      }
    }
    if (certificates.isEmpty()) {
      throw new PkiException(
          "%s holds %s; expected a certificate (BEGIN CERTIFICATE)"
              .formatted(source, found(blocks, text)));
    }
    return certificates;
  }

  /// The certificates of a file, in order, at least one.
  ///
  /// @throws PkiException if the file cannot be read, holds no certificate, or one is damaged
  public static List<X509Certificate> certificates(Path file) {
    return certificates(PkiFiles.read(file), file.toString());
  }

  /// The one private key of a text: PKCS#8, or the older forms of openssl for EC and RSA.
  ///
  /// @param source the text's name in messages, such as its file name
  /// @throws PkiException if there is none or more than one, or it is encrypted, damaged, or
  ///   neither EC nor RSA
  public static PrivateKey privateKey(String text, String source) {
    List<PemBlock> blocks = PemBlock.parse(text, source);
    List<PemBlock> keys = blocks.stream().filter(PemBlock::isPrivateKey).toList();
    if (keys.isEmpty()) {
      throw new PkiException(
          "%s holds %s; expected a private key (BEGIN PRIVATE KEY)"
              .formatted(source, found(blocks, text)));
    }
    if (keys.size() > 1) {
      throw new PkiException(
          "%s holds %d private keys; expected one".formatted(source, keys.size()));
    }
    return PrivateKeys.decode(keys.getFirst(), source);
  }

  /// The one private key of a file, whatever the file's mode.
  ///
  /// @throws PkiException if the file cannot be read, and as for a text
  public static PrivateKey privateKey(Path file) {
    return privateKey(PkiFiles.read(file), file.toString());
  }

  /// A key and its chain from two files, which may be the same.
  ///
  /// @throws PkiException if one cannot be read, or they do not belong together
  public static Identity identity(Path certificateFile, Path privateKeyFile) {
    List<X509Certificate> chain = certificates(certificateFile);
    PrivateKey key = privateKey(privateKeyFile);
    try {
      return new Identity(key, chain);
    } catch (PkiException e) {
      throw new PkiException(
          "%s and %s do not fit: %s".formatted(certificateFile, privateKeyFile, e.getMessage()), e);
    }
  }

  /// Writes a new certificate file, mode 644.
  ///
  /// @throws PkiException if the file exists or cannot be written
  public static void write(Path file, List<X509Certificate> certificates) {
    PkiFiles.createPublic(file, encode(certificates));
  }

  /// Writes a new key file, which nobody but its owner can read at any moment (mode 600).
  ///
  /// @throws PkiException if the file exists or cannot be written
  public static void write(Path file, PrivateKey key) {
    PkiFiles.createPrivate(file, encode(key));
  }

  static X509Certificate certificate(PemBlock block, String source) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.der()));
    } catch (CertificateException e) {
      throw new PkiException(
          "%s: the certificate is damaged: %s".formatted(block.place(source), e.getMessage()), e);
    }
  }

  /// What a text holds, in words for a message.
  static String found(List<PemBlock> blocks, String text) {
    if (!blocks.isEmpty()) {
      return blocks.stream()
          .map(PemBlock::description)
          .distinct()
          .collect(Collectors.joining(" and "));
    }
    if (text.isBlank()) {
      return "nothing";
    }
    if (Der.isLikely(text.getBytes(StandardCharsets.ISO_8859_1))) {
      return "no PEM, maybe DER (wiced-sim cert convert makes PEM of it)";
    }
    return switch (text.charAt(0)) {
      case 0xFE, 0xFF -> "UTF-16 text (save it as ASCII or UTF-8)";
      default -> "no PEM block";
    };
  }
}
