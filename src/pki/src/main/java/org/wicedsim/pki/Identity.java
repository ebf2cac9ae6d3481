package org.wicedsim.pki;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/// A private key and the certificates that prove who holds it.
///
/// The chain is what a TLS server sends: the key's own certificate first, then each one's issuer. A
/// self-signed root is left out unless it is the only one. That key and certificate belong
/// together, and that the chain is in order, is checked when the record is built.
///
/// @param privateKey an RSA or EC key
/// @param chain at least one certificate
public record Identity(PrivateKey privateKey, List<X509Certificate> chain) {

  /// Checks key and chain.
  ///
  /// @throws PkiException if the chain is empty or out of order, or the key is not the first
  ///   certificate's
  public Identity {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new PkiException("An identity needs a certificate, and there is none");
    }
    if (!belongTogether(privateKey, chain.getFirst())) {
      throw new PkiException(
          "The private key does not belong to the certificate of " + nameOf(chain.getFirst()));
    }
    for (int i = 1; i < chain.size(); i++) {
      checkIssuer(chain.get(i - 1), chain.get(i));
    }
  }

  /// The key's own certificate, the first of the chain.
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /// Subject, issuer, serial number and expiry of the certificate; nothing of the key.
  @Override
  public String toString() {
    X509Certificate own = certificate();
    return "Identity[subject=%s, issuer=%s, serial=%x, notAfter=%s, chain=%d]"
        .formatted(
            nameOf(own),
            own.getIssuerX500Principal().getName(),
            own.getSerialNumber(),
            own.getNotAfter().toInstant(),
            chain.size());
  }

  private static void checkIssuer(X509Certificate certificate, X509Certificate next) {
    if (!certificate.getIssuerX500Principal().equals(next.getSubjectX500Principal())) {
      throw new PkiException(
          "The chain is out of order: %s was issued by %s, but the next certificate is of %s"
              .formatted(
                  nameOf(certificate),
                  certificate.getIssuerX500Principal().getName(),
                  nameOf(next)));
    }
  }

  /// The JDK derives no public key from a private one; a signature made with one and checked with
  /// the other tells the same for every kind of key.
  private static boolean belongTogether(PrivateKey privateKey, X509Certificate certificate) {
    String algorithm = SignatureAlgorithm.of(privateKey);
    if (!privateKey.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
      return false;
    }
    try {
      byte[] probe = certificate.getEncoded();
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(privateKey);
      signer.update(probe);
      byte[] signed = signer.sign();
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(certificate.getPublicKey());
      verifier.update(probe);
      return verifier.verify(signed);
    } catch (GeneralSecurityException e) {
      // A signature of another size or curve is refused with an exception instead of a "no".
      return false;
    }
  }

  private static String nameOf(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }
}
