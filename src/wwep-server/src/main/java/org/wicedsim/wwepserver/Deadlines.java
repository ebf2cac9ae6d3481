package org.wicedsim.wwepserver;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The deadlines of one connection: what its peer owes next, the request under way as a whole, and
/// the store's oldest answer.
final class Deadlines {
  private final Loop loop;
  private final Deadline next;
  private final Deadline wholeRequest;
  private final Deadline storeAnswer;
  private @Nullable PendingAnswer awaited;

  /// @param onExpired told what was waited for in vain, on the event loop
  Deadlines(Loop loop, Consumer<Wait> onExpired) {
    this.loop = loop;
    next = new Deadline(onExpired);
    wholeRequest = new Deadline(onExpired);
    storeAnswer = new Deadline(onExpired);
  }

  /// Waits for one thing alone.
  void waitFor(Wait wait) {
    stop();
    next.start(loop.deadlines(wait));
  }

  void stop() {
    next.stop();
    wholeRequest.stop();
    storeAnswer.stop();
  }

  /// Waits for whatever the dialogue needs to go on.
  ///
  /// @param reading false while the server itself leaves octets unread: the peer owes none then
  /// @param writable false while the peer leaves its answers unread
  /// @param octetsCame whether octets came since the last call, which restarts the wait for more
  void update(Dialogue dialogue, boolean reading, boolean writable, boolean octetsCame) {
    boolean underWay = reading && dialogue.isUnderWay();
    boolean requestEnded = dialogue.takeRequestEnded();
    if (!underWay) {
      wholeRequest.stop();
    } else if (requestEnded || !wholeRequest.isRunning()) {
      wholeRequest.start(loop.deadlines(Wait.REQUEST));
    }
    if (underWay) {
      continueWith(Wait.FRAME, octetsCame);
    } else if (!writable) {
      continueWith(Wait.STALLED, false);
    } else if (!dialogue.isIdle()) {
      next.stop();
    } else if (octetsCame || !next.isIn(loop.deadlines(Wait.SILENCE))) {
      continueWith(Wait.IDLE, octetsCame);
    }
    updateStoreAnswer(dialogue.oldestPending());
  }

  private void continueWith(Wait wait, boolean restart) {
    DeadlineList list = loop.deadlines(wait);
    if (restart || !next.isIn(list)) {
      next.start(list);
    }
  }

  private void updateStoreAnswer(@Nullable PendingAnswer oldest) {
    if (oldest == null) {
      storeAnswer.stop();
    } else if (oldest != awaited) {
      storeAnswer.start(loop.deadlines(Wait.ANSWER));
    }
    awaited = oldest;
  }
}
