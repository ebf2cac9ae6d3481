package org.wicedsim.cli.terminal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wicedsim.hal.Octets;

/// The last lines that the firmware printed, as safe text (see [Text]).
///
/// Line feed ends a line; carriage return starts it anew, a backspace takes a character back, a tab
/// moves on to the next multiple of 8. All other control characters are shown, not obeyed.
///
/// @param dropped how many lines came before the first one that is kept
/// @param lines the finished lines
/// @param open the line that is not finished yet; may be empty
/// @param returned whether a carriage return waits for what follows it
/// @param undecoded the first octets of a UTF-8 character whose last ones are yet to come
record ConsoleLog(
    long dropped, List<String> lines, String open, boolean returned, Octets undecoded) {
  /// How many finished lines are kept.
  static final int MAX_LINES = 1_000;

  /// A longer line is broken.
  static final int MAX_LINE_CHARS = 1_000;

  static final ConsoleLog EMPTY = new ConsoleLog(0, List.of(), "", false, Octets.of(""));

  private static final int TAB_COLUMNS = 8;

  ConsoleLog {
    lines = List.copyOf(lines);
  }

  /// The log after the firmware has sent `octets`.
  ConsoleLog printed(Octets octets) {
    ByteBuffer in =
        ByteBuffer.allocate(undecoded.length() + octets.length())
            .put(undecoded.toBytes())
            .put(octets.toBytes())
            .flip();
    CharBuffer decoded = CharBuffer.allocate(in.remaining());
    decoder().decode(in, decoded, false);
    byte[] rest = new byte[in.remaining()];
    in.get(rest);
    return new Printing().print(decoded.flip(), Octets.of(rest));
  }

  /// The log without its lines; what is under way stays under way.
  ConsoleLog cleared() {
    return new ConsoleLog(end(), List.of(), "", returned, undecoded);
  }

  /// The lines to show: the finished ones, and the open one unless it is empty.
  List<String> shown() {
    if (open.isEmpty()) {
      return lines;
    }
    List<String> all = new ArrayList<>(lines);
    all.add(open);
    return all;
  }

  /// The number of the line after the last one, counted from the start of the board.
  long end() {
    return dropped + shown().size();
  }

  private static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  private final class Printing {
    private final List<String> finished = new ArrayList<>(lines);
    private final StringBuilder line = new StringBuilder(open);
    private boolean returning = returned;

    ConsoleLog print(CharSequence text, Octets rest) {
      text.codePoints().forEach(this::print);
      int surplus = Math.max(0, finished.size() - MAX_LINES);
      return new ConsoleLog(
          dropped + surplus,
          finished.subList(surplus, finished.size()),
          line.toString(),
          returning,
          rest);
    }

    private void print(int codePoint) {
      if (codePoint == '\n' || line.length() >= MAX_LINE_CHARS) {
        finished.add(line.toString());
        line.setLength(0);
        returning = false;
      }
      if (codePoint == '\n') {
        return;
      }
      if (returning) {
        line.setLength(0);
      }
      returning = codePoint == '\r';
      switch (codePoint) {
        case '\r' -> {}
        case '\t' -> line.repeat(' ', TAB_COLUMNS - Text.width(line) % TAB_COLUMNS);
        case '\b' -> {
          if (!line.isEmpty()) {
            line.setLength(line.offsetByCodePoints(line.length(), -1));
          }
        }
        default -> Text.append(line, codePoint);
      }
    }
  }
}
