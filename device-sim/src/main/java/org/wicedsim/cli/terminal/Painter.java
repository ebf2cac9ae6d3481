package org.wicedsim.cli.terminal;

import java.util.List;

/// Turns screens into what a terminal must be sent: only the rows that changed, each one placed by
/// itself, so that a terminal which measures a character otherwise cannot shift the others.
///
/// The sequences are those of ECMA-48 and xterm, which every terminal in use knows or ignores.
final class Painter {
  private static final String BEGIN_SYNCHRONIZED = "\033[?2026h";
  private static final String END_SYNCHRONIZED = "\033[?2026l";
  private static final String CLEAR = "\033[2J";
  private static final String CLEAR_TO_END_OF_ROW = "\033[K";

  private final Look look;
  private List<Line> shown = List.of();
  private boolean forgotten = true;

  Painter(Look look) {
    this.look = look;
  }

  /// The terminal's content is lost or was resized: the next screen is sent whole.
  void forget() {
    shown = List.of();
    forgotten = true;
  }

  /// What brings the terminal from the last screen to this one; empty when nothing changed.
  ///
  /// @param lines none wider than `columns`
  String paint(List<Line> lines, int columns) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (i >= shown.size() || !lines.get(i).equals(shown.get(i))) {
        out.append("\033[").append(i + 1).append(";1H");
        write(lines.get(i), columns, out);
      }
    }
    String changes = forgotten ? CLEAR + out : out.toString();
    shown = List.copyOf(lines);
    forgotten = false;
    return changes.isEmpty() ? "" : BEGIN_SYNCHRONIZED + changes + END_SYNCHRONIZED;
  }

  /// A full row is not cleared to its end: the cursor still stands on its last character then.
  private void write(Line line, int columns, StringBuilder out) {
    int width = 0;
    for (Line.Span span : line.spans()) {
      out.append("\033[").append(look.sgr(span.tone())).append('m').append(span.text());
      width += Text.width(span.text());
    }
    out.append("\033[0m");
    if (width < columns) {
      out.append(CLEAR_TO_END_OF_ROW);
    }
  }
}
