package org.wicedsim.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wicedsim.cli.terminal.Look.Tone;

/// The diagnostics: the simulator's own voice, beside the console (SPEC 3.6), the newest one below.
final class NotePane {
  private static final int TEXT_COLUMN = 11;

  private NotePane() {}

  static List<Row> render(ScreenState state, Panes.Geometry geometry) {
    int columns = geometry.sideColumns();
    List<Seen.Note> notes = state.seen().notes();
    List<Row> content = new ArrayList<>();
    if (notes.isEmpty()) {
      content.add(new Row(state.look(), columns).add(" nothing to report", Tone.FAINT));
    }
    for (Seen.Note note : notes.reversed()) {
      List<Row> rows = rows(state.look(), columns, note);
      if (content.isEmpty()) {
        content.addAll(rows.subList(0, Math.min(rows.size(), geometry.noteRows())));
      } else if (content.size() + rows.size() <= geometry.noteRows()) {
        content.addAll(0, rows);
      } else {
        break;
      }
    }
    long skipped = state.seen().skipped();
    String remark =
        skipped == 0
            ? ""
            : String.format(Locale.ROOT, "%,d events came too fast to be shown", skipped);
    return Panes.pane(state.look(), columns, "Diagnostics", remark, geometry.noteRows(), content);
  }

  private static List<Row> rows(Look look, int columns, Seen.Note note) {
    String code = look.text(note.code()) + ":";
    String whole = code + " " + look.text(note.message());
    List<Row> rows = new ArrayList<>();
    for (String text : Text.wrapWords(whole, columns - TEXT_COLUMN - 1)) {
      Row row = new Row(look, columns);
      if (rows.isEmpty()) {
        row.add(" " + note.time(), Tone.FAINT);
      }
      row.to(TEXT_COLUMN);
      boolean opens = rows.isEmpty() && text.startsWith(code);
      if (opens) {
        row.add(code, Tone.WARNING);
      }
      rows.add(row.add(opens ? text.substring(code.length()) : text));
    }
    return rows;
  }
}
