package org.wicedsim.hal;

import java.util.regex.Pattern;

/// A 48-bit MAC address.
///
/// @param value the six octets as a number, the first one in the highest place; 0 to 2^48 - 1
public record MacAddress(long value) {
  private static final Pattern TEXT = Pattern.compile("[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}");
  private static final long LIMIT = 1L << 48;

  public MacAddress {
    if (value < 0 || value >= LIMIT) {
      throw new IllegalArgumentException(
          "a MAC address has 48 bits, not " + Long.toHexString(value));
    }
  }

  /// Reads six octets in hex, separated by `:` or `-`.
  ///
  /// @throws IllegalArgumentException with a message that names the text and the expected form
  public static MacAddress parse(String text) {
    if (!TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a MAC address: expected six octets such as 00:A0:50:0F:AC:2B"
              .formatted(text));
    }
    return new MacAddress(Long.parseLong(text.replaceAll("[:-]", ""), 16));
  }

  /// Octet `index`, 0 (the first) to 5, as a number from 0 to 255.
  public int octet(int index) {
    return (int) (value >>> (8 * (5 - index))) & 0xFF;
  }

  /// The device id of a board with this address: the sum of the six octets (SPEC 2.2), 0 to 0x5FA.
  public int deviceId() {
    int sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += octet(i);
    }
    return sum;
  }

  /// The address that lies `steps` behind this one; the last address is followed by the first.
  public MacAddress plus(int steps) {
    return new MacAddress(Math.floorMod(value + steps, LIMIT));
  }

  /// Six upper-case octets separated by `:`.
  @Override
  public String toString() {
    return "%02X:%02X:%02X:%02X:%02X:%02X"
        .formatted(octet(0), octet(1), octet(2), octet(3), octet(4), octet(5));
  }
}
