package org.wicedsim.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/// The kinds of key that are made here.
public enum KeyKind {
  /// Elliptic curve on P-256: small, and made in milliseconds.
  EC_P256,
  /// RSA with a modulus of 2,048 bits: what old TLS stacks understand.
  RSA_2048;

  KeyPair generate() {
    try {
      return switch (this) {
        case EC_P256 -> generate("EC", new ECGenParameterSpec("secp256r1"));
        case RSA_2048 ->
            generate("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
      };
    } catch (GeneralSecurityException e) {
      throw new PkiException("This Java cannot make " + this + " keys: " + e.getMessage(), e);
    }
  }

  private static KeyPair generate(String algorithm, AlgorithmParameterSpec parameters)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(parameters);
    return generator.generateKeyPair();
  }
}
