package org.wicedsim.wwepserver;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One of a connection's deadlines: waits for one thing at a time, or for nothing.
final class Deadline {
  private final Consumer<Wait> onExpired;

  // Of the list.
  @Nullable DeadlineList list;
  @Nullable Deadline previous;
  @Nullable Deadline next;
  long expiresNanos;

  /// @param onExpired told what was waited for in vain, on the event loop
  Deadline(Consumer<Wait> onExpired) {
    this.onExpired = onExpired;
  }

  /// Starts to wait in a list, or starts again.
  void start(DeadlineList waiting) {
    stop();
    waiting.add(this);
  }

  void stop() {
    if (list != null) {
      list.remove(this);
    }
  }

  boolean isIn(DeadlineList waiting) {
    return list == waiting;
  }

  boolean isRunning() {
    return list != null;
  }

  void expire(Wait wait) {
    onExpired.accept(wait);
  }
}
