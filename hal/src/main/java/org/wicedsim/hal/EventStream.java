package org.wicedsim.hal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

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
    /// must not call the board: a slow view keeps a queue of its own.
    void onEvent(Stamped event);
  }

  /// Ends a subscription.
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  private final Clock clock;
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private long published;

  public EventStream(Clock clock) {
    this.clock = clock;
  }

  /// Whether anybody would hear an event.
  public boolean isObserved() {
    return !subscribers.isEmpty();
  }

  /// Hands `event` to every subscriber.
  public void publish(Event event) {
    if (!isObserved()) {
      return;
    }
    synchronized (this) {
      Stamped stamped = new Stamped(++published, clock.nanos(), event);
      for (Subscriber subscriber : subscribers) {
        subscriber.onEvent(stamped);
      }
    }
  }

  /// Adds a subscriber: it hears all events from now on.
  public Subscription subscribe(Subscriber subscriber) {
    subscribers.add(subscriber);
    return () -> subscribers.remove(subscriber);
  }
}
