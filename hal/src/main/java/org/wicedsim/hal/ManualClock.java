package org.wicedsim.hal;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// A board's clock that stands still until somebody moves it.
public final class ManualClock implements Clock {
  private record Entry(long due, long order, Runnable task) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::due).thenComparingLong(Entry::order));
  private long now;
  private long scheduled;

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized Timer schedule(Duration delay, Runnable task) {
    Entry entry = new Entry(now + Math.max(0, delay.toNanos()), scheduled++, task);
    entries.add(entry);
    return () -> cancel(entry);
  }

  /// Moves the clock on, and runs what falls due on the way, on the calling thread.
  public void advance(Duration duration) {
    long end = nanos() + duration.toNanos();
    for (Runnable task = next(end); task != null; task = next(end)) {
      task.run();
    }
  }

  /// How many tasks are yet to run.
  public synchronized int pending() {
    return entries.size();
  }

  private synchronized @Nullable Runnable next(long end) {
    Entry first = entries.peek();
    if (first == null || first.due() > end) {
      now = end;
      return null;
    }
    entries.remove();
    now = first.due();
    return first.task();
  }

  private synchronized void cancel(Entry entry) {
    entries.remove(entry);
  }
}
