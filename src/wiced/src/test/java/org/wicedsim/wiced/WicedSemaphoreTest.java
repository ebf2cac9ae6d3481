package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.EventLog;

/// SPEC 3.7: counting, starts at 0, no maximum.
class WicedSemaphoreTest {
  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final WicedSemaphore semaphore = played.wiced().rtos().initSemaphore();

  @Test
  void anEmptySemaphoreTimesOutAtOnceWithoutAWait() {
    assertThat(semaphore.get(Rtos.NO_WAIT)).isEqualTo(WicedResult.TIMEOUT);
  }

  @Test
  void whatWasSetBeforeTheGetIsNotLost() {
    semaphore.set();

    assertThat(semaphore.get(Rtos.NO_WAIT)).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void everySetIsWorthOneGet() {
    IntStream.range(0, 1_000).forEach(_ -> semaphore.set());

    assertThat(Stream.generate(() -> semaphore.get(Rtos.NO_WAIT)).limit(1_000))
        .containsOnly(WicedResult.SUCCESS);
    assertThat(semaphore.get(Rtos.NO_WAIT)).isEqualTo(WicedResult.TIMEOUT);
  }

  @Test
  void aWaitingGetEndsAtItsTimeOut() {
    CompletableFuture<WicedResult> got = CompletableFuture.supplyAsync(() -> semaphore.get(500));
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofMillis(500));

    assertThat(got.join()).isEqualTo(WicedResult.TIMEOUT);
  }

  @Test
  void aWaitingGetEndsWithTheSet() {
    CompletableFuture<WicedResult> got = CompletableFuture.supplyAsync(() -> semaphore.get(500));
    await().until(() -> clock.pending() == 1);

    semaphore.set();

    assertThat(got.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void manyThreadsTakeExactlyWhatManyThreadsSet() {
    int threads = 16;
    int each = 250;
    var takers =
        IntStream.range(0, threads)
            .mapToObj(_ ->
                inVirtualThread(
                    () -> IntStream.range(0, each).forEach(_ -> semaphore.get(0xFFFF_FFFFL))))
            .toList();

    IntStream.range(0, threads)
        .forEach(_ ->
            Thread.startVirtualThread(
                () -> IntStream.range(0, each).forEach(_ -> semaphore.set())));

    assertThat(takers).allSatisfy(CompletableFuture::join);
    assertThat(semaphore.get(Rtos.NO_WAIT)).isEqualTo(WicedResult.TIMEOUT);
  }

  @Test
  void deinitWakesWhoeverWaits() {
    CompletableFuture<WicedResult> got = CompletableFuture.supplyAsync(() -> semaphore.get(500));
    await().until(() -> clock.pending() == 1);

    semaphore.deinit();

    assertThat(got.join()).isEqualTo(WicedResult.SEMAPHORE_ERROR);
  }

  @Test
  void aSemaphoreThatWasEndedGivesItsError() {
    semaphore.set();

    assertThat(semaphore.deinit()).isEqualTo(WicedResult.SUCCESS);

    assertThat(semaphore.set()).isEqualTo(WicedResult.SEMAPHORE_ERROR);
    assertThat(semaphore.get(Rtos.NO_WAIT)).isEqualTo(WicedResult.SEMAPHORE_ERROR);
  }

  @Test
  void aSemaphoreThatWasNeverInitialisedGivesItsErrorAndKeepsNothing() {
    WicedSemaphore raw = new WicedSemaphore(new Sdk(played.board().hardware(), false));

    assertThat(raw.set()).isEqualTo(WicedResult.SEMAPHORE_ERROR);
    assertThat(raw.get(Rtos.NO_WAIT)).isEqualTo(WicedResult.SEMAPHORE_ERROR);
    assertThat(raw.deinit()).isEqualTo(WicedResult.SEMAPHORE_ERROR);
    assertThat(raw.init()).isEqualTo(WicedResult.SUCCESS);
    assertThat(raw.get(Rtos.NO_WAIT)).isEqualTo(WicedResult.TIMEOUT);
  }

  @Test
  void initOfASemaphoreThatWasEndedStartsAtNothing() {
    semaphore.set();
    semaphore.deinit();

    assertThat(semaphore.init()).isEqualTo(WicedResult.SUCCESS);

    assertThat(semaphore.get(Rtos.NO_WAIT)).isEqualTo(WicedResult.TIMEOUT);
  }

  @Test
  void aSecondInitFailsAndChangesNothing() {
    semaphore.set();

    assertThat(semaphore.init()).isEqualTo(WicedResult.SEMAPHORE_ERROR);

    assertThat(semaphore.get(Rtos.NO_WAIT)).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aSecondDeinitFails() {
    semaphore.deinit();

    assertThat(semaphore.deinit()).isEqualTo(WicedResult.SEMAPHORE_ERROR);
  }

  @Test
  void threadsAreServedInTheOrderInWhichTheyCame() {
    Rtos rtos = played.wiced().rtos();
    List<Integer> served = new CopyOnWriteArrayList<>();
    IntStream.range(0, 8)
        .forEach(i ->
            rtos.createThread(
                // Priorities do not matter: only a mutex asks for them.
                20 - i,
                "waiter",
                6_200,
                () -> {
                  semaphore.get(Rtos.NEVER_TIMEOUT);
                  served.add(i);
                }));

    IntStream.range(0, 8)
        .forEach(i -> {
          semaphore.set();
          await().untilAsserted(() -> assertThat(served).hasSize(i + 1));
        });

    assertThat(served).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  /// What was set while a thread waits is that thread's, however late it wakes.
  @Test
  void nobodyTakesWhatAWaitingThreadWasGiven() {
    CompletableFuture<WicedResult> got = CompletableFuture.supplyAsync(() -> semaphore.get(500));
    await().until(() -> clock.pending() == 1);

    semaphore.set();

    assertThat(semaphore.get(Rtos.NO_WAIT)).isEqualTo(WicedResult.TIMEOUT);
    assertThat(got.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void everyCallIsAnEventWithItsResult() {
    semaphore.set();
    semaphore.get(Rtos.NO_WAIT);
    semaphore.get(Rtos.NO_WAIT);
    semaphore.deinit();

    assertThat(played.log().calls())
        .endsWith(
            EventLog.call("wiced_rtos_init_semaphore", "", WicedResult.SUCCESS),
            EventLog.call("wiced_rtos_set_semaphore", "", WicedResult.SUCCESS),
            EventLog.call("wiced_rtos_get_semaphore", "0", WicedResult.SUCCESS),
            EventLog.call("wiced_rtos_get_semaphore", "0", WicedResult.TIMEOUT),
            EventLog.call("wiced_rtos_deinit_semaphore", "", WicedResult.SUCCESS));
  }

  private static CompletableFuture<Void> inVirtualThread(Runnable body) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      body.run();
      done.complete(null);
    });
    return done;
  }
}
