package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An object file or shared object of the ELF format, 64 bits, little endian: what gcc makes on
/// x86-64 and aarch64.
final class ElfFile {
  private static final int MAGIC = 0x464C457F;
  private static final int HEADERS_OFFSET_AT = 0x28;
  private static final int HEADER_SIZE = 64;
  private static final int HEADERS_COUNT_AT = 0x3C;
  private static final int SYMBOL_SIZE = 24;
  private static final int FUNCTION = 2;

  private final ByteBuffer octets;
  private final List<Section> sections = new ArrayList<>();

  /// @param link to another section, by its place among all
  private record Section(String name, long offset, long size, int link) {}

  /// @param function whether it is one
  /// @param defined in this file, not in another
  /// @param value of a shared object: the offset from its start
  record Symbol(String name, boolean function, boolean defined, long value, long size) {}

  private ElfFile(ByteBuffer octets) throws IOException {
    this.octets = octets.order(ByteOrder.LITTLE_ENDIAN);
    if (octets.limit() < HEADER_SIZE || octets.getInt(0) != MAGIC) {
      throw new IOException("no ELF file");
    }
    readSections();
  }

  static ElfFile read(Path file) throws IOException {
    try {
      return new ElfFile(ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException(file + " is cut short, or no ELF file", e);
    }
  }

  private void readSections() {
    int headers = Math.toIntExact(octets.getLong(HEADERS_OFFSET_AT));
    int count = Short.toUnsignedInt(octets.getShort(HEADERS_COUNT_AT));
    int namesIndex = Short.toUnsignedInt(octets.getShort(HEADERS_COUNT_AT + Short.BYTES));
    int names = Math.toIntExact(octets.getLong(headers + namesIndex * HEADER_SIZE + 0x18));
    for (int i = 0; i < count; i++) {
      int header = headers + i * HEADER_SIZE;
      sections.add(
          new Section(
              text(names + octets.getInt(header)),
              octets.getLong(header + 0x18),
              octets.getLong(header + 0x20),
              octets.getInt(header + 0x28)));
    }
  }

  /// The content of a section.
  Optional<ByteBuffer> section(String name) {
    return find(name)
        .map(section ->
            octets
                .slice(Math.toIntExact(section.offset()), Math.toIntExact(section.size()))
                .order(ByteOrder.LITTLE_ENDIAN));
  }

  /// All symbols that have a name.
  List<Symbol> symbols() {
    return find(".symtab").map(this::symbolsOf).orElse(List.of());
  }

  private List<Symbol> symbolsOf(Section table) {
    List<Symbol> symbols = new ArrayList<>();
    int names = Math.toIntExact(sections.get(table.link()).offset());
    int start = Math.toIntExact(table.offset());
    int end = start + Math.toIntExact(table.size());
    for (int at = start; at < end; at += SYMBOL_SIZE) {
      String name = text(names + octets.getInt(at));
      if (!name.isEmpty()) {
        boolean function = (octets.get(at + 4) & 0xF) == FUNCTION;
        boolean defined = octets.getShort(at + 6) != 0;
        symbols.add(
            new Symbol(name, function, defined, octets.getLong(at + 8), octets.getLong(at + 16)));
      }
    }
    return symbols;
  }

  private Optional<Section> find(String name) {
    return sections.stream().filter(section -> section.name().equals(name)).findFirst();
  }

  private String text(int at) {
    int end = at;
    while (octets.get(end) != 0) {
      end++;
    }
    byte[] text = new byte[end - at];
    octets.get(at, text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
