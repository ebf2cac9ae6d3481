package org.wicedsim.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.wicedsim.cli.terminal.Look.Tone;

/// One row of the screen while it is put together, from left to right. It never grows beyond its
/// width, and whatever is added to it is made safe first.
final class Row {
  private final Look look;
  private final int columns;
  private final List<Line.Span> spans = new ArrayList<>();
  private int column;

  Row(Look look, int columns) {
    this.look = look;
    this.columns = columns;
  }

  /// How many columns are left.
  int room() {
    return columns - column;
  }

  /// Adds `raw`, cut where the row ends.
  Row add(String raw, Tone tone) {
    return add(raw, room(), tone);
  }

  /// Adds `raw` in plain looks, cut where the row ends.
  Row add(String raw) {
    return add(raw, room(), Tone.PLAIN);
  }

  /// Adds `raw`, cut to `limit` columns and where the row ends.
  Row add(String raw, int limit, Tone tone) {
    String cut = Text.cut(look.text(raw), Math.min(limit, room()), look.ellipsis());
    spans.add(new Line.Span(tone, cut));
    column += Text.width(cut);
    return this;
  }

  /// Goes on at column `to`, counted from 0, unless the row is there already.
  Row to(int to) {
    return fill(" ", to, Tone.PLAIN);
  }

  /// Repeats a one-column glyph up to column `to`, counted from 0.
  Row fill(String glyph, int to, Tone tone) {
    int count = Math.min(to, columns) - column;
    return count > 0 ? add(glyph.repeat(count), tone) : this;
  }

  /// Adds `raw` so that it ends one column before the row does, if there is room for it and a gap.
  Row right(String raw, Tone tone) {
    int width = Text.width(look.text(raw));
    return width + 2 < room() ? to(columns - 1 - width).add(raw, tone) : this;
  }

  /// Adds what another row holds.
  Row add(Row other) {
    spans.addAll(other.spans);
    column += other.column;
    return this;
  }

  Line done() {
    return new Line(spans);
  }
}
