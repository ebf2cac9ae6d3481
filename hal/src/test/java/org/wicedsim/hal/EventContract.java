package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wicedsim.hal.EventStream.Stamped;
import org.wicedsim.hal.EventStream.Subscription;
import org.wicedsim.hal.HalEvent.ButtonContact;
import org.wicedsim.hal.HalEvent.Diagnostic;
import org.wicedsim.hal.HalEvent.PinEdge;

/// What subscribers may rely on.
abstract class EventContract extends ContractPart {
  private static final int THREADS = 8;
  private static final int EVENTS_PER_THREAD = 500;

  EventContract(BoardBench bench) {
    super(bench);
  }

  /// A plain list also shows that one event is handed over at a time, and safely between threads.
  @Test
  void eventsOfManyThreadsAreNumberedWithoutGaps() throws InterruptedException {
    Board board = start().board();
    List<Stamped> heard = new ArrayList<>();
    board.events().subscribe(heard::add);

    publishFromManyThreads(board);

    assertThat(heard.stream().map(Stamped::number))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, THREADS * (long) EVENTS_PER_THREAD).boxed().toList());
  }

  @Test
  void timeStampsOfManyThreadsNeverGoBack() throws InterruptedException {
    BoardBench.Rig rig = start();
    List<Long> nanos = new ArrayList<>();
    rig.board().events().subscribe(event -> nanos.add(event.nanos()));

    publishFromManyThreads(rig.board());

    assertThat(nanos).isSorted();
  }

  @Test
  void everySubscriberHearsTheSameNumbers() throws InterruptedException {
    Board board = start().board();
    Recorder one = Recorder.of(board);
    Recorder two = Recorder.of(board);

    publishFromManyThreads(board);

    assertThat(one.stamped()).isEqualTo(two.stamped());
  }

  @Test
  void eventsCarryTheBoardsTime() {
    BoardBench.Rig rig = start();
    Recorder recorder = Recorder.of(rig.board());
    long begin = rig.board().clock().nanos();

    rig.pass(SETTLED);
    rig.levers().press(1);

    assertThat(recorder.stamped().getFirst().event()).isEqualTo(new ButtonContact(1, true));
    assertThat(recorder.stamped().getFirst().nanos())
        .isBetween(begin + SETTLED.toNanos(), rig.board().clock().nanos());
  }

  @Test
  void theEdgeComesTheDebounceAfterTheFinger() {
    BoardBench.Rig rig = start();
    Recorder recorder = Recorder.of(rig.board());

    rig.levers().press(1);
    rig.pass(SETTLED);

    assertThat(recorder.events())
        .containsExactly(new ButtonContact(1, true), new PinEdge(pins.button1(), Level.LOW));
    assertThat(Duration.ofNanos(recorder.stamped().getLast().nanos()))
        .isGreaterThanOrEqualTo(
            Duration.ofNanos(recorder.stamped().getFirst().nanos())
                .plus(BoardDescription.DEFAULT_DEBOUNCE));
  }

  @Test
  void withoutASubscriberNothingIsObserved() {
    Board board = start().board();

    board.events().publish(new Diagnostic("test", "nobody hears this"));

    assertThat(board.events().isObserved()).isFalse();
  }

  @Test
  void aSubscriberHearsNothingFromBeforeItsTime() {
    Board board = start().board();
    board.events().publish(new Diagnostic("test", "too early"));

    Recorder recorder = Recorder.of(board);
    board.events().publish(new Diagnostic("test", "in time"));

    assertThat(recorder.events()).containsExactly(new Diagnostic("test", "in time"));
    assertThat(recorder.stamped().getFirst().number()).isEqualTo(1);
  }

  @Test
  void aClosedSubscriptionHearsNothing() {
    Board board = start().board();
    Recorder recorder = new Recorder();
    Subscription subscription = board.events().subscribe(recorder);

    subscription.close();
    board.events().publish(new Diagnostic("test", "too late"));

    assertThat(recorder.events()).isEmpty();
    assertThat(board.events().isObserved()).isFalse();
  }

  private static void publishFromManyThreads(Board board) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      Event event = new Diagnostic("test", "thread " + t);
      threads.add(
          Thread.startVirtualThread(() -> {
            awaitUninterrupted(start);
            for (int i = 0; i < EVENTS_PER_THREAD; i++) {
              board.events().publish(event);
            }
          }));
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
