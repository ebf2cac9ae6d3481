package org.wicedsim.wiced.testing;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v1CertificateBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.wicedsim.pki.Identity;

/// Certificates that the product would not make.
final class OddCertificates {
  private static final X500Name SERVER = new X500Name("CN=" + Certs.NAME);

  private OddCertificates() {}

  static Identity selfSigned(String keyAlgorithm, String signature) {
    try {
      KeyPair keys = keys(keyAlgorithm);
      return new Identity(
          keys.getPrivate(), List.of(sign(SERVER, keys, signature, keys.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new AssertionError(e);
    }
  }

  static Identity issuedBy(Identity issuer, String signature) {
    try {
      KeyPair keys = keys("EC");
      X500Name name =
          X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
      List<X509Certificate> chain = new ArrayList<>();
      chain.add(sign(name, keys, signature, issuer.privateKey()));
      chain.addAll(issuer.chain());
      return new Identity(keys.getPrivate(), chain);
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new AssertionError(e);
    }
  }

  static Identity version1Root() {
    try {
      KeyPair keys = keys("EC");
      X500Name name = new X500Name("CN=Old root");
      X509v1CertificateBuilder builder =
          new JcaX509v1CertificateBuilder(
              name, BigInteger.TWO, yesterday(), inAMonth(), name, keys.getPublic());
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
      return new Identity(keys.getPrivate(), List.of(certificate));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  static Identity withBrokenSignature(Identity identity) {
    try {
      byte[] der = identity.certificate().getEncoded();
      der[der.length - 1] ^= 1;
      List<X509Certificate> chain = new ArrayList<>(identity.chain());
      chain.set(
          0,
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
      return new Identity(identity.privateKey(), chain);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static X509Certificate sign(
      X500Name issuer, KeyPair keys, String signature, PrivateKey signer)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer, BigInteger.TEN, yesterday(), inAMonth(), SERVER, keys.getPublic());
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, Certs.NAME)));
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(signature).build(signer)));
  }

  private static Date yesterday() {
    return Date.from(Instant.now().minus(Duration.ofDays(1)));
  }

  private static Date inAMonth() {
    return Date.from(Instant.now().plus(Duration.ofDays(30)));
  }

  private static KeyPair keys(String algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(algorithm.equals("RSA") ? 2_048 : 256);
    return generator.generateKeyPair();
  }
}
