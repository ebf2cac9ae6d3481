package org.wicedsim.firmware;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.wicedsim.wiced.IrqTrigger;
import org.wicedsim.wiced.Rtos;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedSemaphore;

/// The presses that wait for a client: counted as a WICED semaphore counts, up to a limit, and
/// served in order.
final class Presses {
  /// How many presses may wait while one is served.
  static final int MAX_WAITING = 64;

  private final Wiced wiced;
  private final WicedSemaphore semaphore;
  private final Queue<Integer> buttons = new ArrayBlockingQueue<>(MAX_WAITING);
  private final AtomicInteger lost = new AtomicInteger();

  Presses(Wiced wiced) {
    this.wiced = wiced;
    semaphore = wiced.rtos().initSemaphore();
  }

  /// Counts the presses of a button from now on.
  void listenTo(int button) {
    int pin = wiced.gpio().button(button);
    wiced.gpio().inputIrqEnable(pin, IrqTrigger.FALLING_EDGE, () -> onPress(button));
  }

  /// Waits for a press and takes it; first tells how many were too many meanwhile.
  ///
  /// @return the button
  int await() {
    int tooMany = lost.getAndSet(0);
    if (tooMany > 0) {
      wiced.console().printf("Presses lost: %d, since %d waited already\n", tooMany, MAX_WAITING);
    }
    semaphore.get(Rtos.NEVER_TIMEOUT);
    return buttons.remove();
  }

  /// Called in interrupt context, where nothing may block.
  private void onPress(int button) {
    if (buttons.offer(button)) {
      semaphore.set();
    } else {
      lost.incrementAndGet();
    }
  }
}
