package org.wicedsim.cli.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wicedsim.scenario.Dialogue;

/// One request and what came back (SPEC 1.1). Whoever speaks first on a socket asks, so it makes no
/// difference whether the board is the client or the server.
///
/// @param asker SENT when the board asked, RECEIVED when its peer did
/// @param request as printable ASCII
/// @param askedNanos when the request was whole, on the board's clock
record Exchange(
    int socket,
    boolean tls,
    Dialogue.Direction asker,
    String request,
    long askedNanos,
    Outcome outcome) {
  /// What became of a request.
  sealed interface Outcome {}

  /// Nothing has come back yet.
  record Waiting() implements Outcome {}

  /// The other side has answered.
  ///
  /// @param answer as printable ASCII
  record Answered(String answer, Duration took) implements Outcome {
    /// Whether the server said no (SPEC 1.11).
    boolean isRefusal() {
      return answer.startsWith("X");
    }
  }

  /// The socket closed, and nothing had come back.
  record Unanswered() implements Outcome {}

  /// `exchanges` after one more message: it answers the first request on its socket that waits for
  /// the other side, or it is a request itself.
  static List<Exchange> after(List<Exchange> exchanges, Dialogue.Message message) {
    String text = message.octets().toString();
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange exchange = exchanges.get(i);
      if (exchange.waitsOn(message.socket()) && exchange.asker() != message.direction()) {
        Duration took = Duration.ofNanos(message.nanos() - exchange.askedNanos());
        List<Exchange> answered = new ArrayList<>(exchanges);
        answered.set(i, exchange.with(new Answered(text, took)));
        return answered;
      }
    }
    Exchange asked =
        new Exchange(
            message.socket(),
            message.tls(),
            message.direction(),
            text,
            message.nanos(),
            new Waiting());
    return Seen.appended(exchanges, asked, Seen.MAX_EXCHANGES);
  }

  /// `exchanges` after a socket has closed.
  static List<Exchange> afterClose(List<Exchange> exchanges, int socket) {
    return exchanges.stream()
        .map(exchange -> exchange.waitsOn(socket) ? exchange.with(new Unanswered()) : exchange)
        .toList();
  }

  private boolean waitsOn(int number) {
    return socket == number && outcome instanceof Waiting;
  }

  private Exchange with(Outcome other) {
    return new Exchange(socket, tls, asker, request, askedNanos, other);
  }
}
