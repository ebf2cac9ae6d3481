package org.wicedsim.wwepserver;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/// A few file descriptors held back for the moment in which the process has no other.
///
/// When every descriptor is taken, the JVM cannot load a class or the time zones that a log line
/// needs, and what fails then fails for good. So the acceptor that runs out gives these free before
/// it says a word, and accepts again only when it has them back. Used on one event loop.
final class SpareDescriptors {
  private static final int COUNT = 4;

  private final Deque<DatagramChannel> held = new ArrayDeque<>(COUNT);

  /// Takes what is missing. False where the process still has too few.
  boolean take() {
    try {
      while (held.size() < COUNT) {
        held.add(DatagramChannel.open()); // never bound: only its descriptor counts
      }
      return true;
    } catch (IOException _) {
      giveFree();
      return false;
    }
  }

  void giveFree() {
    while (!held.isEmpty()) {
      try {
        held.remove().close();
      } catch (IOException _) {
        // A socket that was never used has nothing to lose.
      }
    }
  }
}
