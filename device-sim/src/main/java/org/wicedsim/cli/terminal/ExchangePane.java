package org.wicedsim.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.wicedsim.cli.terminal.Look.Tone;
import org.wicedsim.scenario.Dialogue;

/// The last exchanges between the board and its peers, the newest one below.
final class ExchangePane {
  private static final String ARROW = " -> ";
  private static final String BY_PEER = "peer: ";
  private static final int MODE_COLUMN = 11;
  private static final int MESSAGE_COLUMN = 18;

  private ExchangePane() {}

  static List<Row> render(ScreenState state, Panes.Geometry geometry) {
    int columns = geometry.sideColumns();
    List<Exchange> all = state.seen().exchanges();
    List<Row> content = new ArrayList<>();
    if (all.isEmpty()) {
      content.add(
          new Row(state.look(), columns).add(" nothing sent yet: press a button", Tone.FAINT));
    }
    int first = Math.max(0, all.size() - geometry.exchangeRows());
    for (Exchange exchange : all.subList(first, all.size())) {
      content.add(row(state.look(), columns, exchange));
    }
    return Panes.pane(state.look(), columns, "Exchanges", "", geometry.exchangeRows(), content);
  }

  private static Row row(Look look, int columns, Exchange exchange) {
    Row row =
        new Row(look, columns)
            .add(" " + BoardTime.of(exchange.askedNanos()), Tone.FAINT)
            .to(MODE_COLUMN)
            .add(exchange.tls() ? "TLS" : "plain", Tone.FAINT)
            .to(MESSAGE_COLUMN)
            .add(exchange.asker() == Dialogue.Direction.SENT ? "" : BY_PEER, Tone.FAINT);
    return switch (exchange.outcome()) {
      case Exchange.Waiting _ -> messages(row, exchange, "waiting", Tone.FAINT, "");
      case Exchange.Unanswered _ -> messages(row, exchange, "no answer", Tone.FAILURE, "");
      case Exchange.Answered answered -> {
        String took = BoardTime.taken(answered.took());
        yield answered.isRefusal()
            ? messages(row, exchange, answered.answer(), Tone.FAILURE, took + ", refused")
            : messages(row, exchange, answered.answer(), Tone.PLAIN, took);
      }
    };
  }

  /// Request and answer; where both do not fit, the longer one is cut down to half of the room.
  private static Row messages(Row row, Exchange exchange, String answer, Tone tone, String remark) {
    int room = row.room() - ARROW.length() - remark.length() - 3;
    int half = Math.max(0, room / 2);
    int answerRoom = Math.max(half, room - exchange.request().length());
    int requestRoom = Math.max(half, room - answer.length());
    return row.add(exchange.request(), requestRoom, Tone.PLAIN)
        .add(ARROW, Tone.FAINT)
        .add(answer, answerRoom, tone)
        .add("  " + remark, tone == Tone.PLAIN ? Tone.FAINT : tone);
  }
}
