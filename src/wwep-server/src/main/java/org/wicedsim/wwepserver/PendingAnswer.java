package org.wicedsim.wwepserver;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wwep.Request;
import org.wicedsim.wwep.Wwep;

/// An answer whose turn has not come: the store owes it, or an earlier one is still owed.
///
/// The store settles it from any thread; everything else happens on the event loop.
final class PendingAnswer implements RegisterStore.Completion {
  private static final AtomicIntegerFieldUpdater<PendingAnswer> STATE =
      AtomicIntegerFieldUpdater.newUpdater(PendingAnswer.class, "state");
  private static final int OPEN = 0;
  private static final int SETTLING = 1;
  private static final int SETTLED = 2;

  private final Executor loop;
  private final Runnable onSettled;

  private volatile int state = OPEN;
  // Written before the state becomes SETTLED, read after.
  private int outcome;
  private @Nullable Throwable failure;

  // Of the event loop alone.
  private @Nullable Request request;
  private String text = "";

  PendingAnswer(Executor loop, Runnable onSettled) {
    this.loop = loop;
    this.onSettled = onSettled;
  }

  /// Says which request this is the answer to.
  ///
  /// @param text the octets of the request for a listener, or empty
  void belongTo(Request request, String text) {
    this.request = request;
    this.text = text;
  }

  Request request() {
    if (request == null) {
      throw new IllegalStateException("the answer belongs to no request yet");
    }
    return request;
  }

  String text() {
    return text;
  }

  boolean isSettled() {
    return state == SETTLED;
  }

  /// The register's value or [RegisterStore#ABSENT], once settled without a failure.
  int outcome() {
    return outcome;
  }

  @Nullable Throwable failure() {
    if (failure == null && outcome == RegisterStore.ABSENT && request instanceof Request.Write) {
      return new IllegalStateException("the store completed a write as absent");
    }
    return failure;
  }

  @Override
  public void complete(int value) {
    if (value != RegisterStore.ABSENT && (value < 0 || value > Wwep.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "a store completed with %d, which is no register's value".formatted(value));
    }
    settle(value, null);
    notifyLoop();
  }

  @Override
  public void fail(Throwable cause) {
    settle(RegisterStore.ABSENT, cause);
    notifyLoop();
  }

  /// Settles an answer on the event loop, whose caller looks after what follows.
  void settle(int value, @Nullable Throwable cause) {
    if (!STATE.compareAndSet(this, OPEN, SETTLING)) {
      throw new IllegalStateException("a store settled the same call twice");
    }
    outcome = value;
    failure = cause;
    state = SETTLED;
  }

  private void notifyLoop() {
    try {
      loop.execute(onSettled);
    } catch (RejectedExecutionException _) {
      // The server has stopped; nobody waits for this answer.
    }
  }
}
