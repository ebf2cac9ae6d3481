package org.wicedsim.hal;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A board's clock that stands still until somebody moves it.
public final class ManualClock implements Clock {
  private record Entry(long due, long order, Runnable task) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::due).thenComparingLong(Entry::order));
  // Reentrant: a task may move the clock on itself.
  private final ReentrantLock advancing = new ReentrantLock();
  private long now;
  private long scheduled;

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized Timer schedule(Duration delay, Runnable task) {
    Entry entry = new Entry(in(delay.isNegative() ? Duration.ZERO : delay), scheduled++, task);
    entries.add(entry);
    return () -> cancel(entry);
  }

  /// Moves the clock on, and runs what falls due on the way, on the calling thread. An exception of
  /// a task comes out here, and the clock stands at that task's time.
  ///
  /// @throws IllegalArgumentException when `duration` is negative: time does not run backwards
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a clock cannot go back by " + duration.negated());
    }
    advancing.lock();
    try {
      long end = in(duration);
      for (Runnable task = next(end); task != null; task = next(end)) {
        task.run();
      }
    } finally {
      advancing.unlock();
    }
  }

  /// How many tasks are yet to run.
  public synchronized int pending() {
    return entries.size();
  }

  /// The time `duration` from now; the end of all time when that lies behind it.
  private synchronized long in(Duration duration) {
    long time = now + TimeUnit.NANOSECONDS.convert(duration);
    return time < 0 ? Long.MAX_VALUE : time;
  }

  private synchronized @Nullable Runnable next(long end) {
    Entry first = entries.peek();
    if (first == null || first.due() > end) {
      now = Math.max(now, end);
      return null;
    }
    entries.remove();
    now = Math.max(now, first.due());
    return first.task();
  }

  private synchronized void cancel(Entry entry) {
    entries.remove(entry);
  }
}
