package org.wicedsim.hal;

/// The device configuration table: what a board keeps while it is switched off (SPEC 2.3).
public interface Dct {
  /// The security section: one certificate slot and one private key slot.
  Security security();

  /// The Wi-Fi section: the networks that the board joins, and those that it opens itself.
  WifiConfig wifi();

  /// The two slots of the security section, as PEM text; empty when nothing was provisioned.
  record Security(String certificate, String privateKey) {
    /// Nothing provisioned.
    public static final Security EMPTY = new Security("", "");

    /// Says how much there is; never what, since one slot holds a private key.
    @Override
    public String toString() {
      return "Security[certificate=%d characters, privateKey=%d characters]"
          .formatted(certificate.length(), privateKey.length());
    }
  }
}
