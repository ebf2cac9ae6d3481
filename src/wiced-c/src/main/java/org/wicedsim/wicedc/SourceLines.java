package org.wicedsim.wicedc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Which line of source stands behind an address of a built firmware.
///
/// The file has a line of text for each range of addresses: the letter L with its first address in
/// hex, the line's number and the file, or with the address alone where no line is known; and the
/// letter F with the first address of a function, its size in hex, and its name. Both kinds are
/// sorted.
public final class SourceLines {
  private static final char LINE = 'L';
  private static final char FUNCTION = 'F';

  private final long[] lineStarts;
  private final List<SourceLine> lines;
  private final long[] functionStarts;
  private final List<Function> functions;

  private record Function(long start, long size, String name) {}

  private record Start(long address, SourceLine line) {}

  private SourceLines(List<Start> starts, List<Function> functions) {
    lineStarts = starts.stream().mapToLong(Start::address).toArray();
    lines = starts.stream().map(Start::line).toList();
    functionStarts = functions.stream().mapToLong(Function::start).toArray();
    this.functions = List.copyOf(functions);
  }

  /// The line table that belongs to an image.
  ///
  /// @param file [FirmwareImage#lines()]
  /// @throws UncheckedIOException when it cannot be read
  public static SourceLines read(Path file) {
    List<Start> starts = new ArrayList<>();
    List<Function> functions = new ArrayList<>();
    try {
      for (String text : Files.readAllLines(file)) {
        String[] parts = text.substring(1).split(" ", 3);
        long address = Long.parseLong(parts[0], 16);
        if (text.charAt(0) == FUNCTION) {
          functions.add(new Function(address, Long.parseLong(parts[1], 16), parts[2]));
        } else {
          boolean known = parts.length == 3;
          starts.add(
              new Start(
                  address,
                  new SourceLine(
                      known ? parts[2] : "", known ? Integer.parseInt(parts[1]) : 0, "")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the line table " + file, e);
    }
    return new SourceLines(starts, functions);
  }

  /// The line of the instruction at this place; a return address minus one for the call before it.
  ///
  /// @param offset from the start of the shared object as it is loaded
  /// @return empty where neither line nor function is known
  public Optional<SourceLine> at(long offset) {
    String function = functionAt(offset);
    int place = placeOf(lineStarts, offset);
    SourceLine line = place < 0 ? new SourceLine("", 0, "") : lines.get(place);
    return function.isEmpty() && line.line() == 0
        ? Optional.empty()
        : Optional.of(new SourceLine(line.file(), line.line(), function));
  }

  private String functionAt(long offset) {
    int place = placeOf(functionStarts, offset);
    if (place < 0) {
      return "";
    }
    Function function = functions.get(place);
    return offset < function.start() + function.size() ? function.name() : "";
  }

  /// The last start that is not behind the offset.
  private static int placeOf(long[] starts, long offset) {
    int place = Arrays.binarySearch(starts, offset);
    return place >= 0 ? place : -place - 2;
  }

  /// Writes the line table of a shared object.
  ///
  /// @param shown how a file of the debugging information is called; empty for no lines of it
  static void write(Path library, Path file, UnaryOperator<String> shown) throws IOException {
    ElfFile elf = ElfFile.read(library);
    StringBuilder text = new StringBuilder();
    elf.section(".debug_line").map(LineProgram::rows).ifPresent(rows -> addRows(text, rows, shown));
    elf.symbols().stream()
        .filter(symbol -> symbol.function() && symbol.defined() && symbol.size() > 0)
        .sorted(Comparator.comparingLong(ElfFile.Symbol::value))
        .forEach(symbol ->
            text.append(FUNCTION)
                .append(Long.toHexString(symbol.value()))
                .append(' ')
                .append(Long.toHexString(symbol.size()))
                .append(' ')
                .append(symbol.name())
                .append('\n'));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static void addRows(
      StringBuilder text, List<LineProgram.Row> rows, UnaryOperator<String> shown) {
    // A later row for the same address counts; a sequence that ends where another begins does not.
    Map<Long, String> starts = new TreeMap<>();
    for (LineProgram.Row row : rows) {
      String file = row.end() ? "" : shown.apply(row.file());
      if (row.end()) {
        starts.putIfAbsent(row.address(), "");
      } else {
        starts.put(row.address(), file.isEmpty() || row.line() == 0 ? "" : row.line() + " " + file);
      }
    }
    String before = "";
    for (Map.Entry<Long, String> start : starts.entrySet()) {
      if (!start.getValue().equals(before)) {
        before = start.getValue();
        text.append(LINE).append(Long.toHexString(start.getKey()));
        text.append(before.isEmpty() ? "" : " " + before).append('\n');
      }
    }
  }
}
