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

  /// Takes a free port from 49152 up.
  int takeAny() {
    while (true) {
      int port = random.nextInt(FIRST_DYNAMIC, LanSeat.PORT);
      if (gate.await(() -> taken.add(port), Rtos.NO_WAIT)) {
        return port;
      }
    }
  }

  void giveBack(int port) {
    gate.change(() -> taken.remove(port));
  }
}
