package org.wicedsim.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.wicedsim.cli.terminal.Look.Tone;

/// The LEDs and buttons of the board, each with its state as a word, since colour alone tells
/// nothing to many.
final class Parts {
  /// The widest part is `● LED 10 off`, and a gap.
  private static final int MIN_CELL_COLUMNS = 14;

  private static final int MAX_CELL_COLUMNS = 22;

  private static final double ALWAYS = 99.5;

  /// A board with more LEDs or buttons than fit says how many are left out.
  private static final int MAX_ROWS = 3;

  private final ScreenState state;
  private final Look look;

  Parts(ScreenState state) {
    this.state = state;
    look = state.look();
  }

  /// LEDs above buttons in even columns, with air around them.
  List<Row> inFrame(int columns) {
    int most = Math.max(state.board().leds(), state.board().buttons());
    int across = Math.clamp(most, 1, columns / MIN_CELL_COLUMNS);
    int cell = Math.min(MAX_CELL_COLUMNS, columns / across);
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(look, columns));
    rows.addAll(grid(state.board().leds(), this::led, columns, across, cell));
    rows.addAll(grid(state.board().buttons(), this::button, columns, across, cell));
    rows.add(new Row(look, columns));
    return rows;
  }

  /// One row of LEDs, one row of buttons.
  List<Row> inLines() {
    int columns = state.size().columns() - 1;
    int across = columns / MIN_CELL_COLUMNS;
    return List.of(
        line(state.board().leds(), this::led, columns, across),
        line(state.board().buttons(), this::button, columns, across));
  }

  private Row line(int count, IntFunction<Row> part, int columns, int across) {
    int shown = count <= across ? count : across - 1;
    Row row = new Row(look, columns + 1);
    for (int i = 0; i < shown; i++) {
      row.to(1 + i * MIN_CELL_COLUMNS).add(part.apply(i + 1));
    }
    return shown == count ? row : row.to(1 + shown * MIN_CELL_COLUMNS).add(more(count - shown));
  }

  private List<Row> grid(int count, IntFunction<Row> part, int columns, int across, int cell) {
    int places = across * MAX_ROWS;
    int shown = count <= places ? count : places - 1;
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      if (i % across == 0) {
        rows.add(new Row(look, columns));
      }
      rows.getLast().to(i % across * cell).add(part.apply(i + 1));
    }
    if (shown < count) {
      rows.getLast().to((across - 1) * cell).add(more(count - shown));
    }
    return rows;
  }

  private Row led(int number) {
    double percent = state.seen().lit().getOrDefault(number, 0.0);
    boolean lit = percent > 0;
    Tone tone = lit ? Tone.LIT : Tone.FAINT;
    return new Row(look, MIN_CELL_COLUMNS)
        .add(lit ? look.lit() : look.unlit(), tone)
        .add(" LED " + number, Tone.PLAIN)
        .to(9)
        .add(light(percent), tone);
  }

  private static String light(double percent) {
    if (percent <= 0) {
      return "off";
    }
    return percent < ALWAYS ? Math.max(1, Math.round(percent)) + "%" : "on";
  }

  private Row button(int number) {
    boolean pressed = state.seen().pressed().contains(number);
    boolean held = pressed && state.controls().held().contains(number);
    return new Row(look, MIN_CELL_COLUMNS)
        .add("[ " + number + " ]", pressed ? Tone.PRESSED : Tone.PLAIN)
        .to(9)
        .add(held ? "held" : pressed ? "down" : "up", pressed ? Tone.STRONG : Tone.FAINT);
  }

  private Row more(int count) {
    return new Row(look, MIN_CELL_COLUMNS).add("and " + count + " more", Tone.FAINT);
  }
}
