package org.wicedsim.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.wicedsim.cli.terminal.Look.Tone;

/// Draws a state: board and firmware above, panes or help below, the keys in the last row.
final class Screen {
  /// A smaller terminal is told so.
  static final Size LEAST = new Size(60, 16);

  private static final int FOOTER_ROWS = 1;

  private Screen() {}

  /// The rows of the screen, from the top; none is wider than the terminal, and none holds anything
  /// that a terminal would obey.
  static List<Line> render(ScreenState state) {
    if (isTooSmall(state.size())) {
      return tooSmall(state);
    }
    List<Row> rows = new ArrayList<>(Header.render(state));
    int body = state.size().rows() - rows.size() - FOOTER_ROWS;
    rows.addAll(
        switch (state.controls().mode()) {
          case Controls.Helping(int top) -> HelpPage.render(state, top, body);
          case Controls.Watching _, Controls.Typing _ -> Panes.render(state, body);
        });
    rows.add(Footer.render(state));
    return rows.stream().map(Row::done).toList();
  }

  static boolean isTooSmall(Size size) {
    return size.columns() < LEAST.columns() || size.rows() < LEAST.rows();
  }

  /// How many rows lie between the header and the keys of a screen that is not too small.
  static int bodyRows(ScreenState state) {
    return state.size().rows() - Header.render(state).size() - FOOTER_ROWS;
  }

  private static List<Line> tooSmall(ScreenState state) {
    Size size = state.size();
    List<String> sentences =
        List.of(
            "wiced-sim needs %d columns and %d rows".formatted(LEAST.columns(), LEAST.rows()),
            "this terminal has %d and %d".formatted(size.columns(), size.rows()),
            "make it larger, or press q to quit");
    return sentences.stream()
        .limit(size.rows())
        .map(text -> new Row(state.look(), size.columns()).add(text, Tone.PLAIN).done())
        .toList();
  }
}
