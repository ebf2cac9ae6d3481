package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wicedsim.hal.EventStream.Stamped;
import org.wicedsim.hal.EventStream.Subscriber;
import org.wicedsim.hal.EventStream.Subscription;
import org.wicedsim.hal.HalEvent.Diagnostic;

class EventStreamTest {
  private static final Diagnostic EVENT = new Diagnostic("test", "an event");

  private final ManualClock clock = new ManualClock();
  private final EventStream events = new EventStream(clock);

  @Test
  void closingOneOfTwoSubscriptionsLeavesTheOther() {
    Recorder first = new Recorder();
    Recorder second = new Recorder();
    Subscription subscription = events.subscribe(first);
    events.subscribe(second);

    subscription.close();
    events.publish(EVENT);

    assertThat(first.events()).isEmpty();
    assertThat(second.events()).containsExactly(EVENT);
  }

  /// An event of a board in another process keeps its time; its number is this stream's.
  @Test
  void anEventMayBearTheTimeOfAnotherBoard() {
    Recorder recorder = new Recorder();
    events.subscribe(recorder);

    events.publish(EVENT);
    events.publishAt(4_711, EVENT);

    assertThat(recorder.stamped())
        .containsExactly(new Stamped(1, 0, EVENT), new Stamped(2, 4_711, EVENT));
  }

  /// A subscription that is closed twice must not take another one of the same subscriber along.
  @Test
  void closingASubscriptionTwiceLeavesTheSubscribersOtherOne() {
    Recorder recorder = new Recorder();
    Subscription subscription = events.subscribe(recorder);
    events.subscribe(recorder);

    subscription.close();
    subscription.close();
    events.publish(EVENT);

    assertThat(recorder.events()).containsExactly(EVENT);
  }

  @Test
  void aSubscriberMayEndItsSubscriptionWhileItHears() {
    List<Stamped> heard = new ArrayList<>();
    List<Subscription> subscriptions = new ArrayList<>();
    subscriptions.add(
        events.subscribe(event -> {
          heard.add(event);
          subscriptions.getFirst().close();
        }));

    events.publish(EVENT);
    events.publish(EVENT);

    assertThat(heard).hasSize(1);
  }

  /// A view that fails must not change what the board does.
  @Test
  void aSubscriberThatFailsDisturbsNobody() throws InterruptedException {
    RuntimeException failure = new IllegalStateException("a broken view");
    Subscriber broken =
        _ -> {
          throw failure;
        };
    events.subscribe(broken);
    Recorder recorder = new Recorder();
    events.subscribe(recorder);
    List<Throwable> uncaught = new ArrayList<>();

    Thread.ofPlatform()
        .uncaughtExceptionHandler((_, e) -> uncaught.add(e))
        .start(() -> {
          events.publish(EVENT);
          events.publish(EVENT);
        })
        .join();

    assertThat(recorder.events()).containsExactly(EVENT, EVENT);
    assertThat(uncaught).containsExactly(failure, failure);
  }
}
