package org.wicedsim.wiced.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.IrqTrigger;
import org.wicedsim.wiced.Rtos;
import org.wicedsim.wiced.WicedQueue;
import org.wicedsim.wiced.WicedResult;
import org.wicedsim.wiced.WicedSemaphore;
import org.wicedsim.wiced.WicedThread;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.TestBoard;

/// Nothing may wait among interrupts and timers; who does is told of with the firmware's line.
@ParameterizedClass(name = "native threads: {0}")
@ValueSource(booleans = {false, true})
class BlockingCallsTest {
  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played;
  private final Rtos rtos;
  private final WicedSemaphore never;

  BlockingCallsTest(boolean isNative) {
    played = bench.play(TestBoard.shipped("bare"), clock, isNative);
    rtos = played.wiced().rtos();
    never = rtos.initSemaphore();
  }

  @Test
  void aWaitInAnInterruptHandlerIsToldOfAndGoesOn() {
    CompletableFuture<WicedResult> result = new CompletableFuture<>();

    interrupt(() -> result.complete(never.get(Rtos.NEVER_TIMEOUT)));

    assertThat(played.log().awaitDiagnostic("blocking-in-interrupt"))
        .containsPattern("^BlockingCallsTest\\.java:\\d+:");
    never.set();
    assertThat(result.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void eachLineIsToldOfOnce() {
    CompletableFuture<Void> done = new CompletableFuture<>();

    interrupt(() -> {
      for (int i = 0; i < 3; i++) {
        rtos.delayMilliseconds(10);
      }
      rtos.delayMilliseconds(20);
      done.complete(null);
    });

    await()
        .untilAsserted(() -> {
          clock.advance(Duration.ofMillis(20));
          assertThat(done).isDone();
        });
    assertThat(told("blocking-in-interrupt")).isEqualTo(2);
  }

  @Test
  void aWaitInATimersFunctionIsToldOf() {
    rtos.initTimer(10, () -> never.get(Rtos.NEVER_TIMEOUT)).start();

    clock.advance(Duration.ofMillis(10));

    assertThat(played.log().awaitDiagnostic("blocking-in-timer"))
        .containsPattern("^BlockingCallsTest\\.java:\\d+:");
  }

  @Test
  void aHandlerThatIsAMethodOfTheSdkHasNoLine() {
    WicedThread other = rtos.createThread(31, "other", 6_200, () -> never.get(Rtos.NEVER_TIMEOUT));

    interrupt(other::join);

    assertThat(played.log().awaitDiagnostic("blocking-in-interrupt")).startsWith("an unknown line");
  }

  @Test
  void whatDoesNotWaitIsNotToldOf() {
    WicedQueue queue = rtos.initQueue("one", 4, 1);
    CompletableFuture<Void> done = new CompletableFuture<>();

    interrupt(() -> {
      queue.push(new byte[4], Rtos.NO_WAIT);
      queue.push(new byte[4], Rtos.NO_WAIT);
      never.get(Rtos.NO_WAIT);
      rtos.delayMicroseconds(0);
      rtos.delayMilliseconds(0);
      done.complete(null);
    });

    assertThat(done.join()).isNull();
    assertThat(told("blocking-in-interrupt")).isZero();
  }

  private long told(String code) {
    return played.log().all(HalEvent.Diagnostic.class).stream()
        .filter(diagnostic -> diagnostic.code().equals(code))
        .count();
  }

  private void interrupt(Runnable handler) {
    int button = played.wiced().gpio().button(1);
    played.wiced().gpio().inputIrqEnable(button, IrqTrigger.FALLING_EDGE, handler);
    played.board().levers().press(1);
  }
}
