package org.wicedsim.hal;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A board's clock that runs as fast as the machine's. All boards of a process share one thread.
public final class SystemClock implements Clock {
  private static final ScheduledThreadPoolExecutor TIMER = newTimer();

  private final long originNanos;

  /// A clock that starts now.
  public SystemClock() {
    this(System.nanoTime());
  }

  /// A clock that started at another time of this machine: boards of several processes show one
  /// time when they count from one origin.
  ///
  /// @param originNanos as [System#nanoTime()] gives it
  public SystemClock(long originNanos) {
    this.originNanos = originNanos;
  }

  private static ScheduledThreadPoolExecutor newTimer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("board-clock").factory());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  @Override
  public long nanos() {
    return System.nanoTime() - originNanos;
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    ScheduledFuture<?> future =
        TIMER.schedule(() -> run(task), TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  /// The executor would keep a task's exception in a future that nobody asks.
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
