package org.wicedsim.pki;

import java.io.IOException;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/// What needs BouncyCastle in reading keys: openssl's older forms, and naming what the JDK refuses.
///
/// A class of its own, so that reading a key in PKCS#8 loads nothing of BouncyCastle.
final class TraditionalKeys {
  private static final Set<String> CURVES_OF_THE_JDK = Set.of("P-256", "P-384", "P-521");

  private TraditionalKeys() {}

  /// SEC 1 (RFC 5915) in, PKCS#8 (RFC 5208) out.
  ///
  /// @throws PkiException if the octets are no such key
  static byte[] ecToPkcs8(PemBlock block, String source) {
    try {
      ECPrivateKey key = ECPrivateKey.getInstance(block.der());
      ASN1Encodable curve = key.getParametersObject();
      return pkcs8(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key);
    } catch (IOException | IllegalArgumentException | IllegalStateException _) {
      throw damaged(block, source);
    }
  }

  /// PKCS#1 (RFC 8017) in, PKCS#8 (RFC 5208) out.
  ///
  /// @throws PkiException if the octets are no such key
  static byte[] rsaToPkcs8(PemBlock block, String source) {
    try {
      RSAPrivateKey key = RSAPrivateKey.getInstance(block.der());
      return pkcs8(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE), key);
    } catch (IOException | IllegalArgumentException | IllegalStateException _) {
      throw damaged(block, source);
    }
  }

  /// What is the matter with a PKCS#8 key that the JDK refused, in words for a message.
  static String fault(byte[] pkcs8) {
    try {
      AlgorithmIdentifier algorithm = PrivateKeyInfo.getInstance(pkcs8).getPrivateKeyAlgorithm();
      ASN1ObjectIdentifier id = algorithm.getAlgorithm();
      if (id.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
        return curveFault(algorithm.getParameters());
      }
      return id.equals(PKCSObjectIdentifiers.rsaEncryption)
          ? "is a damaged RSA key"
          : "is of the kind " + new DefaultAlgorithmNameFinder().getAlgorithmName(id);
    } catch (IllegalArgumentException | IllegalStateException _) {
      return "is damaged";
    }
  }

  private static String curveFault(ASN1Encodable parameters) {
    if (!(parameters instanceof ASN1ObjectIdentifier curve)) {
      return "is an EC key that does not name its curve";
    }
    String name = ECNamedCurveTable.getName(curve);
    return CURVES_OF_THE_JDK.contains(name)
        ? "is a damaged EC key"
        : "is an EC key on the curve " + (name == null ? curve.getId() : name);
  }

  private static byte[] pkcs8(AlgorithmIdentifier algorithm, ASN1Encodable key) throws IOException {
    return new PrivateKeyInfo(algorithm, key).getEncoded();
  }

  private static PkiException damaged(PemBlock block, String source) {
    return new PkiException(
        "%s: what BEGIN %s holds is no such key: the file is damaged"
            .formatted(block.place(source), block.label()));
  }
}
