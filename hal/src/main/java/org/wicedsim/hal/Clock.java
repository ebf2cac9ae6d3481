package org.wicedsim.hal;

import java.time.Duration;

/// The time of a board, counted from its start.
///
/// Whatever waits on a board waits by this clock, so that a test can let an hour pass at once.
public interface Clock {
  /// Nanoseconds since the board started.
  long nanos();

  /// Runs `task` once, `delay` from now. Tasks run one at a time, the earliest first; a task must
  /// return at once.
  Timer schedule(Duration delay, Runnable task);

  /// A task that is yet to run.
  interface Timer {
    /// Keeps the task from running, if it did not run yet.
    void cancel();
  }
}
