package org.wicedsim.wwepserver;

import io.netty.channel.EventLoop;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An event loop with what its connections share. Everything but [#executor] is the loop's alone.
final class Loop {
  /// Octets read from a connection at once: some 1,500 requests.
  static final int READ_OCTETS = 16_384;

  private final EventLoop executor;
  private final byte[] octets = new byte[READ_OCTETS];
  private final AnswerBuffer answers = new AnswerBuffer();
  private final Map<Wait, DeadlineList> deadlines = new EnumMap<>(Wait.class);
  private final Set<Connection> connections = new HashSet<>();

  Loop(EventLoop executor, ServerLimits limits) {
    this.executor = executor;
    for (Wait wait : Wait.values()) {
      deadlines.put(wait, new DeadlineList(executor, wait, wait.limit(limits)));
    }
  }

  EventLoop executor() {
    return executor;
  }

  /// Scratch space for the octets of one batch.
  byte[] octets() {
    return octets;
  }

  AnswerBuffer answers() {
    return answers;
  }

  @SuppressWarnings("NullAway") // the constructor puts a list for every constant
  DeadlineList deadlines(Wait wait) {
    return deadlines.get(wait);
  }

  void add(Connection connection) {
    connections.add(connection);
  }

  void remove(Connection connection) {
    connections.remove(connection);
  }

  /// Asks every connection to end after its request under way. A copy, since they leave as they
  /// end.
  void stopConnections() {
    List.copyOf(connections).forEach(Connection::stop);
  }
}
