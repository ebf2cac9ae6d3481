package org.wicedsim.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes keys and certificates for them (RFC 5280), signed over SHA-256.
///
/// Serial numbers are random, 159 bits; subject and authority key identifiers are always set.
public final class CertificateMaker {
  private static final int SERIAL_BITS = 159;
  private static final int KEY_CERT_SIGN_BIT = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private CertificateMaker() {}

  /// A new key with a certificate that it signed itself.
  ///
  /// Such a certificate is its own trust anchor, so it may sign (CA:TRUE, keyCertSign) whatever its
  /// purpose: openssl before 3.0 does not find it to be its own issuer otherwise, and RFC 5280
  /// section 4.2.1.3 asks for CA:TRUE then. For a server or a client the path length is 0.
  public static Identity selfSigned(CertificateSpec spec, KeyKind kind) {
    KeyPair keys = kind.generate();
    AuthorityKeyIdentifier keyId = new AuthorityKeyIdentifier(keyIdentifier(keys.getPublic()));
    X509Certificate certificate =
        certify(spec, keys.getPublic(), new Signer(spec.subject(), keys.getPrivate(), keyId, true));
    return new Identity(keys.getPrivate(), List.of(certificate));
  }

  /// A new key with a certificate signed by an authority.
  ///
  /// The chain holds the new certificate and those of `issuer` below its root.
  ///
  /// @throws PkiException if the issuer's certificate does not allow it to sign this one
  public static Identity issuedBy(Identity issuer, CertificateSpec spec, KeyKind kind) {
    KeyPair keys = kind.generate();
    return new Identity(keys.getPrivate(), certify(issuer, spec, keys.getPublic()));
  }

  /// A certificate signed by an authority for a key that stays where it was made.
  ///
  /// The authority need not see the private key, and must not: a public key is enough.
  ///
  /// @return the chain: the new certificate and those of `issuer` below its root
  /// @throws PkiException if the issuer's certificate does not allow it to sign this one
  public static List<X509Certificate> certify(
      Identity issuer, CertificateSpec spec, PublicKey publicKey) {
    X509Certificate authority = issuer.certificate();
    checkMaySign(authority, spec);
    Signer signer =
        new Signer(
            authority.getSubjectX500Principal(),
            issuer.privateKey(),
            authorityKeyIdentifier(authority),
            false);
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(certify(spec, publicKey, signer));
    issuer.chain().stream().filter(link -> !Certificates.isSelfIssued(link)).forEach(chain::add);
    return chain;
  }

  private record Signer(
      X500Principal name, PrivateKey key, AuthorityKeyIdentifier keyId, boolean ownSubject) {}

  private static X509Certificate certify(CertificateSpec spec, PublicKey key, Signer signer) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              signer.name(),
              new BigInteger(SERIAL_BITS, RANDOM),
              Date.from(spec.notBefore()),
              Date.from(spec.notAfter()),
              spec.subject(),
              key);
      boolean authority = spec.purpose() == Purpose.CA || signer.ownSubject();
      builder.addExtension(Extension.basicConstraints, true, constraints(spec, authority));
      builder.addExtension(
          Extension.keyUsage, true, keyUsage(spec.purpose(), authority, key.getAlgorithm()));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyIdentifier(key)));
      builder.addExtension(Extension.authorityKeyIdentifier, false, signer.keyId());
      switch (spec.purpose()) {
        case SERVER -> addExtendedUsage(builder, KeyPurposeId.id_kp_serverAuth);
        case CLIENT -> addExtendedUsage(builder, KeyPurposeId.id_kp_clientAuth);
        case CA -> {}
      }
      if (!spec.dnsNames().isEmpty() || !spec.addresses().isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            AlternativeNames.encode(spec.dnsNames(), spec.addresses()));
      }
      var contentSigner =
          new JcaContentSignerBuilder(SignatureAlgorithm.of(signer.key())).build(signer.key());
      return new JcaX509CertificateConverter().getCertificate(builder.build(contentSigner));
    } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
      throw new PkiException(
          "No certificate could be made for %s: %s"
              .formatted(spec.subject().getName(), e.getMessage()),
          e);
    }
  }

  private static BasicConstraints constraints(CertificateSpec spec, boolean authority) {
    int pathLength = spec.purpose() == Purpose.CA ? spec.pathLength() : 0;
    return authority && pathLength != CertificateSpec.NO_PATH_LIMIT
        ? new BasicConstraints(pathLength)
        : new BasicConstraints(authority);
  }

  private static KeyUsage keyUsage(Purpose purpose, boolean authority, String keyAlgorithm) {
    int certificates = authority ? KeyUsage.keyCertSign : 0;
    int handshake =
        switch (purpose) {
          case CA -> KeyUsage.cRLSign;
          case CLIENT -> KeyUsage.digitalSignature;
          // TLS 1.2 and older may encrypt the key exchange to an RSA key.
          case SERVER ->
              keyAlgorithm.equals("RSA")
                  ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment
                  : KeyUsage.digitalSignature;
        };
    return new KeyUsage(certificates | handshake);
  }

  private static void addExtendedUsage(X509v3CertificateBuilder builder, KeyPurposeId usage)
      throws IOException {
    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(usage));
  }

  private static byte[] keyIdentifier(PublicKey key) {
    try {
      return new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key).getKeyIdentifier();
    } catch (GeneralSecurityException e) {
      throw new PkiException("This Java has no SHA-1 for key identifiers: " + e.getMessage(), e);
    }
  }

  /// What the authority calls its own key; not every authority hashes it as we do.
  private static AuthorityKeyIdentifier authorityKeyIdentifier(X509Certificate authority) {
    try {
      var extensions = new JcaX509CertificateHolder(authority).getExtensions();
      SubjectKeyIdentifier own = SubjectKeyIdentifier.fromExtensions(extensions);
      return new AuthorityKeyIdentifier(
          own == null ? keyIdentifier(authority.getPublicKey()) : own.getKeyIdentifier());
    } catch (GeneralSecurityException e) {
      throw new PkiException("The issuer's certificate cannot be read: " + e.getMessage(), e);
    }
  }

  private static void checkMaySign(X509Certificate authority, CertificateSpec spec) {
    String name = authority.getSubjectX500Principal().getName();
    boolean[] usage = authority.getKeyUsage();
    int pathLength = authority.getBasicConstraints();
    if (pathLength < 0 || (usage != null && !usage[KEY_CERT_SIGN_BIT])) {
      throw new PkiException(
          "The certificate of %s may not sign others: expected one of a CA".formatted(name));
    }
    if (spec.purpose() != Purpose.CA) {
      return;
    }
    if (pathLength == 0) {
      throw new PkiException(
          "The CA %s may not sign another CA: its path length is 0".formatted(name));
    }
    // Without a limit of its own the new CA is under that of its issuer.
    if (spec.pathLength() != CertificateSpec.NO_PATH_LIMIT && spec.pathLength() >= pathLength) {
      throw new PkiException(
          "The CA %s has the path length %d: a CA that it signs can have %d at most, not %d"
              .formatted(name, pathLength, pathLength - 1, spec.pathLength()));
    }
  }
}
