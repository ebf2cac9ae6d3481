package org.wicedsim.cli.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.wicedsim.hal.EventStream;

/// What waits for the one thread that draws: the board's events, keys, and what else changes the
/// screen. Whoever puts something in returns at once.
///
/// While the box is full, each event pushes the oldest one out, and these are counted: a flood
/// stops neither the board nor the screen, which shows the latest. Keys are kept beside the events,
/// and no flood drowns them.
final class Inbox implements EventStream.Subscriber {
  /// How many events, and printed lines, wait at most.
  static final int MAX_EVENTS = 4_096;

  /// How many keys wait at most; the next ones are dropped, as a keyboard's buffer does.
  static final int MAX_KEYS = 256;

  /// Something to be folded into what is seen.
  sealed interface Item {}

  record Happened(EventStream.Stamped event) implements Item {}

  /// A line that something printed past the screen.
  record Printed(String line) implements Item {}

  /// What has come since the last batch.
  ///
  /// @param skipped how many events before the first of `items` were pushed out
  /// @param repaint whether the terminal lost or resized its content
  /// @param stopped whether the screen is to end
  record Batch(
      Collection<Item> items, List<Key> keys, long skipped, boolean repaint, boolean stopped) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private ArrayDeque<Item> items = new ArrayDeque<>();
  private List<Key> keys = new ArrayList<>();
  private long skipped;
  private boolean repaint;
  private boolean stopped;

  @Override
  public void onEvent(EventStream.Stamped event) {
    if (Events.isShown(event)) {
      put(new Happened(event));
    }
  }

  void put(Item item) {
    change(() -> {
      if (items.size() == MAX_EVENTS) {
        items.removeFirst();
        skipped++;
      }
      items.add(item);
    });
  }

  void put(Key key) {
    change(() -> {
      if (keys.size() < MAX_KEYS) {
        keys.add(key);
      }
    });
  }

  void repaint() {
    change(() -> repaint = true);
  }

  void stop() {
    change(() -> stopped = true);
  }

  /// Waits until there is something, but not before `earliestNanos` of [System#nanoTime()] unless
  /// the screen is to end, and takes it.
  Batch take(long earliestNanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!stopped) {
        long early = earliestNanos - System.nanoTime();
        if (early > 0) {
          changed.awaitNanos(early);
        } else if (isEmpty()) {
          changed.await();
        } else {
          break;
        }
      }
      Batch batch = new Batch(items, keys, skipped, repaint, stopped);
      items = new ArrayDeque<>();
      keys = new ArrayList<>();
      skipped = 0;
      repaint = false;
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private boolean isEmpty() {
    return items.isEmpty() && keys.isEmpty() && skipped == 0 && !repaint;
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
