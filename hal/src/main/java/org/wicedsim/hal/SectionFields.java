package org.wicedsim.hal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The fields of a section of the DCT, by their offsets.
final class SectionFields {
  private final ByteBuffer octets;

  /// All fields are zero.
  SectionFields(int size) {
    octets = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  SectionFields(Octets section) {
    octets = ByteBuffer.wrap(section.toBytes()).order(ByteOrder.LITTLE_ENDIAN);
  }

  Octets toOctets() {
    return Octets.of(octets.array());
  }

  int u8(int at) {
    return octets.get(at) & 0xFF;
  }

  void u8(int at, int value) {
    octets.put(at, (byte) value);
  }

  int u32(int at) {
    return octets.getInt(at);
  }

  void u32(int at, int value) {
    octets.putInt(at, value);
  }

  void mac(int at, MacAddress mac) {
    for (int i = 0; i < 6; i++) {
      u8(at + i, mac.octet(i));
    }
  }

  /// Writes a text, and returns how many octets it has.
  int text(int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    octets.put(at, bytes);
    return bytes.length;
  }

  /// The text of `length` octets; an octet that is not UTF-8 is a `?`, so that no text grows.
  String text(int at, int length) {
    try {
      CharBuffer text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .replaceWith("?")
              .decode(octets.slice(at, length));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("a decoder that replaces has no errors", e);
    }
  }

  /// The text up to the first NUL, or `field` octets without one.
  String cString(int at, int field) {
    int length = 0;
    while (length < field && octets.get(at + length) != 0) {
      length++;
    }
    return text(at, length);
  }
}
