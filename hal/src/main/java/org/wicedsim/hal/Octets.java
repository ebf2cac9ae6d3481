package org.wicedsim.hal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/// An immutable run of octets, as a UART or a socket carries them.
public final class Octets {
  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A copy of `bytes`.
  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  /// A copy of `length` octets of `bytes` from `offset`.
  ///
  /// @throws IndexOutOfBoundsException when `bytes` does not hold them all
  public static Octets of(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    return new Octets(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  /// The UTF-8 octets of `text`.
  public static Octets of(String text) {
    return new Octets(text.getBytes(StandardCharsets.UTF_8));
  }

  /// How many octets these are.
  public int length() {
    return bytes.length;
  }

  /// `length` of these octets from `offset`.
  Octets slice(int offset, int length) {
    return of(bytes, offset, length);
  }

  /// Octet `index` as a number from 0 to 255.
  public int at(int index) {
    return bytes[index] & 0xFF;
  }

  /// A copy.
  public byte[] toBytes() {
    return bytes.clone();
  }

  /// The octets read as UTF-8; what is not UTF-8 becomes U+FFFD.
  public String utf8() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// Printable ASCII as it is, anything else as `\n`, `\r`, `\t`, `\\` or `\xHH`.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(bytes.length);
    for (byte octet : bytes) {
      switch (octet) {
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\\' -> text.append("\\\\");
        default -> {
          if (octet >= ' ' && octet <= '~') {
            text.append((char) octet);
          } else {
            text.append("\\x%02X".formatted(octet & 0xFF));
          }
        }
      }
    }
    return text.toString();
  }
}
