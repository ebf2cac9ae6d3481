package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;

/// SPEC 3.7: periodic, in one context, by the board's clock.
class WicedTimerTest {
  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final Rtos rtos = played.wiced().rtos();
  private final AtomicInteger calls = new AtomicInteger();
  private final WicedTimer timer = rtos.initTimer(100, calls::incrementAndGet);

  @Test
  void initDoesNotStartIt() {
    assertThat(timer.isRunning()).isFalse();
    assertThat(clock.pending()).isZero();
  }

  @Test
  void theFirstCallComesAfterAWholePeriod() {
    assertThat(timer.start()).isEqualTo(WicedResult.SUCCESS);
    assertThat(timer.isRunning()).isTrue();

    advance(99);
    assertThat(calls).hasValue(0);
    advance(1);

    await().untilAsserted(() -> assertThat(calls).hasValue(1));
  }

  @Test
  void itGoesOnUntilItIsStopped() {
    timer.start();

    advance(1_000);

    await().untilAsserted(() -> assertThat(calls).hasValue(10));
    assertThat(timer.isRunning()).isTrue();
  }

  @Test
  void stopEndsIt() {
    timer.start();
    advance(100);
    await().untilAsserted(() -> assertThat(calls).hasValue(1));

    assertThat(timer.stop()).isEqualTo(WicedResult.SUCCESS);

    assertThat(timer.isRunning()).isFalse();
    assertThat(clock.pending()).isZero();
  }

  @Test
  void startAfterStopBeginsAWholePeriod() {
    timer.start();
    advance(60);
    timer.stop();
    timer.start();

    advance(99);
    assertThat(calls).hasValue(0);
    advance(1);

    await().untilAsserted(() -> assertThat(calls).hasValue(1));
  }

  @Test
  void startOfATimerThatRunsIsAnErrorAndKeepsItsPeriod() {
    timer.start();
    advance(60);

    assertThat(timer.start()).isEqualTo(WicedResult.ERROR);

    advance(40);
    await().untilAsserted(() -> assertThat(calls).hasValue(1));
  }

  @Test
  void stopOfATimerThatDoesNotRunSucceeds() {
    assertThat(timer.stop()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aTimerMayStopItself() {
    WicedTimer[] self = new WicedTimer[1];
    CompletableFuture<WicedResult> stopped = new CompletableFuture<>();
    self[0] = rtos.initTimer(10, () -> stopped.complete(self[0].stop()));
    self[0].start();

    advance(10);

    assertThat(stopped.join()).isEqualTo(WicedResult.SUCCESS);
    assertThat(self[0].isRunning()).isFalse();
  }

  @Test
  void aCallThatIsDueWhenItsTimerIsStoppedIsDropped() {
    CompletableFuture<Void> busy = new CompletableFuture<>();
    Semaphore go = new Semaphore(0);
    WicedTimer slow =
        rtos.initTimer(
            10,
            () -> {
              busy.complete(null);
              go.acquireUninterruptibly();
            });
    WicedTimer last = rtos.initTimer(30, () -> calls.addAndGet(100));
    slow.start();
    timer.start();
    last.start();
    advance(10);
    busy.join();
    slow.stop();
    advance(90);

    timer.stop();
    go.release();

    await().untilAsserted(() -> assertThat(calls).hasValue(300));
  }

  @Test
  void functionsOfAllTimersRunInOneContext() {
    CompletableFuture<Thread> first = new CompletableFuture<>();
    CompletableFuture<Thread> second = new CompletableFuture<>();
    rtos.initTimer(10, () -> first.complete(Thread.currentThread())).start();
    rtos.initTimer(20, () -> second.complete(Thread.currentThread())).start();

    advance(20);

    assertThat(first.join()).isSameAs(second.join()).isNotSameAs(Thread.currentThread());
  }

  @Test
  void aFunctionThatThrowsIsToldOfAndTheTimerGoesOn() {
    rtos.initTimer(
            10,
            () -> {
              calls.incrementAndGet();
              throw new IllegalStateException("no such register");
            })
        .start();

    advance(20);

    await().untilAsserted(() -> assertThat(calls).hasValue(2));
    assertThat(played.log().await(WicedEvent.FirmwareCrashed.class).thread()).isEqualTo("timers");
  }

  @Test
  void aTimerOfABoardThatWasSwitchedOffIsForgotten() {
    timer.start();

    played.board().close();

    advance(100);
    assertThat(clock.pending()).isZero();
  }

  @Test
  void deinitEndsIt() {
    timer.start();

    assertThat(timer.deinit()).isEqualTo(WicedResult.SUCCESS);

    assertThat(clock.pending()).isZero();
    assertDead(timer);
  }

  @Test
  void aTimerThatWasNeverInitialisedIsAnError() {
    Sdk sdk = new Sdk(played.board().hardware(), false);

    assertDead(new WicedTimer(sdk, new HandlerContext(sdk, Context.TIMER)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void aPeriodOfNothingIsRefused(long periodMs) {
    assertThatThrownBy(() -> rtos.initTimer(periodMs, () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timer: a period is 1 ms or more, not " + periodMs);
    assertThat(played.log().resultsOf("wiced_rtos_init_timer")).endsWith(WicedResult.ERROR);
  }

  @Test
  void aTimedEventIsSentToItsWorkerAtTheEndOfEachPeriod() {
    WicedWorkerThread worker = rtos.createWorkerThread(5, 6_200, 10);
    WicedTimedEvent event = rtos.registerTimedEvent(worker, calls::incrementAndGet, 100);
    advance(99);
    assertThat(calls).hasValue(0);

    advance(101);

    await().untilAsserted(() -> assertThat(calls).hasValue(2));
    assertThat(event.deregister()).isEqualTo(WicedResult.SUCCESS);
    assertThat(event.deregister()).isEqualTo(WicedResult.ERROR);
    assertThat(clock.pending()).isZero();
  }

  @Test
  void aTimedEventIsLeftOutWhereTheQueueIsFull() {
    WicedWorkerThread worker = rtos.createWorkerThread(5, 6_200, 2);
    WicedSemaphore go = rtos.initSemaphore();
    CompletableFuture<Void> busy = new CompletableFuture<>();
    CompletableFuture<Void> sent = new CompletableFuture<>();
    worker.sendAsynchronousEvent(() -> {
      busy.complete(null);
      go.get(Rtos.NEVER_TIMEOUT);
    });
    busy.join();
    WicedTimedEvent event = rtos.registerTimedEvent(worker, calls::incrementAndGet, 100);
    rtos.initTimer(1_000, () -> sent.complete(null)).start();

    advance(1_000);
    sent.join();
    event.deregister();
    go.set();

    await().untilAsserted(() -> assertThat(calls).hasValue(2));
  }

  @Test
  void aTimedEventWithoutAPeriodIsRefused() {
    assertThatThrownBy(() -> rtos.registerTimedEvent(rtos.networkingWorker(), () -> {}, 0))
        .hasMessage("timed event: a period is 1 ms or more, not 0");
  }

  private static void assertDead(WicedTimer dead) {
    assertThat(dead.start()).isEqualTo(WicedResult.ERROR);
    assertThat(dead.stop()).isEqualTo(WicedResult.ERROR);
    assertThat(dead.deinit()).isEqualTo(WicedResult.ERROR);
    assertThat(dead.isRunning()).isFalse();
  }

  private void advance(long milliseconds) {
    clock.advance(Duration.ofMillis(milliseconds));
  }
}
