package org.wicedsim.wiced;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The board's interrupt context: handlers run here one after another, in the order of their
/// interrupts, whatever the firmware's threads do. One that throws does not keep the next from
/// running.
final class Interrupts {
  /// How many interrupts may wait while a handler does not return.
  static final int MAX_PENDING = 1_024;

  private static final String CONTEXT = "interrupts";

  private final Sdk sdk;
  private final BlockingQueue<Runnable> pending = new ArrayBlockingQueue<>(MAX_PENDING);

  Interrupts(Sdk sdk) {
    this.sdk = sdk;
  }

  void start() {
    sdk.threads().start(CONTEXT, Rtos.HIGHEST_PRIORITY, this::serve);
  }

  /// Has `handler` called; never waits.
  void raise(Runnable handler) {
    if (!pending.offer(handler)) {
      sdk.diagnose(
          "interrupt-lost",
          "%d interrupts wait already: an interrupt handler does not return"
              .formatted(MAX_PENDING));
    }
  }

  private void serve() {
    WicedThread.aboutToBlock();
    try {
      while (true) {
        sdk.threads().guard(CONTEXT, pending.take());
      }
    } catch (InterruptedException _) {
      throw PowerOff.ofThisThread();
    }
  }
}
