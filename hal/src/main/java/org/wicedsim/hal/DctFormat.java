package org.wicedsim.hal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32;

/// The octets of a DCT file, all numbers big-endian: the mark, the version, the number of sections;
/// of each section its code, its length and its octets; and the CRC-32 of all that.
final class DctFormat {
  /// The version that is written, and the newest one that can be read.
  static final int VERSION = 1;

  private static final byte[] MARK = "WSIMDCT\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_OCTETS = MARK.length + 8;
  private static final int SECTION_HEADER_OCTETS = 8;
  private static final int CRC_OCTETS = 4;

  /// No file is larger: all sections, with their headers.
  static final int MAX_OCTETS =
      HEADER_OCTETS
          + CRC_OCTETS
          + Arrays.stream(DctSection.values())
              .mapToInt(section -> SECTION_HEADER_OCTETS + section.octets())
              .sum();

  private DctFormat() {}

  /// A file that cannot be used; the message goes on after the file's name.
  static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }
  }

  static byte[] encode(Map<DctSection, Octets> sections) {
    ByteBuffer out = ByteBuffer.allocate(MAX_OCTETS);
    out.put(MARK).putInt(VERSION).putInt(sections.size());
    new EnumMap<>(sections)
        .forEach((section, octets) ->
            out.putInt(section.code()).putInt(octets.length()).put(octets.toBytes()));
    out.putInt(crc(out.array(), out.position()));
    return Arrays.copyOf(out.array(), out.position());
  }

  static Map<DctSection, Octets> decode(byte[] file) throws UnusableException {
    if (file.length < HEADER_OCTETS + CRC_OCTETS || !Arrays.equals(MARK, mark(file))) {
      throw new UnusableException("is no DCT file, or was cut short");
    }
    ByteBuffer in = ByteBuffer.wrap(file, MARK.length, file.length - MARK.length);
    int version = in.getInt();
    if (version > VERSION) {
      throw new UnusableException(
          "was written by a newer wiced-sim: its version is %d, and this one reads up to %d"
              .formatted(version, VERSION));
    }
    int crcAt = file.length - CRC_OCTETS;
    if (file.length > MAX_OCTETS || in.getInt(crcAt) != crc(file, crcAt)) {
      throw new UnusableException("is damaged: its checksum is wrong");
    }
    int count = in.getInt();
    Map<DctSection, Octets> sections = new EnumMap<>(DctSection.class);
    for (int i = 0; i < count; i++) {
      decodeSection(in, sections);
    }
    if (in.position() != crcAt) {
      throw new UnusableException("is damaged: more follows its last section");
    }
    return Map.copyOf(sections);
  }

  private static void decodeSection(ByteBuffer in, Map<DctSection, Octets> sections)
      throws UnusableException {
    if (in.remaining() < SECTION_HEADER_OCTETS) {
      throw new UnusableException("is damaged: a section is missing");
    }
    DctSection section =
        DctSection.ofCode(in.getInt())
            .orElseThrow(() -> new UnusableException("is damaged: it has an unknown section"));
    int length = in.getInt();
    if (length == 0 || length != section.octets() || length > in.remaining()) {
      throw new UnusableException(
          "is damaged: section %s has %d octets".formatted(section, length));
    }
    byte[] octets = new byte[length];
    in.get(octets);
    if (sections.put(section, Octets.of(octets)) != null) {
      throw new UnusableException("is damaged: it has section %s twice".formatted(section));
    }
  }

  private static byte[] mark(byte[] file) {
    return Arrays.copyOf(file, MARK.length);
  }

  private static int crc(byte[] octets, int length) {
    CRC32 crc = new CRC32();
    crc.update(octets, 0, length);
    return (int) crc.getValue();
  }
}
