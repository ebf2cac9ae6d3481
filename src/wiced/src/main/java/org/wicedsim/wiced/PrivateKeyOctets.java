package org.wicedsim.wiced;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import org.wicedsim.pki.Pem;

/// Reads private keys as firmware holds them.
final class PrivateKeyOctets {
  private PrivateKeyOctets() {}

  /// A key in PEM, in any form that openssl writes; or in DER, in PKCS#8.
  ///
  /// @throws GeneralSecurityException when it is DER and no such key
  /// @throws org.wicedsim.pki.PkiException when it is PEM and no such key, or encrypted
  static PrivateKey parse(byte[] octets) throws GeneralSecurityException {
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    if (text.contains("-----BEGIN")) {
      return Pem.privateKey(text, "the private key");
    }
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(octets));
    } catch (InvalidKeySpecException _) {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(octets));
    }
  }
}
