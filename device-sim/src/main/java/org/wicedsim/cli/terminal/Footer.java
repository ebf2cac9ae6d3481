package org.wicedsim.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.wicedsim.cli.terminal.Look.Tone;

/// The last row: the keys, the line being typed, or what the last key could not do.
final class Footer {
  private static final String PROMPT = " UART> ";
  private static final String PROMPT_HELP = "Enter sends, Esc leaves";

  private Footer() {}

  private record Hint(String key, String meaning) {
    int width(int gap) {
      return key.length() + 1 + meaning.length() + gap;
    }
  }

  static Row render(ScreenState state) {
    Row row = new Row(state.look(), state.size().columns());
    return switch (state.controls().mode()) {
      case Controls.Typing(String line) -> prompt(row, state.look(), line);
      case Controls.Watching _, Controls.Helping _ ->
          state.controls().notice().isEmpty()
              ? keys(row, hints(state))
              : row.add(" " + state.controls().notice(), Tone.WARNING);
    };
  }

  /// The end of the line stays in sight, where the next character appears.
  private static Row prompt(Row row, Look look, String line) {
    row.add(PROMPT, Tone.STRONG);
    String safe = look.text(line);
    int room = row.room() - 2;
    while (Text.width(safe) > room) {
      safe = safe.substring(safe.offsetByCodePoints(0, 1));
    }
    return row.add(safe).add(" ", Tone.PRESSED).right(PROMPT_HELP, Tone.FAINT);
  }

  private static List<Hint> hints(ScreenState state) {
    int buttons = Math.min(state.board().buttons(), Keys.MAX_BUTTONS);
    List<Hint> hints = new ArrayList<>();
    hints.add(
        new Hint(
            buttons == 2 ? "1 2" : "1-" + buttons,
            state.controls().keysRelease() ? "press" : "tap"));
    hints.add(new Hint(buttons == 2 ? "! @" : "Shift+1-" + buttons, "hold"));
    boolean help = state.controls().mode() instanceof Controls.Helping;
    hints.add(new Hint("t", "type"));
    hints.add(new Hint("c", "clear"));
    hints.add(new Hint("PgUp PgDn", "scroll"));
    hints.add(new Hint("?", help ? "close help" : "help"));
    hints.add(new Hint("q", "quit"));
    return hints;
  }

  /// As airy as the row allows; the keys for scrolling go first where it is too short.
  private static Row keys(Row row, List<Hint> hints) {
    int gap = width(hints, 3) <= row.room() ? 3 : 2;
    List<Hint> shown =
        width(hints, gap) <= row.room()
            ? hints
            : hints.stream().filter(hint -> !hint.meaning().equals("scroll")).toList();
    row.add(" ");
    for (Hint hint : shown) {
      row.add(hint.key(), Tone.STRONG).add(" " + hint.meaning() + " ".repeat(gap), Tone.FAINT);
    }
    return row;
  }

  private static int width(List<Hint> hints, int gap) {
    return hints.stream().mapToInt(hint -> hint.width(gap)).sum();
  }
}
