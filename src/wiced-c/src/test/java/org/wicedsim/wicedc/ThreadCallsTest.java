package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.IrqTrigger;
import org.wicedsim.wicedc.PlayedFunctions.Run;

/// Threads, as C calls them (api-facts, RTOS).
class ThreadCallsTest {
  private static final int SUCCESS = 0;
  private static final int ERROR = 4;
  private static final int BADARG = 5;
  private static final int OUT_OF_HEAP_SPACE = 8;
  private static final int THREAD_CREATE_FAILED = 1031;
  private static final int THREAD_FINISH_FAIL = 1053;

  private static final int PRIORITY = 9;
  private static final int SIZE = 6_200;
  private static final long STACK = 0x7FFF_0000_1000L;
  private static final long GIVE_BACK = 0x1234;
  private static final long NEVER_TIMEOUT = 0xFFFF_FFFFL;

  private final ManualClock clock = new ManualClock();

  @RegisterExtension final SdkBench bench = new SdkBench(clock);

  private final PlayedFunctions code = new PlayedFunctions();
  private final RtosCalls calls =
      new RtosCalls(new Session(bench.session().wiced(), bench.session().binding(), code));

  @Test
  void aThreadRunsOnItsStackWithItsWholeArgument() {
    long function = code.function(_ -> {});

    long number = started(function, 0x1_2345_6789L);

    assertThat(call(RtosCall.WICED_RTOS_THREAD_JOIN, number)).isEqualTo(SUCCESS);
    assertThat(code.runs()).containsExactly(new Run(STACK, function, 0x1_2345_6789L));
  }

  /// C puts the handle down in between.
  @Test
  void itDoesNotRunBeforeItIsStarted() {
    created(code.function(_ -> {}), 0);

    assertThat(code.runs()).isEmpty();
    assertThat(bench.calls()).contains("wiced_rtos_create_thread(9, worker, 6200) = SUCCESS");
  }

  @Test
  void aThreadMayHaveNoName() {
    Slots slots = bench.slots(STACK, PRIORITY, 0, SIZE, code.function(_ -> {}), 0, GIVE_BACK);

    assertThat(calls.answer(RtosCall.WICED_RTOS_CREATE_THREAD, slots)).isEqualTo(SUCCESS);
  }

  @Test
  void aBadPriorityMakesNoThread() {
    assertThat(call(RtosCall.WICED_RTOS_CREATE_THREAD, STACK, 32, 0, SIZE, 1, 0, GIVE_BACK))
        .isEqualTo(THREAD_CREATE_FAILED);
  }

  @Test
  void withoutMemoryForAStackThereIsNoThread() {
    assertThat(call(RtosCall.WICED_RTOS_CREATE_THREAD, 0, PRIORITY, 0, SIZE, 1, 0, GIVE_BACK))
        .isEqualTo(OUT_OF_HEAP_SPACE);
    assertThat(bench.calls()).contains("wiced_rtos_create_thread(9, , 6200) = OUT_OF_HEAP_SPACE");
  }

  @Test
  void deleteHandsTheStackToWhoDeletes() {
    Slots slots = bench.slots(started(sleeper(), 0), 0);

    assertThat(calls.answer(RtosCall.WICED_RTOS_DELETE_THREAD, slots)).isEqualTo(SUCCESS);

    assertThat(slots.get(0)).isEqualTo(STACK);
  }

  @Test
  void aStackIsHandedOverOnce() {
    long number = started(sleeper(), 0);
    call(RtosCall.WICED_RTOS_DELETE_THREAD, number, 0);
    Slots again = bench.slots(number, 0);

    assertThat(calls.answer(RtosCall.WICED_RTOS_DELETE_THREAD, again))
        .isEqualTo(THREAD_FINISH_FAIL);

    assertThat(again.get(0)).isZero();
  }

  /// NULL is the calling thread, and so is its own handle.
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aThreadThatDeletesItselfGivesItsStackBackBehindItself(boolean byNull) {
    CompletableFuture<Long> itself = new CompletableFuture<>();
    CompletableFuture<Void> cameBack = new CompletableFuture<>();
    long function =
        code.function(_ -> {
          call(RtosCall.WICED_RTOS_DELETE_THREAD, byNull ? 0 : itself.join(), byNull ? 1 : 0);
          cameBack.complete(null);
        });
    long number = created(function, 0);
    itself.complete(number);

    call(RtosCall.SIM_THREAD_START, number);

    await().until(() -> code.runs().contains(new Run(0, GIVE_BACK, STACK)));
    assertThat(cameBack).isNotDone();
    assertThat(call(RtosCall.WICED_RTOS_THREAD_JOIN, number)).isEqualTo(BADARG);
  }

  @Test
  void interruptsAreNoThreadThatCouldDeleteItself() {
    CompletableFuture<Long> result = new CompletableFuture<>();
    bench
        .session()
        .wiced()
        .gpio()
        .inputIrqEnable(
            10,
            IrqTrigger.FALLING_EDGE,
            () -> result.complete(call(RtosCall.WICED_RTOS_DELETE_THREAD, 0, 1)));

    interrupt();

    assertThat(result.join()).isEqualTo(THREAD_FINISH_FAIL);
  }

  @Test
  void forceAwakeEndsAWait() {
    CompletableFuture<Long> result = new CompletableFuture<>();
    long function =
        code.function(_ -> result.complete(call(RtosCall.WICED_RTOS_DELAY_MILLISECONDS, 60_000)));
    long number = started(function, 0);

    assertThat(call(RtosCall.WICED_RTOS_THREAD_FORCE_AWAKE, number)).isEqualTo(SUCCESS);

    assertThat(result.join()).isEqualTo(1037);
  }

  @Test
  void aThreadKnowsItself() {
    CompletableFuture<Long> itself = new CompletableFuture<>();
    CompletableFuture<Long> result = new CompletableFuture<>();
    long function =
        code.function(
            _ -> result.complete(call(RtosCall.WICED_RTOS_IS_CURRENT_THREAD, itself.join())));
    long number = created(function, 0);
    itself.complete(number);
    call(RtosCall.SIM_THREAD_START, number);

    assertThat(result.join()).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_IS_CURRENT_THREAD, number)).isEqualTo(ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "WICED_RTOS_DELETE_THREAD, 1053",
    "WICED_RTOS_THREAD_JOIN, 5",
    "WICED_RTOS_THREAD_FORCE_AWAKE, 4",
    "WICED_RTOS_IS_CURRENT_THREAD, 4"
  })
  void aThreadThatWasNeverCreatedHarmsNobody(RtosCall call, long result) {
    assertThat(call(call, 0, 0)).isEqualTo(result);
    assertThat(call(call, 4_711, 0)).isEqualTo(result);
  }

  @Test
  void yieldAndShortDelaysReturn() {
    assertThat(call(RtosCall.WICED_RTOS_THREAD_YIELD)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_DELAY_MILLISECONDS, 0)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_DELAY_MICROSECONDS, 0)).isEqualTo(SUCCESS);
  }

  @Test
  void timeIsThatOfTheBoard() {
    Slots slots = bench.slots(0);

    assertThat(call(RtosCall.WICED_TIME_SET_TIME, 5_000)).isEqualTo(SUCCESS);
    assertThat(calls.answer(RtosCall.WICED_TIME_GET_TIME, slots)).isEqualTo(SUCCESS);

    assertThat(slots.get(0)).isEqualTo(5_000);
  }

  private void interrupt() {
    bench.board().levers().press(1);
    clock.advance(Duration.ofMillis(10));
  }

  private long sleeper() {
    return code.function(_ -> call(RtosCall.WICED_RTOS_DELAY_MILLISECONDS, NEVER_TIMEOUT));
  }

  private long started(long function, long argument) {
    long number = created(function, argument);
    call(RtosCall.SIM_THREAD_START, number);
    return number;
  }

  private long created(long function, long argument) {
    Slots slots =
        bench.slots(STACK, PRIORITY, bench.string("worker"), SIZE, function, argument, GIVE_BACK);
    assertThat(calls.answer(RtosCall.WICED_RTOS_CREATE_THREAD, slots)).isEqualTo(SUCCESS);
    return slots.get(0);
  }

  private long call(RtosCall call, long... arguments) {
    return calls.answer(call, bench.slots(arguments));
  }
}
