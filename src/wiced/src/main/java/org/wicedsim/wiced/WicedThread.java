package org.wicedsim.wiced;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// A thread of the firmware (`wiced_thread_t`).
public final class WicedThread {
  private static final ScopedValue<WicedThread> CURRENT = ScopedValue.newInstance();

  private final String name;
  private final int priority;
  private final CountDownLatch blockedOnce = new CountDownLatch(1);
  private final Thread thread;

  WicedThread(String name, int priority, Runnable body) {
    this.name = name;
    this.priority = priority;
    thread =
        Thread.ofVirtual()
            .name(name)
            .unstarted(() -> ScopedValue.where(CURRENT, this).run(() -> runOnce(body)));
  }

  /// The thread's name.
  public String name() {
    return name;
  }

  /// Whether the caller runs on this thread (`wiced_rtos_is_current_thread`).
  public boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  /// Waits until the thread has ended (`wiced_rtos_thread_join`).
  public WicedResult join() {
    aboutToBlock();
    try {
      thread.join();
      return WicedResult.SUCCESS;
    } catch (InterruptedException _) {
      throw new PowerOff();
    }
  }

  /// Starts the thread. One of higher priority than its creator runs to its first blocking call
  /// before this returns, as if it had pre-empted the creator.
  void start() {
    int creator = CURRENT.isBound() ? CURRENT.get().priority : Rtos.LOWEST_PRIORITY;
    thread.start();
    if (priority < creator) {
      try {
        blockedOnce.await();
      } catch (InterruptedException _) {
        throw new PowerOff();
      }
    }
  }

  /// Called by every call of the SDK that may block, before it does.
  static void aboutToBlock() {
    if (CURRENT.isBound()) {
      CURRENT.get().blockedOnce.countDown();
    }
  }

  void stop() {
    thread.interrupt();
  }

  /// Waits for the end of a thread that was stopped.
  ///
  /// @return whether it ended in time
  boolean awaitEnd(long timeoutMs) {
    try {
      return thread.join(Duration.ofMillis(timeoutMs));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void runOnce(Runnable body) {
    try {
      body.run();
    } finally {
      blockedOnce.countDown();
    }
  }
}
