package org.wicedsim.hal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An IPv4 address.
///
/// @param bits the four octets, the first one in the highest place
public record Ipv4Address(int bits) {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern TEXT =
      Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);

  /// The address `a.b.c.d`; each octet from 0 to 255.
  public static Ipv4Address of(int a, int b, int c, int d) {
    if (((a | b | c | d) & ~0xFF) != 0) {
      throw new IllegalArgumentException(
          "an octet of %d.%d.%d.%d is not from 0 to 255".formatted(a, b, c, d));
    }
    return new Ipv4Address((a << 24) | (b << 16) | (c << 8) | d);
  }

  /// Whether `text` is four decimal octets separated by dots.
  public static boolean isAddress(String text) {
    return TEXT.matcher(text).matches();
  }

  /// Reads four decimal octets separated by dots.
  ///
  /// @throws IllegalArgumentException with a message that names the text and the expected form
  public static Ipv4Address parse(String text) {
    Matcher octets = TEXT.matcher(text);
    if (!octets.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not an IPv4 address: expected four octets such as 198.51.100.14"
              .formatted(text));
    }
    return of(
        Integer.parseInt(octets.group(1)),
        Integer.parseInt(octets.group(2)),
        Integer.parseInt(octets.group(3)),
        Integer.parseInt(octets.group(4)));
  }

  /// Octet `index`, 0 (the first) to 3, as a number from 0 to 255.
  public int octet(int index) {
    return (bits >>> (8 * (3 - index))) & 0xFF;
  }

  /// The address that lies `steps` behind this one.
  public Ipv4Address plus(int steps) {
    return new Ipv4Address(bits + steps);
  }

  @Override
  public String toString() {
    return octet(0) + "." + octet(1) + "." + octet(2) + "." + octet(3);
  }
}
