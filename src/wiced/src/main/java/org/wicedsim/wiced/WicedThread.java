package org.wicedsim.wiced;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A thread of the firmware (`wiced_thread_t`).
public final class WicedThread {
  /// A thread that computes for this long without a blocking call no longer holds up its creator: a
  /// busy loop must starve nobody.
  static final long MAX_HEAD_START_MS = 1_000;

  private static final ScopedValue<WicedThread> CURRENT = ScopedValue.newInstance();

  private final Sdk sdk;
  private final String name;
  private final int priority;
  private final CountDownLatch blockedOnce = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean deleted;

  WicedThread(Sdk sdk, String name, int priority, Runnable body) {
    this.sdk = sdk;
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
    boolean current = isThisThread();
    sdk.returned(
        "wiced_rtos_is_current_thread", current ? WicedResult.SUCCESS : WicedResult.ERROR, name);
    return current;
  }

  /// Waits until the thread has ended (`wiced_rtos_thread_join`).
  public WicedResult join() {
    aboutToBlock();
    try {
      thread.join();
    } catch (InterruptedException _) {
      throw PowerOff.ofThisThread();
    }
    return sdk.returned("wiced_rtos_thread_join", WicedResult.SUCCESS, name);
  }

  void start() {
    thread.start();
  }

  /// Lets a thread of higher priority than its creator run to its first blocking call, as if it had
  /// pre-empted the creator.
  void giveHeadStart() {
    int creator = CURRENT.isBound() ? CURRENT.get().priority : Rtos.LOWEST_PRIORITY;
    if (priority < creator) {
      try {
        var _ = blockedOnce.await(MAX_HEAD_START_MS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException _) {
        throw PowerOff.ofThisThread();
      }
    }
  }

  /// Called by every call of the SDK that may block, before it does.
  static void aboutToBlock() {
    if (CURRENT.isBound()) {
      CURRENT.get().blockedOnce.countDown();
    }
  }

  /// Whether the caller is a thread of some board's firmware.
  static boolean isFirmware() {
    return CURRENT.isBound();
  }

  /// Whether the caller is a thread of the firmware that was deleted.
  static boolean isDeleted() {
    return CURRENT.isBound() && CURRENT.get().deleted;
  }

  boolean isThisThread() {
    return Thread.currentThread() == thread;
  }

  /// Ends this thread at its next call of the SDK.
  void delete() {
    deleted = true;
    stop();
  }

  void stop() {
    thread.interrupt();
  }

  /// Waits for the end of a thread that was stopped.
  ///
  /// @return whether it ended in time
  boolean awaitEnd(Duration timeout) {
    try {
      return thread.join(timeout);
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
