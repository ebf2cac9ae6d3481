package org.wicedsim.pki;

import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.InvalidParameterSpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/// Makes keys of the JDK from the octets of a PEM block.
final class PrivateKeys {
  private static final List<String> CURVES = List.of("secp256r1", "secp384r1", "secp521r1");

  private PrivateKeys() {}

  /// The key of a block for which [PemBlock#isPrivateKey()] holds.
  ///
  /// @throws PkiException if it is encrypted, damaged, or neither EC nor RSA
  static PrivateKey decode(PemBlock block, String source) {
    if (block.encrypted()) {
      throw encrypted(source);
    }
    return switch (block.label()) {
      case "EC PRIVATE KEY" -> ofPkcs8(TraditionalKeys.ecToPkcs8(block, source), block, source);
      case "RSA PRIVATE KEY" -> ofPkcs8(TraditionalKeys.rsaToPkcs8(block, source), block, source);
      default -> ofPkcs8(block.der(), block, source);
    };
  }

  private static PrivateKey ofPkcs8(byte[] pkcs8, PemBlock block, String source) {
    // The algorithm stands inside the ASN.1, which is not ours to parse: each factory refuses the
    // other's keys.
    return ofPkcs8("EC", pkcs8)
        .filter(PrivateKeys::isOnACurveThatSigns)
        .or(() -> ofPkcs8("RSA", pkcs8))
        .orElseThrow(() ->
            new PkiException(
                "%s: the private key %s; expected an EC key on P-256, P-384 or P-521, or an RSA key"
                    .formatted(block.place(source), TraditionalKeys.fault(pkcs8))));
  }

  private static Optional<PrivateKey> ofPkcs8(String algorithm, byte[] pkcs8) {
    try {
      KeyFactory factory = KeyFactory.getInstance(algorithm);
      return Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (InvalidKeySpecException _) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new PkiException("This Java knows no " + algorithm + " keys: " + e.getMessage(), e);
    }
  }

  /// The JDK reads keys on more curves than it signs on.
  private static boolean isOnACurveThatSigns(PrivateKey key) {
    return key instanceof ECPrivateKey ec
        && CURVES.stream().anyMatch(name -> curve(name).equals(ec.getParams().getCurve()));
  }

  private static EllipticCurve curve(String name) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(name));
      return parameters.getParameterSpec(ECParameterSpec.class).getCurve();
    } catch (NoSuchAlgorithmException | InvalidParameterSpecException e) {
      throw new PkiException("This Java knows no curve " + name + ": " + e.getMessage(), e);
    }
  }

  /// What is said of a key that needs a passphrase.
  static PkiException encrypted(String source) {
    return new PkiException(
        "%s holds an encrypted private key; expected one without a passphrase (openssl pkey -in FILE -out NEWFILE writes one)"
            .formatted(source));
  }
}
