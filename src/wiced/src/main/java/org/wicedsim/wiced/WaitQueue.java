package org.wicedsim.wiced;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Clock;

/// The threads that wait for one object of the RTOS. As in ThreadX, whoever changes the object
/// hands it to those that wait, in the order in which they came: nobody who comes later can be
/// faster.
final class WaitQueue {
  /// What a thread wants of the object.
  interface Attempt {
    /// Called with the object locked, on any thread.
    ///
    /// @return the result of the thread's call; null while it must wait
    @Nullable WicedResult now();
  }

  private static final class Turn {
    private final Attempt attempt;
    private final int priority;
    private boolean queued;
    private @Nullable WicedResult result;

    Turn(Attempt attempt, int priority) {
      this.attempt = attempt;
      this.priority = priority;
    }
  }

  private final Gate gate;
  private final boolean byPriority;
  private final List<Turn> turns = new ArrayList<>();

  private WaitQueue(Clock clock, boolean byPriority) {
    gate = new Gate(clock);
    this.byPriority = byPriority;
  }

  /// Threads are served in the order in which they came.
  static WaitQueue inOrder(Clock clock) {
    return new WaitQueue(clock, false);
  }

  /// Threads are served by priority, and in the order in which they came among equals.
  static WaitQueue byPriority(Clock clock) {
    return new WaitQueue(clock, true);
  }

  /// Makes a change of the object, and serves those for whom it was made.
  <T> T change(Supplier<T> change) {
    return change(change, () -> {});
  }

  /// Makes a change of the object, serves those for whom it was made, and runs `behind` before
  /// anybody else sees the object.
  <T> T change(Supplier<T> change, Runnable behind) {
    return gate.changing(() -> {
      T result = change.get();
      serve();
      behind.run();
      return result;
    });
  }

  /// Makes the calling thread wait for its turn.
  ///
  /// @param timeoutMs [Rtos#NO_WAIT] to [Rtos#NEVER_TIMEOUT]
  /// @return the attempt's result, or what stands for a time-out or an aborted wait
  WicedResult await(Attempt attempt, long timeoutMs, WicedResult onTimeout, WicedResult onAborted) {
    Turn turn = new Turn(attempt, WicedThread.currentPriority());
    Gate.Outcome outcome = Gate.Outcome.TIMED_OUT;
    try {
      outcome = gate.outcomeOf(() -> isServed(turn), timeoutMs);
    } finally {
      if (outcome != Gate.Outcome.READY) {
        gate.change(() -> turns.remove(turn));
      }
    }
    // Somebody may have served it just before it left: what it was given must not be lost.
    WicedResult result = turn.result;
    if (result != null) {
      return result;
    }
    return outcome == Gate.Outcome.ABORTED ? onAborted : onTimeout;
  }

  private boolean isServed(Turn turn) {
    if (!turn.queued) {
      turn.queued = true;
      turn.result = turn.attempt.now();
      if (turn.result == null) {
        queue(turn);
      } else {
        serve();
      }
    }
    return turn.result != null;
  }

  private void queue(Turn turn) {
    int place = turns.size();
    while (byPriority && place > 0 && turns.get(place - 1).priority > turn.priority) {
      place--;
    }
    turns.add(place, turn);
  }

  private void serve() {
    while (serveOnce()) {
      gate.signal();
    }
  }

  private boolean serveOnce() {
    boolean served = false;
    for (Iterator<Turn> all = turns.iterator(); all.hasNext(); ) {
      Turn turn = all.next();
      turn.result = turn.attempt.now();
      if (turn.result != null) {
        all.remove();
        served = true;
      }
    }
    return served;
  }
}
