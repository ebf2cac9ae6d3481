package org.wicedsim.wiced;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.wicedsim.hal.Clock;

/// Which TCP ports of a board are taken.
final class Ports {
  /// Ports that the stack chooses begin here (RFC 6335 section 6).
  static final int FIRST_DYNAMIC = 49_152;

  private final RandomGenerator random = RandomGenerator.getDefault();
  private final Set<Integer> taken = new HashSet<>();
  private final Gate gate;

  Ports(Clock clock) {
    gate = new Gate(clock);
  }

  /// Takes a port, and waits for it while another socket has it.
  ///
  /// @return whether it was free in time
  boolean take(int port, long timeoutMs) {
    return gate.await(() -> taken.add(port), timeoutMs);
  }

  /// Takes a free port from 49152 up, at random.
  ///
  /// @throws IllegalStateException when the firmware holds all 16,383 of them
  int takeAny() {
    int ports = LanSeat.PORT - FIRST_DYNAMIC;
    int first = random.nextInt(ports);
    for (int i = 0; i < ports; i++) {
      int port = FIRST_DYNAMIC + (first + i) % ports;
      if (gate.await(() -> taken.add(port), Rtos.NO_WAIT)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "all %d ports from %d up are taken: the firmware never deletes its sockets"
            .formatted(ports, FIRST_DYNAMIC));
  }

  void giveBack(int port) {
    gate.change(() -> taken.remove(port));
  }
}
