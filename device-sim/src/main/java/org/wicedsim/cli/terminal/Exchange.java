package org.wicedsim.cli.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.wicedsim.scenario.Dialogue;

/// One request of the board and what came back (SPEC 1.1).
///
/// @param request as printable ASCII; empty where there was none
/// @param sentNanos when the request left, on the board's clock
record Exchange(int socket, boolean tls, String request, long sentNanos, Outcome outcome) {
  /// What became of a request.
  sealed interface Outcome {}

  /// Nothing has come back yet.
  record Waiting() implements Outcome {}

  /// The server has answered.
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

  /// There was no request: the server spoke unasked, or said more than its answer.
  ///
  /// @param message as printable ASCII
  record Unasked(String message) implements Outcome {}

  /// `exchanges` after one more message: an answer belongs to the first request on its socket that
  /// waits for one.
  static List<Exchange> after(List<Exchange> exchanges, Dialogue.Message message) {
    String text = message.octets().toString();
    if (message.direction() == Dialogue.Direction.RECEIVED) {
      for (int i = 0; i < exchanges.size(); i++) {
        Exchange exchange = exchanges.get(i);
        if (exchange.waitsOn(message.socket())) {
          List<Exchange> answered = new ArrayList<>(exchanges);
          Duration took = Duration.ofNanos(message.nanos() - exchange.sentNanos());
          answered.set(i, exchange.with(new Answered(text, took)));
          return answered;
        }
      }
    }
    Exchange exchange =
        switch (message.direction()) {
          case SENT ->
              new Exchange(message.socket(), message.tls(), text, message.nanos(), new Waiting());
          case RECEIVED ->
              new Exchange(message.socket(), message.tls(), "", message.nanos(), new Unasked(text));
        };
    return Seen.appended(exchanges, exchange, Seen.MAX_EXCHANGES);
  }

  /// `exchanges` after a socket has closed.
  static List<Exchange> afterClose(List<Exchange> exchanges, int socket) {
    Predicate<Exchange> cutOff = exchange -> exchange.waitsOn(socket);
    return exchanges.stream()
        .map(exchange -> cutOff.test(exchange) ? exchange.with(new Unanswered()) : exchange)
        .toList();
  }

  private boolean waitsOn(int number) {
    return socket == number && outcome instanceof Waiting;
  }

  private Exchange with(Outcome other) {
    return new Exchange(socket, tls, request, sentNanos, other);
  }
}
