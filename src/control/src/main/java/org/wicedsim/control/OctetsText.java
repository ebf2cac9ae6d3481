package org.wicedsim.control;

import java.io.ByteArrayOutputStream;
import org.wicedsim.hal.Octets;

/// Octets as text, the way back from [Octets#toString()].
final class OctetsText {
  private static final int HEX_DIGITS = 2;

  private OctetsText() {}

  /// @throws IllegalArgumentException when the text is not what octets are written as
  static Octets parse(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c < ' ' || c > '~') {
        throw new IllegalArgumentException("U+%04X stands for no octet".formatted((int) c));
      }
      if (c != '\\') {
        octets.write(c);
        continue;
      }
      char escaped = i < text.length() ? text.charAt(i++) : ' ';
      switch (escaped) {
        case 'n' -> octets.write('\n');
        case 'r' -> octets.write('\r');
        case 't' -> octets.write('\t');
        case '\\' -> octets.write('\\');
        case 'x' -> {
          octets.write(hex(text, i));
          i += HEX_DIGITS;
        }
        default -> throw new IllegalArgumentException("'\\%s' is no octet".formatted(escaped));
      }
    }
    return Octets.of(octets.toByteArray());
  }

  private static int hex(String text, int at) {
    int high = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    int low = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
    if (high < 0 || low < 0) {
      throw new IllegalArgumentException("'\\x' without two hexadecimal digits");
    }
    return (high << 4) | low;
  }
}
