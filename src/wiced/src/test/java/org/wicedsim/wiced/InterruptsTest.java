package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Level;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.PinMode;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.TestBoard;

/// The bare board's buttons are raw: every press is an edge at once.
class InterruptsTest {
  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played =
      bench.play(TestBoard.shipped("bare"), new ManualClock(), bench.access());
  private final Gpio gpio = played.wiced().gpio();
  private final Levers levers = played.board().levers();
  private final int button1 = gpio.button(1);
  private final int button2 = gpio.button(2);

  @Test
  void aPressIsAFallingEdge() {
    List<String> seen = new CopyOnWriteArrayList<>();
    gpio.inputIrqEnable(button1, IrqTrigger.FALLING_EDGE, () -> seen.add("falling"));
    gpio.inputIrqEnable(button2, IrqTrigger.RISING_EDGE, () -> seen.add("rising"));

    levers.press(1);
    levers.press(2);
    levers.release(1);
    levers.release(2);

    await().untilAsserted(() -> assertThat(seen).containsExactly("falling", "rising"));
  }

  @Test
  void bothEdgesRaiseTwoInterrupts() {
    AtomicInteger count = new AtomicInteger();
    gpio.inputIrqEnable(button1, IrqTrigger.BOTH_EDGES, count::incrementAndGet);

    levers.press(1);
    levers.release(1);

    await().untilAsserted(() -> assertThat(count).hasValue(2));
  }

  @Test
  void handlersRunInTheOrderOfTheirInterrupts() {
    List<Integer> order = new CopyOnWriteArrayList<>();
    gpio.inputIrqEnable(button1, IrqTrigger.BOTH_EDGES, () -> order.add(1));
    gpio.inputIrqEnable(button2, IrqTrigger.BOTH_EDGES, () -> order.add(2));

    for (int i = 0; i < 100; i++) {
      levers.press(1);
      levers.press(2);
      levers.release(2);
      levers.release(1);
    }

    await()
        .untilAsserted(() ->
            assertThat(order).hasSize(400).startsWith(1, 2, 2, 1, 1, 2, 2, 1).endsWith(1, 2, 2, 1));
  }

  @Test
  void handlersRunOneAtATime() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Runnable handler =
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          running.decrementAndGet();
          done.incrementAndGet();
        };
    gpio.inputIrqEnable(button1, IrqTrigger.BOTH_EDGES, handler);
    gpio.inputIrqEnable(button2, IrqTrigger.BOTH_EDGES, handler);
    Thread other = Thread.startVirtualThread(() -> tap(2, 100));

    tap(1, 100);

    await().untilAsserted(() -> assertThat(done).hasValue(400));
    assertThat(other.isAlive()).isFalse();
    assertThat(most).hasValue(1);
  }

  @Test
  void aHandlerMaySetASemaphore() {
    WicedSemaphore presses = played.wiced().rtos().initSemaphore();
    gpio.inputIrqEnable(button1, IrqTrigger.FALLING_EDGE, presses::set);

    tap(1, 3);

    assertThat(IntStream.range(0, 3).mapToObj(_ -> presses.get(Rtos.NEVER_TIMEOUT)))
        .containsOnly(WicedResult.SUCCESS);
  }

  @Test
  void aHandlerThatBlocksDoesNotStopThePins() {
    Semaphore never = new Semaphore(0);
    CompletableFuture<Void> blocked = new CompletableFuture<>();
    gpio.inputIrqEnable(
        button1,
        IrqTrigger.FALLING_EDGE,
        () -> {
          blocked.complete(null);
          played.wiced().rtos().delayMilliseconds(Rtos.NEVER_TIMEOUT);
          never.release();
        });
    levers.press(1);
    blocked.join();

    levers.press(2);

    assertThat(played.log().all(HalEvent.PinEdge.class))
        .endsWith(new HalEvent.PinEdge(button2, Level.LOW));
    assertThat(gpio.inputGet(button2)).isFalse();
    assertThat(gpio.ledSetState(1, true)).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void interruptsBehindAHandlerThatBlocksAreKeptUpToALimitThatIsToldOf() {
    CompletableFuture<Void> blocked = new CompletableFuture<>();
    Semaphore go = new Semaphore(0);
    AtomicInteger served = new AtomicInteger();
    gpio.inputIrqEnable(
        button1,
        IrqTrigger.FALLING_EDGE,
        () -> {
          blocked.complete(null);
          go.acquireUninterruptibly();
        });
    gpio.inputIrqEnable(button2, IrqTrigger.FALLING_EDGE, served::incrementAndGet);
    tap(1, 1);
    blocked.join();

    tap(2, HandlerContext.MAX_PENDING + 1);
    go.release();

    await().untilAsserted(() -> assertThat(served).hasValue(HandlerContext.MAX_PENDING));
    assertThat(played.log().awaitDiagnostic("interrupt-lost")).contains("1024");
    assertThat(played.log().diagnosticCodes()).containsOnlyOnce("interrupt-lost");
  }

  /// One faulty handler must not silence all buttons of the board.
  @Test
  void aHandlerThatThrowsIsToldOfAndTheNextInterruptIsServed() {
    AtomicInteger served = new AtomicInteger();
    gpio.inputIrqEnable(
        button1,
        IrqTrigger.FALLING_EDGE,
        () -> {
          throw new ArithmeticException("/ by zero");
        });
    gpio.inputIrqEnable(button2, IrqTrigger.FALLING_EDGE, served::incrementAndGet);

    levers.press(1);
    levers.press(2);

    await().untilAsserted(() -> assertThat(served).hasValue(1));
    assertThat(played.log().await(WicedEvent.FirmwareCrashed.class).thread())
        .isEqualTo("interrupts");
  }

  @Test
  void aSecondHandlerReplacesTheFirst() {
    List<String> seen = new CopyOnWriteArrayList<>();
    gpio.inputIrqEnable(button1, IrqTrigger.BOTH_EDGES, () -> seen.add("first"));

    gpio.inputIrqEnable(button1, IrqTrigger.FALLING_EDGE, () -> seen.add("second"));
    tap(1, 1);

    await().untilAsserted(() -> assertThat(seen).containsExactly("second"));
  }

  @Test
  void aDisabledInterruptIsNotServed() {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    gpio.inputIrqEnable(button1, IrqTrigger.BOTH_EDGES, () -> seen.add(1));
    gpio.inputIrqEnable(button2, IrqTrigger.FALLING_EDGE, () -> seen.add(2));

    assertThat(gpio.inputIrqDisable(button1)).isEqualTo(WicedResult.SUCCESS);
    tap(1, 1);
    tap(2, 1);

    await().untilAsserted(() -> assertThat(seen).containsExactly(2));
  }

  @Test
  void initOfAPinDropsItsInterrupt() {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    gpio.inputIrqEnable(button1, IrqTrigger.BOTH_EDGES, () -> seen.add(1));
    gpio.inputIrqEnable(button2, IrqTrigger.FALLING_EDGE, () -> seen.add(2));

    gpio.init(button1, PinMode.INPUT_PULL_UP);
    tap(1, 1);
    tap(2, 1);

    await().untilAsserted(() -> assertThat(seen).containsExactly(2));
  }

  private void tap(int button, int times) {
    for (int i = 0; i < times; i++) {
      levers.press(button);
      levers.release(button);
    }
  }
}
