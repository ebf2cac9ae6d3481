package org.wicedsim.wwepserver;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The deadlines of one kind on one event loop.
///
/// All of them wait equally long, so the order in which they were started is the order in which
/// they expire: a linked list does for any number of connections what a timer task each would do,
/// and starting or stopping one costs a few pointers. One task sleeps until the first expires.
final class DeadlineList {
  /// The shortest sleep between two looks at the list: no deadline is late by more.
  private static final long GRANULARITY_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final EventExecutor loop;
  private final Wait wait;
  private final long periodNanos;
  private @Nullable Deadline first;
  private @Nullable Deadline last;
  private boolean scheduled;

  DeadlineList(EventExecutor loop, Wait wait, Duration period) {
    this.loop = loop;
    this.wait = wait;
    periodNanos = period.toNanos();
  }

  void add(Deadline deadline) {
    deadline.expiresNanos = loop.ticker().nanoTime() + periodNanos;
    deadline.list = this;
    deadline.previous = last;
    if (last == null) {
      first = deadline;
    } else {
      last.next = deadline;
    }
    last = deadline;
    if (!scheduled) {
      schedule(periodNanos);
    }
  }

  void remove(Deadline deadline) {
    if (deadline.previous == null) {
      first = deadline.next;
    } else {
      deadline.previous.next = deadline.next;
    }
    if (deadline.next == null) {
      last = deadline.previous;
    } else {
      deadline.next.previous = deadline.previous;
    }
    deadline.previous = null;
    deadline.next = null;
    deadline.list = null;
  }

  private void schedule(long delayNanos) {
    scheduled = true;
    var _ = loop.schedule(this::expireDue, delayNanos, TimeUnit.NANOSECONDS);
  }

  private void expireDue() {
    scheduled = false;
    long now = loop.ticker().nanoTime();
    Deadline due = first;
    while (due != null && due.expiresNanos - now <= 0) {
      remove(due);
      due.expire(wait);
      due = first;
    }
    if (first != null && !scheduled) {
      schedule(Math.max(GRANULARITY_NANOS, first.expiresNanos - now));
    }
  }
}
