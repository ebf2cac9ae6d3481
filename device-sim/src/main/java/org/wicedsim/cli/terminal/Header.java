package org.wicedsim.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.wicedsim.cli.terminal.Look.Tone;

/// The top of the screen: the board with its LEDs and buttons, who it is on the network, and the
/// state of its firmware.
final class Header {
  /// A smaller screen gets the board without its frame.
  private static final Size FRAMED = new Size(76, 22);

  private static final int MAX_FRAME_COLUMNS = 60;
  private static final int IDENTITY_COLUMNS = 31;
  private static final int LABEL_COLUMNS = 11;
  private static final int MAX_TITLE_ROWS = 2;

  private final ScreenState state;
  private final Look look;
  private final ScreenState.Board board;
  private final int columns;
  private final boolean framed;
  private final List<Row> rows = new ArrayList<>();

  private Header(ScreenState state) {
    this.state = state;
    look = state.look();
    board = state.board();
    columns = state.size().columns();
    framed = columns >= FRAMED.columns() && state.size().rows() >= FRAMED.rows();
  }

  static List<Row> render(ScreenState state) {
    return new Header(state).render();
  }

  private List<Row> render() {
    title();
    if (framed) {
      frame();
    } else {
      lines();
    }
    firmware();
    return rows;
  }

  private void title() {
    String brand = " wiced-sim  ";
    String line = look.text(String.join(" " + look.dot() + " ", board.title()));
    List<String> wrapped = Text.wrapWords(line, columns - brand.length() - 1);
    int limit = framed ? MAX_TITLE_ROWS : 1;
    for (int i = 0; i < Math.min(limit, wrapped.size()); i++) {
      boolean last = i == limit - 1 && wrapped.size() > limit;
      rows.add(
          row()
              .add(i == 0 ? brand : " ".repeat(brand.length()), Tone.BRAND)
              .add(last ? wrapped.get(i) + look.ellipsis() : wrapped.get(i), Tone.PLAIN));
    }
  }

  private void frame() {
    int width = Math.min(MAX_FRAME_COLUMNS, columns - IDENTITY_COLUMNS);
    List<Row> parts = new Parts(state).inFrame(width - 4);
    List<Row> identity = identity();
    rows.add(
        row()
            .add(look.topLeft() + look.horizontal() + " ", Tone.FAINT)
            .add(board.name(), width - 6, Tone.STRONG)
            .add(" ", Tone.PLAIN)
            .fill(look.horizontal(), width - 1, Tone.FAINT)
            .add(look.topRight(), Tone.FAINT));
    for (int i = 0; i < parts.size(); i++) {
      Row row =
          row()
              .add(look.vertical(), Tone.FAINT)
              .to(3)
              .add(parts.get(i))
              .to(width - 1)
              .add(look.vertical(), Tone.FAINT)
              .to(width + 2);
      rows.add(i < identity.size() ? row.add(identity.get(i)) : row);
    }
    rows.add(
        row()
            .add(look.bottomLeft(), Tone.FAINT)
            .fill(look.horizontal(), width - 1, Tone.FAINT)
            .add(look.bottomRight(), Tone.FAINT));
  }

  private List<Row> identity() {
    return List.of(
        labelled("MAC", board.mac()),
        labelled("device id", board.deviceId()),
        labelled("address", board.address()),
        labelled("LAN", board.lan() + ", network " + network()));
  }

  private Row labelled(String label, String value) {
    return new Row(look, IDENTITY_COLUMNS - 2)
        .add(label, Tone.FAINT)
        .to(LABEL_COLUMNS)
        .add(value, Tone.PLAIN);
  }

  private void lines() {
    rows.add(
        row()
            .add(" " + board.name(), Tone.STRONG)
            .right("LAN %d, network %s".formatted(board.lan(), network()), Tone.PLAIN));
    rows.add(
        row()
            .add(" MAC ", Tone.FAINT)
            .add(board.mac(), Tone.PLAIN)
            .add("  id ", Tone.FAINT)
            .add(board.deviceId(), Tone.PLAIN)
            .add("  address ", Tone.FAINT)
            .add(board.address(), Tone.PLAIN));
    rows.addAll(new Parts(state).inLines());
  }

  /// The present state and what is true in it; to the right, how the firmware came there since it
  /// was there before.
  private void firmware() {
    List<String> states = state.seen().firmware();
    Row row = row().add(" firmware  ", Tone.FAINT);
    if (states.isEmpty()) {
      rows.add(row.add("has shown no state yet", Tone.FAINT));
      return;
    }
    row.add(states.getLast(), Tone.STRONG).add("  " + state.seen().firmwareDetail(), Tone.PLAIN);
    String path = "";
    for (int i = states.size() - 2; i >= 0 && !states.get(i).equals(states.getLast()); i--) {
      String longer = path.isEmpty() ? states.get(i) : states.get(i) + " > " + path;
      if (Text.width(look.text("after " + longer)) + 5 > row.room()) {
        break;
      }
      path = longer;
    }
    rows.add(path.isEmpty() ? row : row.right("after " + path, Tone.FAINT));
  }

  private String network() {
    return state.seen().networkUp() ? "up" : "down";
  }

  private Row row() {
    return new Row(look, columns);
  }
}
