package org.wicedsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.VirtualBoard;

/// The clock that runs by itself: threads of the firmware, of the clock and of the script meet.
@Timeout(30)
class ScenarioRunnerOnTheSystemClockTest {
  private final SystemClock clock = new SystemClock();
  private final VirtualBoard board =
      new VirtualBoard(Scripts.BOARD, new Resources(List.of(), Map.of()), clock);
  private final ScenarioRunner runner = new ScenarioRunner(board.levers(), board.events(), clock);

  @AfterEach
  void close() {
    runner.close();
    board.close();
  }

  @Test
  void timePassesByItself() {
    Outcome outcome = runner.run(Scripts.script("wait 5ms\nexpect led 1 on within 5ms"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.atNanos()).isGreaterThanOrEqualTo(10_000_000L));
  }

  @Test
  void firmwareAnswersTheButtonOnItsOwnThread() {
    try (EventStream.Subscription _ = board.events().subscribe(this::greetOnPress)) {
      Outcome outcome =
          runner.run(
              Scripts.script(
                  "tap 1 5ms\nexpect console pressed\ntap 1 5ms\nexpect console pressed"));

      assertThat(outcome).isEqualTo(new Outcome.Passed());
    }
  }

  private void greetOnPress(EventStream.Stamped stamped) {
    if (stamped.event() instanceof HalEvent.ButtonContact(_, boolean pressed) && pressed) {
      CompletableFuture.runAsync(() -> board.uart().transmit(Octets.of("pressed\n")))
          .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS);
    }
  }
}
