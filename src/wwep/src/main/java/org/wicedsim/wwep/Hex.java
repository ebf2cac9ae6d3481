package org.wicedsim.wwep;

import java.util.Arrays;

/// Hex digits as WWEP has them: either case in, upper case out (SPEC 1.4).
final class Hex {
  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };
  private static final byte[] VALUES = new byte[256];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int value = 0; value < 16; value++) {
      VALUES[DIGITS[value]] = (byte) value;
      VALUES[Character.toLowerCase(DIGITS[value])] = (byte) value;
    }
  }

  private Hex() {}

  /// The value of a hex digit, 0 to 15, or -1 where the octet is none.
  static int valueOf(byte octet) {
    return VALUES[octet & 0xFF];
  }

  /// Writes the low `count` digits of a number and returns the offset after them.
  static int put(int number, int count, byte[] target, int offset) {
    for (int shift = 4 * (count - 1); shift >= 0; shift -= 4) {
      target[offset++] = DIGITS[number >>> shift & 0xF];
    }
    return offset;
  }
}
