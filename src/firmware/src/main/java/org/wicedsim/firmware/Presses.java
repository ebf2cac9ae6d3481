package org.wicedsim.firmware;

import java.util.concurrent.atomic.AtomicInteger;
import org.wicedsim.wiced.Rtos;
import org.wicedsim.wiced.WicedSemaphore;

/// The presses that wait for the client: counted as a WICED semaphore counts, up to a limit.
final class Presses {
  /// How many presses may wait while one is served.
  static final int MAX_WAITING = 64;

  private final WicedSemaphore semaphore;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  Presses(Rtos rtos) {
    semaphore = rtos.initSemaphore();
  }

  /// Counts a press; called in interrupt context.
  void onPress() {
    if (waiting.getAndUpdate(count -> Math.min(count + 1, MAX_WAITING)) < MAX_WAITING) {
      semaphore.set();
    } else {
      lost.incrementAndGet();
    }
  }

  /// Waits for a press and takes it.
  void await() {
    semaphore.get(Rtos.NEVER_TIMEOUT);
    waiting.decrementAndGet();
  }

  /// How many presses were not counted since the last call.
  int takeLost() {
    return lost.getAndSet(0);
  }
}
