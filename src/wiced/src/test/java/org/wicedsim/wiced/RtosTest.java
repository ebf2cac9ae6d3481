package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.TestBoard;

/// SPEC 3.7: threads and delays.
class RtosTest {
  private static final int STACK = 6_200;

  @RegisterExtension final Bench bench = new Bench();

  @Test
  void aThreadOfHigherPriorityRunsToItsFirstBlockBeforeCreateReturns() {
    List<String> order = new CopyOnWriteArrayList<>();
    CompletableFuture<List<String>> whenCreated = new CompletableFuture<>();

    bench.run(wiced -> {
      wiced
          .rtos()
          .createThread(
              Rtos.APPLICATION_PRIORITY - 2,
              "child",
              STACK,
              () -> {
                // A call that finds what it wants does not block.
                WicedSemaphore semaphore = wiced.rtos().initSemaphore();
                semaphore.set();
                semaphore.get(Rtos.NEVER_TIMEOUT);
                order.add("child");
                wiced.rtos().delayMilliseconds(Rtos.NEVER_TIMEOUT);
                order.add("never");
              });
      whenCreated.complete(List.copyOf(order));
    });

    assertThat(whenCreated.join()).containsExactly("child");
  }

  @Test
  void aThreadOfHigherPriorityThatEndsWithoutBlockingRunsWhole() {
    AtomicBoolean ran = new AtomicBoolean();
    CompletableFuture<Boolean> whenCreated = new CompletableFuture<>();

    bench.run(wiced -> {
      wiced.rtos().createThread(0, "child", STACK, () -> ran.set(true));
      whenCreated.complete(ran.get());
    });

    assertThat(whenCreated.join()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {Rtos.APPLICATION_PRIORITY, Rtos.APPLICATION_PRIORITY + 1, 31})
  void anEqualOrLowerThreadDoesNotHoldUpItsCreator(int priority) {
    CountDownLatch created = new CountDownLatch(1);
    CompletableFuture<Void> ran = new CompletableFuture<>();

    bench.run(wiced -> {
      wiced
          .rtos()
          .createThread(
              priority,
              "child",
              STACK,
              () -> {
                awaitUninterrupted(created);
                ran.complete(null);
              });
      created.countDown();
    });

    assertThat(ran.orTimeout(10, TimeUnit.SECONDS).join()).isNull();
  }

  /// A busy loop starves nobody.
  @Test
  void aThreadOfHigherPriorityThatNeverBlocksLetsItsCreatorGoOn() {
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Void> created = new CompletableFuture<>();

    bench.run(wiced -> {
      wiced
          .rtos()
          .createThread(
              1,
              "busy",
              STACK,
              () -> {
                while (!stop.get()) {
                  Thread.onSpinWait();
                }
              });
      created.complete(null);
    });

    created.join();
    stop.set(true);
  }

  /// As several of the course's programs poll a button.
  @Test
  void manyThreadsThatPollDoNotStarveAnother() {
    CompletableFuture<Void> other = new CompletableFuture<>();

    TestBoard board =
        bench.run(wiced -> {
          for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
            wiced
                .rtos()
                .createThread(
                    9,
                    "polling " + i,
                    STACK,
                    () -> {
                      while (true) {
                        wiced.gpio().inputGet(wiced.gpio().button(1));
                      }
                    });
          }
          wiced.rtos().createThread(10, "other", STACK, () -> other.complete(null));
        });

    assertThat(other.join()).isNull();
    // And they end with their board, which the bench checks.
    board.close();
  }

  @Test
  void createReturnsTheThreadByItsName() {
    Wiced wiced = bench.play().wiced();

    assertThat(wiced.rtos().createThread(9, "worker", STACK, () -> {}).name()).isEqualTo("worker");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 32})
  void aPriorityOutOfRangeCreatesNoThread(int priority) {
    Bench.Played played = bench.play();

    assertThatThrownBy(() -> played.wiced().rtos().createThread(priority, "odd", STACK, () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'odd'")
        .hasMessageContaining("from 0 to 31, not " + priority);
    assertThat(played.log().resultsOf("wiced_rtos_create_thread"))
        .containsExactly(WicedResult.THREAD_CREATE_FAILED);
  }

  @Test
  void joinWaitsForTheEndOfTheThread() {
    Wiced wiced = bench.play().wiced();
    WicedSemaphore go = wiced.rtos().initSemaphore();
    AtomicBoolean ended = new AtomicBoolean();
    WicedThread thread =
        wiced
            .rtos()
            .createThread(
                9,
                "worker",
                STACK,
                () -> {
                  go.get(Rtos.NEVER_TIMEOUT);
                  ended.set(true);
                });
    CompletableFuture<Boolean> joined =
        CompletableFuture.supplyAsync(() -> thread.join().isSuccess() && ended.get());

    go.set();

    assertThat(joined.join()).isTrue();
  }

  @Test
  void aThreadKnowsItself() {
    Wiced wiced = bench.play().wiced();
    WicedSemaphore go = wiced.rtos().initSemaphore();
    CompletableFuture<WicedThread> self = new CompletableFuture<>();
    CompletableFuture<Boolean> current = new CompletableFuture<>();

    WicedThread thread =
        wiced
            .rtos()
            .createThread(
                9,
                "worker",
                STACK,
                () -> {
                  go.get(Rtos.NEVER_TIMEOUT);
                  current.complete(self.join().isCurrent());
                });
    self.complete(thread);
    go.set();

    assertThat(current.join()).isTrue();
    assertThat(thread.isCurrent()).isFalse();
  }

  @Test
  void aThreadThatThrowsIsToldOfAndTheOthersGoOn() {
    Bench.Played played = bench.play();
    Rtos rtos = played.wiced().rtos();
    CompletableFuture<Void> other = new CompletableFuture<>();

    rtos.createThread(
        9,
        "faulty",
        STACK,
        () -> {
          throw new IllegalStateException("no such register");
        });
    rtos.createThread(9, "other", STACK, () -> other.complete(null));

    WicedEvent.FirmwareCrashed crash = played.log().await(WicedEvent.FirmwareCrashed.class);
    assertThat(crash.thread()).isEqualTo("faulty");
    assertThat(crash.cause()).contains("IllegalStateException: no such register", "RtosTest");
    assertThat(other.join()).isNull();
  }

  @Test
  void aThreadThatThrowsAnErrorIsToldOfToo() {
    Bench.Played played = bench.play();

    played
        .wiced()
        .rtos()
        .createThread(
            9,
            "faulty",
            STACK,
            () -> {
              throw new StackOverflowError();
            });

    assertThat(played.log().await(WicedEvent.FirmwareCrashed.class).cause())
        .contains("StackOverflowError");
  }

  @Test
  void applicationStartMayReturnWhileItsThreadsGoOn() {
    ManualClock clock = new ManualClock();
    CompletableFuture<Void> later = new CompletableFuture<>();
    bench.run(
        clock,
        wiced ->
            wiced
                .rtos()
                .createThread(
                    9,
                    "worker",
                    STACK,
                    () -> {
                      wiced.rtos().delayMilliseconds(60_000);
                      later.complete(null);
                    }));
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofMinutes(1));

    assertThat(later.join()).isNull();
  }

  @Test
  void aDelayLastsAsLongAsItSaysByTheBoardsClock() {
    ManualClock clock = new ManualClock();
    Rtos rtos = bench.play(clock).wiced().rtos();
    CompletableFuture<WicedResult> slept =
        CompletableFuture.supplyAsync(() -> rtos.delayMilliseconds(250));
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofMillis(249));

    assertThat(slept).isNotDone();
    clock.advance(Duration.ofMillis(1));
    assertThat(slept.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aDelayOfNothingReturnsAtOnce() {
    assertThat(bench.play(new ManualClock()).wiced().rtos().delayMilliseconds(0))
        .isEqualTo(WicedResult.SUCCESS);
  }

  /// What a script presses right after the start must not be lost.
  @Test
  void startReturnsWhenApplicationStartBlocksOrEnds() {
    AtomicBoolean set = new AtomicBoolean();

    bench.run(wiced -> {
      set.set(true);
      wiced.rtos().delayMilliseconds(Rtos.NEVER_TIMEOUT);
    });

    assertThat(set).isTrue();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
