package org.wicedsim.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.wicedsim.cli.terminal.Look.Tone;

/// What happens on the board: the console, the exchanges with the server, the diagnostics. They lie
/// below each other, or side by side where the screen is wide.
final class Panes {
  /// From this width on, the console has a column of its own.
  private static final int WIDE_COLUMNS = 120;

  private static final int GAP_COLUMNS = 2;

  /// Room for a whole exchange of SPEC 1, with its time and whether it was refused.
  private static final int MIN_SIDE_COLUMNS = 58;

  private static final int MAX_EXCHANGE_ROWS = 6;
  private static final int MAX_NOTE_ROWS = 8;

  /// Each pane begins with a row that names it.
  private static final int RULE_ROWS = 1;

  private Panes() {}

  /// How much of the screen each pane has, without the row that names it.
  record Geometry(
      boolean wide,
      int consoleColumns,
      int consoleRows,
      int sideColumns,
      int exchangeRows,
      int noteRows) {
    static Geometry of(int columns, int rows) {
      if (columns >= WIDE_COLUMNS) {
        int side = Math.max(MIN_SIDE_COLUMNS, columns * 2 / 5);
        int free = rows - 2 * RULE_ROWS;
        return new Geometry(
            true, columns - side - GAP_COLUMNS, rows - RULE_ROWS, side, free / 2, free - free / 2);
      }
      int free = rows - 3 * RULE_ROWS;
      int exchanges = Math.clamp(free / 4, 1, MAX_EXCHANGE_ROWS);
      int notes = Math.clamp(free / 4, 2, MAX_NOTE_ROWS);
      return new Geometry(false, columns, free - exchanges - notes, columns, exchanges, notes);
    }
  }

  static List<Row> render(ScreenState state, int rows) {
    int columns = state.size().columns();
    Geometry geometry = Geometry.of(columns, rows);
    List<Row> console = ConsolePane.render(state, geometry);
    List<Row> side = new ArrayList<>(ExchangePane.render(state, geometry));
    side.addAll(NotePane.render(state, geometry));
    List<Row> all = new ArrayList<>();
    if (geometry.wide()) {
      for (int i = 0; i < rows; i++) {
        all.add(
            new Row(state.look(), columns)
                .add(console.get(i))
                .to(geometry.consoleColumns() + GAP_COLUMNS)
                .add(side.get(i)));
      }
    } else {
      all.addAll(console);
      all.addAll(side);
    }
    return all;
  }

  /// The row that names a pane, and `content` below it in exactly `rows` rows.
  static List<Row> pane(
      Look look, int columns, String name, String remark, int rows, List<Row> content) {
    List<Row> pane = new ArrayList<>();
    Row rule =
        new Row(look, columns)
            .add(look.horizontal() + " ", Tone.FAINT)
            .add(name, Tone.STRONG)
            .add(" ", Tone.PLAIN);
    if (!remark.isEmpty()) {
      int end = columns - Text.width(look.text(remark)) - 3;
      rule.fill(look.horizontal(), end, Tone.FAINT).add(" " + remark + " ", Tone.WARNING);
    }
    pane.add(rule.fill(look.horizontal(), columns, Tone.FAINT));
    pane.addAll(content);
    while (pane.size() < rows + RULE_ROWS) {
      pane.add(new Row(look, columns));
    }
    return pane;
  }
}
