package org.wicedsim.wiced;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A context in which handlers of the firmware run one after another, in the order in which they
/// were raised, whatever the firmware's threads do: that of interrupts, or that of timers. A
/// handler that throws does not keep the next from running.
final class HandlerContext {
  /// How many handlers may wait while one does not return.
  static final int MAX_PENDING = 1_024;

  private final Sdk sdk;
  private final Context kind;
  private final BlockingQueue<Runnable> pending = new LinkedBlockingQueue<>(MAX_PENDING);
  private final WicedThread thread;
  private boolean started;

  HandlerContext(Sdk sdk, Context kind) {
    this.sdk = sdk;
    this.kind = kind;
    thread = sdk.threads().create(kind.threadName(), Rtos.HIGHEST_PRIORITY, this::serve);
    thread.setContext(kind);
  }

  /// Starts the context, if it was not started yet. On a board that was switched off nothing runs.
  synchronized void start() {
    if (!started) {
      started = sdk.threads().launch(thread);
    }
  }

  /// Has `handler` called; never waits.
  void raise(Runnable handler) {
    if (!pending.offer(handler)) {
      sdk.diagnose(
          kind.lostCode(),
          "%d %s wait already: a handler does not return"
              .formatted(MAX_PENDING, kind.threadName()));
    }
  }

  private void serve() {
    WicedThread.waitsForWork();
    try {
      while (true) {
        sdk.threads().guard(kind.threadName(), pending.take());
      }
    } catch (InterruptedException _) {
      throw PowerOff.ofThisThread();
    }
  }
}
