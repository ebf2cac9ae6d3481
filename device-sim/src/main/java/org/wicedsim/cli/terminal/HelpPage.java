package org.wicedsim.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.wicedsim.cli.terminal.Look.Tone;

/// The help page: what the keys do and what the screen shows. The board stays above it, and its
/// keys work.
final class HelpPage {
  private static final int TEXT_COLUMN = 14;

  private HelpPage() {}

  private record Entry(String name, String text) {}

  static List<Row> render(ScreenState state, int top, int rows) {
    List<Row> lines = lines(state);
    int from = Math.min(top, maxTop(lines, rows));
    List<Row> shown = lines.subList(from, Math.min(lines.size(), from + rows - 1));
    int below = lines.size() - from - shown.size();
    String remark = below == 0 ? "" : "PgDn: %d lines below".formatted(below);
    return Panes.pane(state.look(), state.size().columns(), "Help", remark, rows - 1, shown);
  }

  /// How many lines are scrolled away after scrolling by `pages`.
  static int scrolled(ScreenState state, int top, int rows, int pages) {
    return Math.clamp(top + pages * (rows - 2L), 0, maxTop(lines(state), rows));
  }

  private static int maxTop(List<Row> lines, int rows) {
    return Math.max(0, lines.size() - (rows - 1));
  }

  private static List<Row> lines(ScreenState state) {
    int buttons = Math.min(state.board().buttons(), Keys.MAX_BUTTONS);
    List<Row> lines = new ArrayList<>();
    for (Entry entry : entries(buttons, state.controls().keysRelease())) {
      int columns = state.size().columns();
      List<String> texts = Text.wrapWords(entry.text(), columns - TEXT_COLUMN - 1);
      for (int i = 0; i < texts.size(); i++) {
        lines.add(
            new Row(state.look(), columns)
                .add(i == 0 ? " " + entry.name() : "", Tone.STRONG)
                .to(TEXT_COLUMN)
                .add(texts.get(i)));
      }
    }
    return lines;
  }

  private static List<Entry> entries(int buttons, boolean keysRelease) {
    String digits = buttons == 2 ? "1, 2" : "1 to " + buttons;
    return List.of(
        new Entry(
            digits,
            keysRelease
                ? "press a button for as long as the key is down"
                : "tap a button: it is down for 50 ms"),
        new Entry("Shift+" + digits, "hold a button down; once more, or its digit, lets go"),
        new Entry("t", "type a line into the UART: Enter sends it, Esc leaves"),
        new Entry("PgUp PgDn", "scroll the console; Esc goes back to its end"),
        new Entry("c", "clear the console pane"),
        new Entry("?", "open and close this page"),
        new Entry("q, Ctrl-C", "quit"),
        new Entry("", ""),
        new Entry("LED", "on when it shines, whatever level its pin needs for that"),
        new Entry("device id", "the sum of the MAC's octets: whose registers the board writes"),
        new Entry("firmware", "its state machine: the present state, and the way to it"),
        new Entry("Console", "what the firmware prints on its UART, and nothing else"),
        new Entry("Exchanges", "request -> answer; A is done, X is refused; the time it took"),
        new Entry("Diagnostics", "the simulator's own voice: what went wrong and what to check"));
  }
}
