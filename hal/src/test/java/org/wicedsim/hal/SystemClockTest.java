package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SystemClockTest {
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  private final SystemClock clock = new SystemClock();

  @Test
  void timeNeverRunsBackwards() {
    assertThat(IntStream.range(0, 10_000).mapToObj(_ -> clock.nanos()).toList()).isSorted();
  }

  /// Boards in several processes show one time.
  @Test
  void clocksOfOneOriginShowOneTime() {
    long origin = System.nanoTime();

    long first = new SystemClock(origin).nanos();
    long second = new SystemClock(origin - 1_000_000_000).nanos();

    assertThat(first).isNotNegative();
    assertThat(second).isGreaterThanOrEqualTo(first + 1_000_000_000);
  }

  @Test
  void aTaskDoesNotRunBeforeItIsDue() throws Exception {
    Duration delay = Duration.ofMillis(5);
    long begin = clock.nanos();
    CompletableFuture<Long> ran = new CompletableFuture<>();

    clock.schedule(delay, () -> ran.complete(clock.nanos()));

    assertThat(ran.get(10, TimeUnit.SECONDS) - begin).isGreaterThanOrEqualTo(delay.toNanos());
  }

  @Test
  void tasksOfOneTimeRunInTheirOrder() throws Exception {
    List<Integer> ran = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int number = i;
      clock.schedule(Duration.ZERO, () -> ran.add(number));
    }

    awaitTasks();

    assertThat(ran).hasSize(100).isSorted();
  }

  @Test
  void aDelayBelowZeroIsDueNow() throws Exception {
    CompletableFuture<Boolean> ran = new CompletableFuture<>();

    clock.schedule(Duration.ofSeconds(-1), () -> ran.complete(true));

    assertThat(ran.get(10, TimeUnit.SECONDS)).isTrue();
  }

  /// "Wait forever" is a delay like any other.
  @Test
  void aTaskAtTheEndOfAllTimeIsNotDue() throws Exception {
    List<String> ran = new CopyOnWriteArrayList<>();

    Clock.Timer timer = clock.schedule(FOREVER, () -> ran.add("forever"));
    awaitTasks();
    timer.cancel();

    assertThat(ran).isEmpty();
  }

  /// Silence would be the worst answer to a broken listener.
  @Test
  void anExceptionOfATaskIsHandedToTheThreadsHandler() throws Exception {
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    RuntimeException failure = new IllegalStateException("broken");
    clock.schedule(
        Duration.ZERO,
        () -> Thread.currentThread().setUncaughtExceptionHandler((_, e) -> uncaught.add(e)));

    clock.schedule(
        Duration.ZERO,
        () -> {
          throw failure;
        });
    clock.schedule(Duration.ZERO, () -> Thread.currentThread().setUncaughtExceptionHandler(null));
    awaitTasks();

    assertThat(uncaught).containsExactly(failure);
  }

  private void awaitTasks() throws Exception {
    CompletableFuture<Boolean> ran = new CompletableFuture<>();
    clock.schedule(Duration.ZERO, () -> ran.complete(true));
    ran.get(10, TimeUnit.SECONDS);
  }
}
