package org.wicedsim.hal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/// The events of one board, numbered and timestamped, in the order in which they were published.
///
/// Without a subscriber an event costs one volatile read, if the caller asks [#isObserved()] before
/// it makes the event.
public final class EventStream {
  /// An event with its place in the stream.
  ///
  /// @param number counts from 1 without gaps while there is a subscriber
  /// @param nanos the board's time, see [Clock#nanos()]
  public record Stamped(long number, long nanos, Event event) {}

  /// Hears events.
  @FunctionalInterface
  public interface Subscriber {
    /// Called for one event at a time, on the thread that published it. Must return at once, and
    /// must not call the board: a slow view keeps a queue of its own. An exception goes to the
    /// thread's uncaught exception handler, and the next event comes all the same.
    void onEvent(Stamped event);
  }

  /// Ends a subscription.
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /// One subscription: a subscriber may have several, and ends each by itself.
  private static final class Entry {
    private final Subscriber subscriber;

    Entry(Subscriber subscriber) {
      this.subscriber = subscriber;
    }
  }

  private final Clock clock;
  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private long published;

  public EventStream(Clock clock) {
    this.clock = clock;
  }

  /// Whether anybody would hear an event.
  public boolean isObserved() {
    return !entries.isEmpty();
  }

  /// Hands `event` to every subscriber.
  public void publish(Event event) {
    if (isObserved()) {
      deliver(clock::nanos, event);
    }
  }

  /// Hands on an event of a board in another process, with the time that it bore there.
  ///
  /// @param nanos by that board's clock, see [Clock#nanos()]
  public void publishAt(long nanos, Event event) {
    if (isObserved()) {
      deliver(() -> nanos, event);
    }
  }

  /// Adds a subscriber: it hears all events from now on. When its subscription is closed, an event
  /// that another thread is publishing may still reach it.
  public Subscription subscribe(Subscriber subscriber) {
    Entry entry = new Entry(subscriber);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  /// The time is taken in the order of the numbers.
  private synchronized void deliver(LongSupplier nanos, Event event) {
    Stamped stamped = new Stamped(++published, nanos.getAsLong(), event);
    for (Entry entry : entries) {
      deliver(stamped, entry.subscriber);
    }
  }

  /// A view that fails must not change what the board does, nor what the other views hear.
  private static void deliver(Stamped event, Subscriber subscriber) {
    try {
      subscriber.onEvent(event);
    } catch (RuntimeException e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
