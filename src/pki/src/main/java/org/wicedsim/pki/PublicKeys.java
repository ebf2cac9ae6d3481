package org.wicedsim.pki;

import java.io.IOException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/// Makes public keys of the JDK from their DER.
final class PublicKeys {
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA", "RSASSA-PSS", "DSA");

  private PublicKeys() {}

  /// The key of a SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7).
  ///
  /// @param place the key's place in messages
  /// @throws PkiException if it is damaged or of a kind that the JDK does not know
  static PublicKey decode(byte[] der, String place) {
    return ALGORITHMS.stream()
        .flatMap(algorithm -> decode(algorithm, der).stream())
        .findFirst()
        .orElseThrow(() ->
            new PkiException(
                "%s: the public key %s; expected an EC key on P-256, P-384 or P-521, or an RSA key"
                    .formatted(place, fault(der))));
  }

  /// PKCS#1 (RFC 8017) in, SubjectPublicKeyInfo out.
  ///
  /// @throws PkiException if the octets are no such key
  static byte[] rsaToInfo(byte[] der, String place) {
    try {
      AlgorithmIdentifier rsa =
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
      return new SubjectPublicKeyInfo(rsa, RSAPublicKey.getInstance(der)).getEncoded();
    } catch (IOException | IllegalArgumentException | IllegalStateException _) {
      throw new PkiException(place + ": the public key is damaged");
    }
  }

  private static Optional<PublicKey> decode(String algorithm, byte[] der) {
    try {
      KeyFactory factory = KeyFactory.getInstance(algorithm);
      return Optional.of(factory.generatePublic(new X509EncodedKeySpec(der)));
    } catch (InvalidKeySpecException _) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new PkiException("This Java knows no " + algorithm + " keys: " + e.getMessage(), e);
    }
  }

  private static String fault(byte[] der) {
    try {
      var id = SubjectPublicKeyInfo.getInstance(der).getAlgorithm();
      return "is damaged, or of a kind that is not known: "
          + new DefaultAlgorithmNameFinder().getAlgorithmName(id);
    } catch (IllegalArgumentException | IllegalStateException _) {
      return "is damaged";
    }
  }
}
