package org.wicedsim.pki;

import java.security.PrivateKey;

/// Which signature a key makes: always over SHA-256.
final class SignatureAlgorithm {
  private SignatureAlgorithm() {}

  /// The JDK's name of the signature.
  ///
  /// @throws PkiException if the key is neither EC nor RSA
  static String of(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default ->
          throw new PkiException(
              "A key of kind %s cannot sign here: expected EC or RSA"
                  .formatted(key.getAlgorithm()));
    };
  }
}
