package org.wicedsim.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.wicedsim.cli.terminal.Look.Tone;

/// The console: what the firmware prints on its UART and nothing else (SPEC 3.6). Long lines are
/// wrapped as a serial terminal wraps them.
final class ConsolePane {
  private ConsolePane() {}

  static List<Row> render(ScreenState state, Panes.Geometry geometry) {
    int columns = geometry.consoleColumns();
    ConsoleLog log = state.seen().console();
    List<String> lines = log.shown();
    int end = end(state);
    List<Row> content = new ArrayList<>();
    if (lines.isEmpty()) {
      content.add(row(state, columns).add(" nothing printed yet", Tone.FAINT));
    }
    for (String row : window(state, lines, end, geometry)) {
      content.add(row(state, columns).add(" " + row));
    }
    int below = lines.size() - end;
    String remark = below == 0 ? "" : "%d lines below".formatted(below);
    return Panes.pane(state.look(), columns, "Console", remark, geometry.consoleRows(), content);
  }

  /// The number of the line after the last one shown, after scrolling by `pages`, or
  /// [Controls#LATEST] when nothing lies below.
  static long scrolled(ScreenState state, Panes.Geometry geometry, int pages) {
    ConsoleLog log = state.seen().console();
    List<String> lines = log.shown();
    int page = Math.max(1, geometry.consoleRows() - 1);
    int end = Math.max(end(state) + pages * page, firstFull(state, lines, geometry));
    return end >= lines.size() ? Controls.LATEST : log.dropped() + end;
  }

  /// The index of the line after the last one shown; lines that are gone leave the oldest ones.
  private static int end(ScreenState state) {
    ConsoleLog log = state.seen().console();
    int size = log.shown().size();
    long wanted = state.controls().consoleEnd();
    return wanted == Controls.LATEST ? size : Math.clamp(wanted - log.dropped(), 0, size);
  }

  /// The rows of the lines before `end` that fill the pane; where they are too few, those from the
  /// first line on.
  private static List<String> window(
      ScreenState state, List<String> lines, int end, Panes.Geometry geometry) {
    int last = Math.max(end, firstFull(state, lines, geometry));
    List<String> rows = new ArrayList<>();
    for (int i = last - 1; i >= 0 && rows.size() < geometry.consoleRows(); i--) {
      rows.addAll(0, wrapped(state, lines.get(i), geometry));
    }
    return rows.subList(Math.max(0, rows.size() - geometry.consoleRows()), rows.size());
  }

  /// The least number of lines, from the first one on, that fill the pane.
  private static int firstFull(ScreenState state, List<String> lines, Panes.Geometry geometry) {
    int count = 0;
    for (int rows = 0; count < lines.size() && rows < geometry.consoleRows(); count++) {
      rows += wrapped(state, lines.get(count), geometry).size();
    }
    return count;
  }

  private static List<String> wrapped(ScreenState state, String line, Panes.Geometry geometry) {
    return Text.wrap(state.look().text(line), geometry.consoleColumns() - 2);
  }

  private static Row row(ScreenState state, int columns) {
    return new Row(state.look(), columns);
  }
}
