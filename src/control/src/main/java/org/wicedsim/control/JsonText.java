package org.wicedsim.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import org.wicedsim.hal.Octets;

/// Writes one JSON object as a line of UTF-8, again and again into the same memory: an event costs
/// no garbage but its own. For one thread at a time.
final class JsonText {
  private static final int INITIAL_OCTETS = 1_024;

  /// A line that was longer does not keep its memory.
  private static final int KEPT_OCTETS = 256 * 1_024;

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(US_ASCII);

  private byte[] line = new byte[INITIAL_OCTETS];
  private int length;

  /// Begins a new line; what the last one held is gone.
  JsonText begin() {
    if (line.length > KEPT_OCTETS) {
      line = new byte[INITIAL_OCTETS];
    }
    length = 0;
    put('{');
    return this;
  }

  JsonText field(String name, String value) {
    name(name);
    string(value);
    return this;
  }

  JsonText field(String name, boolean value) {
    name(name);
    ascii(value ? "true" : "false");
    return this;
  }

  JsonText field(String name, long value) {
    name(name);
    ascii(Long.toString(value));
    return this;
  }

  /// @param value a finite one
  JsonText field(String name, double value) {
    name(name);
    ascii(Double.toString(value));
    return this;
  }

  /// As [Octets#toString()] writes them.
  JsonText field(String name, Octets octets) {
    name(name);
    put('"');
    for (int i = 0; i < octets.length(); i++) {
      octet(octets.at(i));
    }
    put('"');
    return this;
  }

  JsonText field(String name, List<String> values) {
    name(name);
    put('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        put(',');
      }
      string(values.get(i));
    }
    put(']');
    return this;
  }

  /// A value that is JSON already, without a line's end in it.
  JsonText json(String name, String value) {
    name(name);
    byte[] octets = value.getBytes(UTF_8);
    reserve(octets.length);
    System.arraycopy(octets, 0, line, length, octets.length);
    length += octets.length;
    return this;
  }

  /// Ends the line.
  JsonText end() {
    put('}');
    put('\n');
    return this;
  }

  /// How many octets the line has, with its end.
  int length() {
    return length;
  }

  /// The memory whose first [#length()] octets are the line, until the next one begins.
  byte[] memory() {
    return line;
  }

  /// The line without its end.
  String text() {
    return new String(line, 0, length - 1, UTF_8);
  }

  private void name(String name) {
    if (line[length - 1] != '{') {
      put(',');
    }
    put('"');
    ascii(name);
    put('"');
    put(':');
  }

  private void string(String value) {
    put('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        put('\\');
        put(c);
      } else if (c >= ' ' && c < 0x7F) {
        put(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        utf8(Character.toCodePoint(c, value.charAt(++i)));
      } else if (c < ' '
          || c == 0x7F
          || Character.isSurrogate(c)
          || c == '\u2028'
          || c == '\u2029') {
        // Half a surrogate pair has no UTF-8.
        escaped(c);
      } else {
        utf8(c);
      }
    }
    put('"');
  }

  private void escaped(char c) {
    ascii("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      put(HEX[(c >> shift) & 0xF]);
    }
  }

  private void utf8(int codePoint) {
    if (codePoint < 0x80) {
      put(codePoint);
    } else if (codePoint < 0x800) {
      put(0xC0 | (codePoint >> 6));
      put(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x1_0000) {
      put(0xE0 | (codePoint >> 12));
      put(0x80 | ((codePoint >> 6) & 0x3F));
      put(0x80 | (codePoint & 0x3F));
    } else {
      put(0xF0 | (codePoint >> 18));
      put(0x80 | ((codePoint >> 12) & 0x3F));
      put(0x80 | ((codePoint >> 6) & 0x3F));
      put(0x80 | (codePoint & 0x3F));
    }
  }

  /// The escape's backslash is itself escaped in JSON.
  private void octet(int octet) {
    switch (octet) {
      case '\n' -> ascii("\\\\n");
      case '\r' -> ascii("\\\\r");
      case '\t' -> ascii("\\\\t");
      case '\\' -> ascii("\\\\\\\\");
      case '"' -> ascii("\\\"");
      default -> {
        if (octet >= ' ' && octet <= '~') {
          put(octet);
        } else {
          ascii("\\\\x");
          put(HEX[octet >> 4]);
          put(HEX[octet & 0xF]);
        }
      }
    }
  }

  private void ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
  }

  private void put(int octet) {
    reserve(1);
    line[length++] = (byte) octet;
  }

  private void reserve(int octets) {
    if (length + octets > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + octets));
    }
  }
}
