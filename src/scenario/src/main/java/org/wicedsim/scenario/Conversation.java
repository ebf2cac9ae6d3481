package org.wicedsim.scenario;

import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Octets;
import org.wicedsim.scenario.Dialogue.Direction;
import org.wicedsim.scenario.Dialogue.Message;
import org.wicedsim.wwep.Reply;
import org.wicedsim.wwep.Request;

/// The messages of one socket: cuts the octets that run in one direction, see [Dialogue].
final class Conversation {
  private final int socket;
  private final Dialogue.Listener listener;

  private final byte[] run = new byte[Dialogue.MAX_MESSAGE_OCTETS];
  private int length;
  private Direction direction = Direction.SENT;
  private boolean tls;
  private long nanos;
  private @Nullable Direction lineEndMayFollow;
  private @Nullable Direction asking;

  Conversation(int socket, Dialogue.Listener listener) {
    this.socket = socket;
    this.listener = listener;
  }

  void onSegment(Direction towards, boolean sealed, Octets data, long at) {
    if (towards != direction) {
      end();
      direction = towards;
    }
    tls = sealed;
    nanos = at;
    for (int i = 0; i < data.length(); i++) {
      if (length == 0 && data.at(i) == 'X' && !continuesWithAnswers(data, i + 1)) {
        takeRest(data, i);
        return;
      }
      take(data.at(i));
    }
  }

  /// Nothing more can be received.
  void onPeerFinished() {
    if (direction == Direction.RECEIVED) {
      end();
    }
  }

  /// The run is over, whole or not.
  void end() {
    if (length > 0) {
      report();
    }
  }

  void unfinished(Dialogue.Listener curious) {
    if (length > 0) {
      curious.onMessage(message(), isAnswer());
    }
  }

  private void take(int octet) {
    run[length++] = (byte) octet;
    if (lineEndMayFollow == direction && isLineEnd()) {
      length = 0;
      lineEndMayFollow = null;
    } else if (isWhole()) {
      boolean request = run[0] == 'R' || run[0] == 'W';
      report();
      lineEndMayFollow = request ? direction : lineEndMayFollow;
    } else if (length == run.length) {
      report();
    }
  }

  private void takeRest(Octets data, int from) {
    for (int i = from; i < data.length(); i++) {
      run[length++] = (byte) data.at(i);
      if (length == run.length) {
        report();
      }
    }
    end();
  }

  private void report() {
    Message message = message();
    length = 0;
    if (lineEndMayFollow == direction) {
      lineEndMayFollow = null;
    }
    if (asking == null) {
      asking = direction;
    }
    listener.onMessage(message, isAnswer());
  }

  private boolean isAnswer() {
    return asking != null && asking != direction;
  }

  private Message message() {
    return new Message(socket, tls, direction, Octets.of(run, 0, length), nanos);
  }

  private boolean isLineEnd() {
    return (length == 1 && run[0] == '\n') || (length == 2 && run[0] == '\r' && run[1] == '\n');
  }

  private boolean isWhole() {
    return switch (run[0]) {
      case Reply.Refused.OCTET -> true;
      case 'R' -> length == Request.Read.LENGTH && digitsFrom(1);
      case 'W' -> length == Request.Write.LENGTH && digitsFrom(1);
      case 'A' -> length == Reply.Accepted.LENGTH && digitsFrom(1);
      default -> false;
    };
  }

  private boolean digitsFrom(int start) {
    for (int i = start; i < length; i++) {
      if (!isDigit(run[i])) {
        return false;
      }
    }
    return true;
  }

  /// Whether the rest of a segment is answers, the last one perhaps cut.
  private static boolean continuesWithAnswers(Octets data, int from) {
    int digitsMissing = 0;
    for (int i = from; i < data.length(); i++) {
      int octet = data.at(i);
      if (digitsMissing > 0) {
        if (!isDigit(octet)) {
          return false;
        }
        digitsMissing--;
      } else if (octet == 'A') {
        digitsMissing = Reply.Accepted.LENGTH - 1;
      } else if (octet != Reply.Refused.OCTET) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(int octet) {
    return Character.digit(octet, 16) >= 0 && octet < 0x80;
  }
}
