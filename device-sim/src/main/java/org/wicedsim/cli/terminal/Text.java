package org.wicedsim.cli.terminal;

import java.lang.Character.UnicodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jline.utils.WCWidth;

/// Text that is safe to print, and its width in columns.
///
/// Safe text holds no control character, no escape sequence and nothing that steers the direction
/// or the joining of what stands around it: every terminal gives it the same width, and no terminal
/// obeys it.
final class Text {
  /// What stands for a character that cannot be shown.
  private static final char REPLACEMENT = '\uFFFD';

  /// A letter may carry this many marks; more would let one line climb into its neighbours.
  private static final int MAX_MARKS = 2;

  private static final Set<UnicodeBlock> VARIATION_SELECTORS =
      Set.of(UnicodeBlock.VARIATION_SELECTORS, UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT);

  private static final int CONTROL_PICTURES = 0x2400;
  private static final int PICTURE_OF_DELETE = 0x2421;
  private static final int DELETE = 0x7F;
  private static final int REGIONAL_INDICATOR_A = 0x1F1E6;

  private Text() {}

  /// Appends one character to a line of safe text. Control characters become their pictures, marks
  /// without a letter and invisible characters are left out, the letters of a flag stand alone.
  static void append(StringBuilder line, int codePoint) {
    if (codePoint < ' ') {
      line.append((char) (CONTROL_PICTURES + codePoint));
    } else if (codePoint == DELETE) {
      line.append((char) PICTURE_OF_DELETE);
    } else if (WCWidth.isRegionalIndicator(codePoint)) {
      line.append((char) ('A' + codePoint - REGIONAL_INDICATOR_A));
    } else {
      switch (Character.getType(codePoint)) {
        case Character.CONTROL,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED ->
            line.append(REPLACEMENT);
        case Character.FORMAT -> {}
        default -> {
          if (WCWidth.wcwidth(codePoint) > 0 || canCarryMark(line, codePoint)) {
            line.appendCodePoint(codePoint);
          }
        }
      }
    }
  }

  /// All of `raw` as safe text; safe text stays as it is.
  static String safe(String raw) {
    StringBuilder line = new StringBuilder(raw.length());
    raw.codePoints().forEach(codePoint -> append(line, codePoint));
    return line.toString();
  }

  /// How many columns safe text takes.
  static int width(CharSequence safe) {
    return safe.codePoints().map(WCWidth::wcwidth).sum();
  }

  /// Safe text in at most `columns` columns; where something had to go, it ends with `ellipsis`.
  static String cut(String safe, int columns, String ellipsis) {
    if (width(safe) <= columns) {
      return safe;
    }
    int room = columns - width(ellipsis);
    return room < 0
        ? safe.substring(0, fitting(safe, columns))
        : safe.substring(0, fitting(safe, room)) + ellipsis;
  }

  /// Breaks safe text where the row is full, as a terminal does.
  ///
  /// @param columns what is below 2, the width of the widest character, counts as 2
  static List<String> wrap(String safe, int columns) {
    List<String> rows = new ArrayList<>();
    String rest = safe;
    do {
      int end = fitting(rest, Math.max(columns, 2));
      rows.add(rest.substring(0, end));
      rest = rest.substring(end);
    } while (!rest.isEmpty());
    return rows;
  }

  /// Breaks safe text between words, and inside a word only where it is longer than a row.
  ///
  /// @param columns what is below 2, the width of the widest character, counts as 2
  static List<String> wrapWords(String safe, int columns) {
    List<String> rows = new ArrayList<>();
    String row = "";
    for (String word : safe.strip().split(" +", -1)) {
      String longer = row.isEmpty() ? word : row + " " + word;
      if (width(longer) <= columns) {
        row = longer;
        continue;
      }
      if (!row.isEmpty()) {
        rows.add(row);
      }
      List<String> pieces = wrap(word, columns);
      rows.addAll(pieces.subList(0, pieces.size() - 1));
      row = pieces.getLast();
    }
    rows.add(row);
    return rows;
  }

  /// How many chars of `safe` fit into `columns`.
  private static int fitting(String safe, int columns) {
    int end = 0;
    int taken = 0;
    while (end < safe.length()) {
      int codePoint = safe.codePointAt(end);
      taken += WCWidth.wcwidth(codePoint);
      if (taken > columns) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  /// Whether a mark has a letter to sit on.
  ///
  /// Marks that widen or recolour their letter are left out: terminals disagree about the width.
  private static boolean canCarryMark(StringBuilder line, int mark) {
    if (VARIATION_SELECTORS.contains(UnicodeBlock.of(mark)) || Character.isEmojiModifier(mark)) {
      return false;
    }
    int end = line.length();
    for (int marks = 0; marks < MAX_MARKS && end > 0; marks++) {
      int before = line.codePointBefore(end);
      if (WCWidth.wcwidth(before) > 0) {
        return before != ' ';
      }
      end -= Character.charCount(before);
    }
    return false;
  }
}
