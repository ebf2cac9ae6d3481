package org.wicedsim.wwepserver;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.List;

/// The key and certificates by which the server proves who it is (SPEC 2.8).
///
/// @param key an EC or RSA key; [#toString] does not show it
/// @param chain the server's certificate first, then the ones that lead to a root; not empty
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {
  /// Throws [IllegalArgumentException] where the chain is empty or the key does not belong to its
  /// first certificate.
  public ServerIdentity {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a server identity needs at least one certificate");
    }
    if (!signsFor(key, chain.getFirst())) {
      throw new IllegalArgumentException(
          "the private key does not belong to the certificate of "
              + chain.getFirst().getSubjectX500Principal()
              + ": give the key that the certificate was made with");
    }
  }

  private static boolean signsFor(PrivateKey key, X509Certificate certificate) {
    byte[] probe = {1, 2, 3};
    try {
      Signature signature =
          Signature.getInstance(key instanceof ECKey ? "SHA256withECDSA" : "SHA256withRSA");
      signature.initSign(key);
      signature.update(probe);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(probe);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "ServerIdentity[" + chain.getFirst().getSubjectX500Principal() + "]";
  }
}
