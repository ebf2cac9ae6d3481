package org.wicedsim.wicedc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the line number programs of DWARF 4 (DWARF 4 section 6.2), as `-gdwarf-4` makes them.
final class LineProgram {
  private static final int VERSION = 4;
  private static final int WIDE = 0xFFFFFFFF;

  private static final int COPY = 1;
  private static final int ADVANCE_PC = 2;
  private static final int ADVANCE_LINE = 3;
  private static final int SET_FILE = 4;
  private static final int CONST_ADD_PC = 8;
  private static final int FIXED_ADVANCE_PC = 9;
  private static final int END_SEQUENCE = 1;
  private static final int SET_ADDRESS = 2;
  private static final int DEFINE_FILE = 3;
  private static final int NO_SPECIAL = 255;

  /// From this address on it is that line, until the next row.
  ///
  /// @param file with its folder, as the compiler was told
  /// @param end whether the code has ended before this address
  record Row(long address, String file, int line, boolean end) {}

  private final ByteBuffer in;
  private final List<Row> rows = new ArrayList<>();

  private LineProgram(ByteBuffer in) {
    this.in = in;
  }

  /// All rows of a section `.debug_line`; units of other versions are left out.
  static List<Row> rows(ByteBuffer section) {
    LineProgram program = new LineProgram(section);
    while (section.remaining() > Integer.BYTES) {
      int length = section.getInt();
      if (length == WIDE || length > section.remaining()) {
        break;
      }
      int next = section.position() + length;
      if (section.getShort() == VERSION) {
        program.readUnit(next);
      }
      section.position(next);
    }
    return program.rows;
  }

  private void readUnit(int end) {
    int headerLength = in.getInt();
    int start = in.position() + headerLength;
    int step = octet();
    octet(); // operations in an instruction: one, but for VLIW processors
    octet(); // whether rows are statements
    int lineBase = in.get();
    int lineRange = octet();
    int opcodeBase = octet();
    List<Integer> operands = new ArrayList<>(List.of(0));
    for (int i = 1; i < opcodeBase; i++) {
      operands.add(octet());
    }
    List<String> files = readFiles(readFolders());
    in.position(start);
    while (in.position() < end) {
      runSequence(new Unit(files, step, lineBase, lineRange, opcodeBase, operands), end);
    }
  }

  private record Unit(
      List<String> files,
      int step,
      int lineBase,
      int lineRange,
      int opcodeBase,
      List<Integer> operands) {
    long advance(int opcode) {
      return (long) (opcode - opcodeBase) / lineRange * step;
    }

    String file(int number) {
      return number >= 1 && number <= files.size() ? files.get(number - 1) : "";
    }
  }

  private List<String> readFolders() {
    List<String> folders = new ArrayList<>(List.of(""));
    for (String folder = text(); !folder.isEmpty(); folder = text()) {
      folders.add(folder + "/");
    }
    return folders;
  }

  private List<String> readFiles(List<String> folders) {
    List<String> files = new ArrayList<>();
    for (String name = text(); !name.isEmpty(); name = text()) {
      int folder = (int) unsigned();
      unsigned(); // when it was changed
      unsigned(); // its size
      files.add((name.startsWith("/") ? "" : folders.get(folder)) + name);
    }
    return files;
  }

  private void runSequence(Unit unit, int end) {
    long address = 0;
    int file = 1;
    int line = 1;
    while (in.position() < end) {
      int opcode = octet();
      if (opcode >= unit.opcodeBase()) {
        address += unit.advance(opcode);
        line += unit.lineBase() + (opcode - unit.opcodeBase()) % unit.lineRange();
        rows.add(new Row(address, unit.file(file), line, false));
        continue;
      }
      switch (opcode) {
        case 0 -> {
          int next = (int) unsigned();
          next += in.position();
          switch (octet()) {
            case END_SEQUENCE -> {
              rows.add(new Row(address, "", 0, true));
              in.position(next);
              return;
            }
            case SET_ADDRESS -> address = in.getLong();
            case DEFINE_FILE -> unit.files().add(text());
            default -> {}
          }
          in.position(next);
        }
        case COPY -> rows.add(new Row(address, unit.file(file), line, false));
        case ADVANCE_PC -> address += unsigned() * unit.step();
        case ADVANCE_LINE -> line += (int) signed();
        case SET_FILE -> file = (int) unsigned();
        case CONST_ADD_PC -> address += unit.advance(NO_SPECIAL);
        case FIXED_ADVANCE_PC -> address += Short.toUnsignedInt(in.getShort());
        default -> {
          for (int i = 0; i < unit.operands().get(opcode); i++) {
            unsigned();
          }
        }
      }
    }
  }

  private int octet() {
    return Byte.toUnsignedInt(in.get());
  }

  private String text() {
    int start = in.position();
    while (in.get() != 0) {
      // to its end
    }
    byte[] text = new byte[in.position() - start - 1];
    in.get(start, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private long unsigned() {
    long value = 0;
    int shift = 0;
    int part;
    do {
      part = octet();
      value |= (long) (part & 0x7F) << shift;
      shift += 7;
    } while (part >= 0x80);
    return value;
  }

  private long signed() {
    long value = 0;
    int shift = 0;
    int part;
    do {
      part = octet();
      value |= (long) (part & 0x7F) << shift;
      shift += 7;
    } while (part >= 0x80);
    boolean negative = (part & 0x40) != 0 && shift < Long.SIZE;
    return negative ? value | -1L << shift : value;
  }
}
