package org.wicedsim.hal;

import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualClockTest {
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  private final ManualClock clock = new ManualClock();
  private final List<String> ran = new ArrayList<>();

  @Test
  void timeBeginsAtZeroAndStandsStill() {
    assertThat(clock.nanos()).isZero();
  }

  @Test
  void tasksRunTheEarliestFirst() {
    schedule(20, "late");
    schedule(10, "early");

    clock.advance(millis(20));

    assertThat(ran).containsExactly("early at 10", "late at 20");
  }

  @Test
  void tasksOfOneTimeRunInTheirOrder() {
    schedule(10, "a");
    schedule(10, "b");
    schedule(10, "c");

    clock.advance(millis(10));

    assertThat(ran).containsExactly("a at 10", "b at 10", "c at 10");
  }

  @Test
  void aTaskThatIsNotDueYetWaits() {
    schedule(10, "a");

    clock.advance(millis(10).minusNanos(1));

    assertThat(ran).isEmpty();
    assertThat(clock.pending()).isEqualTo(1);
  }

  @Test
  void aCancelledTaskDoesNotRun() {
    Clock.Timer timer = schedule(10, "a");
    schedule(10, "b");

    timer.cancel();
    timer.cancel();
    clock.advance(millis(10));

    assertThat(ran).containsExactly("b at 10");
  }

  @Test
  void aTaskThatATaskSchedulesRunsOnTheWay() {
    clock.schedule(millis(10), () -> schedule(5, "second"));

    clock.advance(millis(20));

    assertThat(ran).containsExactly("second at 15");
    assertThat(clock.nanos()).isEqualTo(millis(20).toNanos());
  }

  @Test
  void aDelayBelowZeroIsDueNow() {
    clock.advance(millis(10));
    schedule(-5, "a");

    clock.advance(Duration.ZERO);

    assertThat(ran).containsExactly("a at 10");
  }

  /// "Wait forever" is a delay like any other.
  @Test
  void aTaskAtTheEndOfAllTimeIsNotDue() {
    clock.advance(millis(10));
    clock.schedule(FOREVER, () -> ran.add("forever"));
    clock.schedule(Duration.ofNanos(Long.MAX_VALUE), () -> ran.add("nearly"));

    clock.advance(Duration.ofDays(36_500));

    assertThat(ran).isEmpty();
  }

  @Test
  void timeDoesNotRunBackwards() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(millis(-1)))
        .withMessage("a clock cannot go back by PT0.001S");
  }

  @Test
  void aTaskMayMoveTheClockOn() {
    clock.schedule(millis(10), () -> clock.advance(millis(100)));
    schedule(50, "between");

    clock.advance(millis(20));

    assertThat(ran).containsExactly("between at 50");
    assertThat(clock.nanos()).isEqualTo(millis(110).toNanos());
  }

  @Test
  void anExceptionOfATaskStopsTheClockAtItsTime() {
    clock.schedule(
        millis(10),
        () -> {
          throw new IllegalStateException("broken");
        });
    schedule(15, "next");

    assertThatIllegalStateException().isThrownBy(() -> clock.advance(millis(20)));

    assertThat(clock.nanos()).isEqualTo(millis(10).toNanos());
    assertThat(clock.pending()).isEqualTo(1);
  }

  /// A second thread that moves the clock waits until the first one's task is done.
  @Test
  void tasksOfTwoThreadsRunOneAtATime() throws InterruptedException {
    Thread other = new Thread(() -> clock.advance(millis(10)));
    clock.schedule(
        millis(10),
        () -> {
          other.start();
          await().until(() -> EnumSet.of(WAITING, TERMINATED).contains(other.getState()));
          ran.add("first");
        });
    clock.schedule(millis(20), () -> ran.add("second"));

    clock.advance(millis(10));
    other.join();

    assertThat(ran).containsExactly("first", "second");
    assertThat(clock.nanos()).isEqualTo(millis(20).toNanos());
  }

  private Clock.Timer schedule(int millis, String name) {
    return clock.schedule(
        millis(millis), () -> ran.add(name + " at " + clock.nanos() / millis(1).toNanos()));
  }

  private static Duration millis(int millis) {
    return Duration.ofMillis(millis);
  }
}
