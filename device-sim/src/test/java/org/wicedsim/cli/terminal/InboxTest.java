package org.wicedsim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Level;

@Timeout(30)
class InboxTest {
  private final Inbox inbox = new Inbox();

  private Inbox.Batch take() throws InterruptedException {
    return inbox.take(System.nanoTime());
  }

  private static Inbox.Printed printed(int number) {
    return new Inbox.Printed("line " + number);
  }

  @Test
  void aBatchHoldsAllThatCameInItsOrder() throws InterruptedException {
    inbox.put(printed(1));
    inbox.put(new Key.Written('q'));
    inbox.put(printed(2));

    Inbox.Batch batch = take();

    assertThat(batch.items()).containsExactly(printed(1), printed(2));
    assertThat(batch.keys()).containsExactly(new Key.Written('q'));
    assertThat(batch.skipped()).isZero();
  }

  @Test
  void whatWasTakenIsGone() throws InterruptedException {
    inbox.put(printed(1));
    inbox.repaint();
    take();
    inbox.put(printed(2));

    Inbox.Batch batch = take();

    assertThat(batch.items()).containsExactly(printed(2));
    assertThat(batch.repaint()).isFalse();
  }

  @Test
  void aFloodPushesTheOldestOutAndIsCounted() throws InterruptedException {
    for (int i = 0; i < Inbox.MAX_EVENTS + 10; i++) {
      inbox.put(printed(i));
    }

    Inbox.Batch batch = take();

    assertThat(batch.skipped()).isEqualTo(10);
    assertThat(batch.items())
        .hasSize(Inbox.MAX_EVENTS)
        .startsWith(printed(10))
        .endsWith(printed(Inbox.MAX_EVENTS + 9));
  }

  @Test
  void aFloodDoesNotDrownAKey() throws InterruptedException {
    inbox.put(new Key.Written('q'));
    for (int i = 0; i < 2 * Inbox.MAX_EVENTS; i++) {
      inbox.put(printed(i));
    }

    assertThat(take().keys()).containsExactly(new Key.Written('q'));
  }

  @Test
  void keysBeyondTheLimitAreDropped() throws InterruptedException {
    for (int i = 0; i < Inbox.MAX_KEYS + 10; i++) {
      inbox.put(new Key.Written('1'));
    }

    assertThat(take().keys()).hasSize(Inbox.MAX_KEYS);
  }

  @Test
  void eventsThatChangeNothingDoNotWakeTheScreen() throws InterruptedException {
    inbox.onEvent(States.stamped(0, new HalEvent.PinEdge(10, Level.LOW)));
    inbox.onEvent(States.stamped(0, new HalEvent.LedLight(1, true)));

    assertThat(take().items()).hasSize(1);
  }

  @Test
  void takeWaitsUntilSomethingComes() {
    CompletableFuture<Inbox.Batch> batch = taking(System.nanoTime());
    assertThat(batch).isNotDone();

    inbox.put(printed(1));

    await().until(batch::isDone);
    assertThat(batch.join().items()).containsExactly(printed(1));
  }

  @Test
  void takeWaitsForTheNextFrameButNotWhenTheScreenIsToEnd() {
    CompletableFuture<Inbox.Batch> batch = taking(System.nanoTime() + TimeUnit.HOURS.toNanos(1));
    inbox.put(printed(1));
    assertThat(batch).isNotDone();

    inbox.stop();

    await().until(batch::isDone);
    assertThat(batch.join().stopped()).isTrue();
  }

  private CompletableFuture<Inbox.Batch> taking(long earliestNanos) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return inbox.take(earliestNanos);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
  }
}
