package org.wicedsim.pki;

import java.security.Key;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;

/// What may be said of a key to anybody: nothing that it could be made from.
///
/// @param kind such as `RSA` or `EC P-256`
/// @param bits the key's size; 0 where it is not known
public record KeyFacts(String kind, int bits) {
  private static final int ED25519_BITS = 256;
  private static final int ED448_BITS = 456;

  /// The facts of a public or a private key.
  public static KeyFacts of(Key key) {
    return switch (key) {
      case RSAKey rsa -> new KeyFacts("RSA", rsa.getModulus().bitLength());
      case ECKey ec -> ofCurve(ec.getParams().getCurve().getField().getFieldSize());
      case EdECKey ed -> ofEdwards(ed.getParams().getName());
      case DSAKey dsa -> new KeyFacts("DSA", dsa.getParams().getP().bitLength());
      default -> new KeyFacts(Printable.of(key.getAlgorithm()), 0);
    };
  }

  /// Such as `RSA, 2048 bits`.
  @Override
  public String toString() {
    return bits == 0 ? kind : "%s, %d bits".formatted(kind, bits);
  }

  /// The JDK knows no other curve of these sizes.
  private static KeyFacts ofCurve(int bits) {
    return new KeyFacts("EC P-" + bits, bits);
  }

  private static KeyFacts ofEdwards(String name) {
    return new KeyFacts(name, name.equals("Ed448") ? ED448_BITS : ED25519_BITS);
  }
}
