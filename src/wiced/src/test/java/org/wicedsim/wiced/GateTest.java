package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.SystemClock;

class GateTest {
  /// A board's clock, and what lets a time pass on it.
  static Stream<Arguments> clocks() {
    ManualClock manual = new ManualClock();
    return Stream.of(
        Arguments.argumentSet(
            "manual", manual, (Runnable) () -> manual.advance(Duration.ofMillis(20))),
        Arguments.argumentSet("system", new SystemClock(), (Runnable) () -> {}));
  }

  @ParameterizedTest
  @MethodSource("clocks")
  void waitingEndsWhenTheConditionComesTrue(Clock clock) {
    Gate gate = new Gate(clock);
    AtomicBoolean open = new AtomicBoolean();
    CompletableFuture<Boolean> waiter =
        CompletableFuture.supplyAsync(() -> gate.await(open::get, Rtos.NEVER_TIMEOUT));

    gate.change(() -> open.set(true));

    assertThat(waiter.join()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("clocks")
  void waitingEndsAtTheTimeOut(Clock clock, Runnable letTimePass) {
    Gate gate = new Gate(clock);
    CompletableFuture<Boolean> waiter =
        CompletableFuture.supplyAsync(() -> gate.await(() -> false, 10));

    await()
        .untilAsserted(() -> {
          letTimePass.run();
          assertThat(waiter).isCompletedWithValue(false);
        });
  }

  @Test
  void waitingLastsToTheVeryEndOfTheTimeOut() {
    ManualClock clock = new ManualClock();
    Gate gate = new Gate(clock);
    CompletableFuture<Boolean> waiter =
        CompletableFuture.supplyAsync(() -> gate.await(() -> false, 10));
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofNanos(9_999_999));
    gate.signal();

    assertThat(waiter).isNotDone();
    clock.advance(Duration.ofNanos(1));
    assertThat(waiter.join()).isFalse();
  }

  @Test
  void withoutATimeOutTheConditionIsAskedOnce() {
    AtomicInteger asked = new AtomicInteger();

    boolean ready =
        new Gate(new ManualClock()).await(() -> asked.incrementAndGet() > 1, Rtos.NO_WAIT);

    assertThat(ready).isFalse();
    assertThat(asked).hasValue(1);
  }

  @Test
  void waitingForeverSetsNoTimer() {
    ManualClock clock = new ManualClock();
    Gate gate = new Gate(clock);
    AtomicInteger asked = new AtomicInteger();
    AtomicBoolean open = new AtomicBoolean();
    CompletableFuture<Boolean> waiter =
        CompletableFuture.supplyAsync(() ->
            gate.await(
                () -> {
                  asked.incrementAndGet();
                  return open.get();
                },
                Rtos.NEVER_TIMEOUT));
    await().until(() -> asked.get() >= 2);

    assertThat(clock.pending()).isZero();
    gate.change(() -> open.set(true));
    assertThat(waiter.join()).isTrue();
  }

  @Test
  void theTimerIsDroppedWhenTheConditionCameTrue() {
    ManualClock clock = new ManualClock();
    Gate gate = new Gate(clock);
    AtomicBoolean open = new AtomicBoolean();
    CompletableFuture<Boolean> waiter =
        CompletableFuture.supplyAsync(() -> gate.await(open::get, 60_000));
    await().until(() -> clock.pending() == 1);

    gate.change(() -> open.set(true));

    assertThat(waiter.join()).isTrue();
    assertThat(clock.pending()).isZero();
  }

  @Test
  void eachOfManyChangesWakesExactlyOneTaker() {
    Gate gate = new Gate(new SystemClock());
    AtomicInteger available = new AtomicInteger();
    var takers =
        IntStream.range(0, 64)
            .mapToObj(_ -> {
              CompletableFuture<Boolean> taken = new CompletableFuture<>();
              Thread.ofVirtual()
                  .start(() ->
                      taken.complete(
                          gate.await(
                              () -> available.getAndUpdate(n -> Math.max(0, n - 1)) > 0,
                              Rtos.NEVER_TIMEOUT)));
              return taken;
            })
            .toList();

    IntStream.range(0, 64).forEach(_ -> gate.change(available::incrementAndGet));

    assertThat(takers).allSatisfy(taker -> assertThat(taker.join()).isTrue());
    assertThat(available).hasValue(0);
  }

  @Test
  void anInterruptedWaitIsThePowerGoingOffAndSoIsTheNext() throws InterruptedException {
    Gate gate = new Gate(new ManualClock());
    CompletableFuture<Void> seen = new CompletableFuture<>();
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                gate.await(() -> false, Rtos.NEVER_TIMEOUT);
              } catch (PowerOff _) {
                // What a finally block of the firmware does must not wait either.
                assertThatThrownBy(() -> gate.await(() -> false, Rtos.NEVER_TIMEOUT))
                    .isInstanceOf(PowerOff.class);
                seen.complete(null);
              }
            });

    thread.interrupt();

    thread.join();
    assertThat(seen).isCompleted();
  }
}
