package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.ManualClock;

/// What threads wait for, and timers, as C calls them (api-facts, RTOS).
class RtosCallsTest {
  private static final int SUCCESS = 0;
  private static final int TIMEOUT = 2;
  private static final int ERROR = 4;
  private static final int QUEUE_ERROR = 1032;

  private final ManualClock clock = new ManualClock();

  @RegisterExtension final SdkBench bench = new SdkBench(clock);

  private final PlayedFunctions code = new PlayedFunctions();
  private final RtosCalls calls =
      new RtosCalls(new Session(bench.session().wiced(), bench.session().binding(), code));

  @Test
  void aSemaphoreCounts() {
    long semaphore = made(RtosCall.WICED_RTOS_INIT_SEMAPHORE, 0);

    assertThat(call(RtosCall.WICED_RTOS_SET_SEMAPHORE, semaphore)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_GET_SEMAPHORE, semaphore, 0)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_GET_SEMAPHORE, semaphore, 0)).isEqualTo(TIMEOUT);
  }

  /// As on the SDK: the newer one wins, and counts from 0.
  @Test
  void initOfALiveSemaphoreMakesAnotherOne() {
    long first = made(RtosCall.WICED_RTOS_INIT_SEMAPHORE, 0);
    call(RtosCall.WICED_RTOS_SET_SEMAPHORE, first);

    long second = made(RtosCall.WICED_RTOS_INIT_SEMAPHORE, first);

    assertThat(call(RtosCall.WICED_RTOS_GET_SEMAPHORE, second, 0)).isEqualTo(TIMEOUT);
  }

  @Test
  void aMutexIsLockedByItsOwnerAgain() {
    long mutex = made(RtosCall.WICED_RTOS_INIT_MUTEX, 0);

    assertThat(call(RtosCall.WICED_RTOS_LOCK_MUTEX, mutex)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_LOCK_MUTEX, mutex)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_UNLOCK_MUTEX, mutex)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_UNLOCK_MUTEX, mutex)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_UNLOCK_MUTEX, mutex)).isEqualTo(ERROR);
  }

  @Test
  void aQueueCopiesMessagesOfItsSize() {
    long queue = queue(4, 2);
    long out = bench.octets(5);

    assertThat(call(RtosCall.WICED_RTOS_PUSH_TO_QUEUE, queue, octets(1, 2, 3, 4), 0))
        .isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_POP_FROM_QUEUE, queue, out, 0)).isEqualTo(SUCCESS);

    assertThat(NativeMemory.octets(out, 5)).containsExactly(1, 2, 3, 4, 0xEE);
  }

  @Test
  void aQueueTellsHowFullItIs() {
    long queue = queue(4, 1);
    assertThat(call(RtosCall.WICED_RTOS_IS_QUEUE_EMPTY, queue)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_IS_QUEUE_FULL, queue)).isEqualTo(ERROR);

    call(RtosCall.WICED_RTOS_PUSH_TO_QUEUE, queue, octets(1, 2, 3, 4), 0);

    Slots slots = bench.slots(queue);
    assertThat(calls.answer(RtosCall.WICED_RTOS_GET_QUEUE_OCCUPANCY, slots)).isEqualTo(SUCCESS);
    assertThat(slots.get(0)).isEqualTo(1);
    assertThat(call(RtosCall.WICED_RTOS_IS_QUEUE_EMPTY, queue)).isEqualTo(ERROR);
    assertThat(call(RtosCall.WICED_RTOS_IS_QUEUE_FULL, queue)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_PUSH_TO_QUEUE, queue, octets(1, 2, 3, 4), 0))
        .isEqualTo(QUEUE_ERROR);
  }

  @Test
  void popFromAnEmptyQueueLeavesTheMemoryAlone() {
    long out = bench.octets(4);

    assertThat(call(RtosCall.WICED_RTOS_POP_FROM_QUEUE, queue(4, 1), out, 0)).isEqualTo(TIMEOUT);

    assertThat(NativeMemory.octets(out, 1)).containsExactly(0xEE);
  }

  @ParameterizedTest
  @CsvSource({"6, 4", "0, 1032", "68, 1032"})
  void aQueueOfAnotherSizeIsRefused(int octets, long result) {
    Slots slots = bench.slots(99, 0, octets, 1);

    assertThat(calls.answer(RtosCall.WICED_RTOS_INIT_QUEUE, slots)).isEqualTo(result);
    assertThat(slots.get(0)).isZero();
  }

  @Test
  void aTimerCallsItsFunctionInEachPeriod() throws InterruptedException {
    Semaphore called = new Semaphore(0);
    long timer =
        made(RtosCall.WICED_RTOS_INIT_TIMER, 0, 10, code.function(a -> called.release((int) a)), 3);
    assertThat(call(RtosCall.WICED_RTOS_IS_TIMER_RUNNING, timer)).isEqualTo(ERROR);

    assertThat(call(RtosCall.WICED_RTOS_START_TIMER, timer)).isEqualTo(SUCCESS);
    clock.advance(Duration.ofMillis(20));

    called.acquire(6);
    assertThat(call(RtosCall.WICED_RTOS_IS_TIMER_RUNNING, timer)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_STOP_TIMER, timer)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_IS_TIMER_RUNNING, timer)).isEqualTo(ERROR);
  }

  @Test
  void flagsThatWereSetComeBack() {
    long group = made(RtosCall.WICED_RTOS_INIT_EVENT_FLAGS, 0);
    call(RtosCall.WICED_RTOS_SET_EVENT_FLAGS, group, 0x8000_0001L);
    Slots any = bench.slots(group, 1, 1, 0, 0);

    assertThat(calls.answer(RtosCall.WICED_RTOS_WAIT_FOR_EVENT_FLAGS, any)).isEqualTo(SUCCESS);

    assertThat(any.get(0)).isEqualTo(0x8000_0001L);
    assertThat(call(RtosCall.WICED_RTOS_WAIT_FOR_EVENT_FLAGS, group, 1, 1, 0, 0)).isEqualTo(ERROR);
  }

  @Test
  void allFlagsAreMoreThanAny() {
    long group = made(RtosCall.WICED_RTOS_INIT_EVENT_FLAGS, 0);
    call(RtosCall.WICED_RTOS_SET_EVENT_FLAGS, group, 1);

    assertThat(call(RtosCall.WICED_RTOS_WAIT_FOR_EVENT_FLAGS, group, 3, 0, 1, 0)).isEqualTo(ERROR);
    assertThat(call(RtosCall.WICED_RTOS_WAIT_FOR_EVENT_FLAGS, group, 3, 0, 0, 0))
        .isEqualTo(SUCCESS);
  }

  /// 1 and 2 are the SDK's own.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aWorkerRunsEvents(int worker) {
    CompletableFuture<Long> argument = new CompletableFuture<>();
    assertThat(made(RtosCall.WICED_RTOS_CREATE_WORKER_THREAD, 0, 5, 6_200, 3)).isEqualTo(3);

    long function = code.function(argument::complete);
    assertThat(call(RtosCall.WICED_RTOS_SEND_ASYNCHRONOUS_EVENT, worker, function, 42))
        .isEqualTo(SUCCESS);

    assertThat(argument.join()).isEqualTo(42);
  }

  @Test
  void aWorkerThatWasDeletedTakesNoEvent() {
    long worker = made(RtosCall.WICED_RTOS_CREATE_WORKER_THREAD, 0, 5, 6_200, 3);

    assertThat(call(RtosCall.WICED_RTOS_DELETE_WORKER_THREAD, worker)).isEqualTo(SUCCESS);

    assertThat(call(RtosCall.WICED_RTOS_SEND_ASYNCHRONOUS_EVENT, worker, 1, 0))
        .isEqualTo(QUEUE_ERROR);
  }

  @ParameterizedTest
  @CsvSource({"32, 3", "5, 0"})
  void aWorkerThatCannotBeIsAnError(int priority, int queue) {
    Slots slots = bench.slots(99, priority, 6_200, queue);

    assertThat(calls.answer(RtosCall.WICED_RTOS_CREATE_WORKER_THREAD, slots)).isEqualTo(ERROR);
    assertThat(slots.get(0)).isZero();
  }

  @Test
  void aTimedEventIsSentInEachPeriod() throws InterruptedException {
    Semaphore called = new Semaphore(0);
    long function = code.function(a -> called.release((int) a));

    long event = made(RtosCall.WICED_RTOS_REGISTER_TIMED_EVENT, 0, 1, function, 2, 10);
    clock.advance(Duration.ofMillis(20));

    called.acquire(4);
    assertThat(call(RtosCall.WICED_RTOS_DEREGISTER_TIMED_EVENT, event)).isEqualTo(SUCCESS);
    assertThat(call(RtosCall.WICED_RTOS_DEREGISTER_TIMED_EVENT, event)).isEqualTo(ERROR);
  }

  /// Zero-filled objects of C: an interrupt may come before the `init`.
  @ParameterizedTest
  @CsvSource({
    "WICED_RTOS_SET_SEMAPHORE, 1014",
    "WICED_RTOS_GET_SEMAPHORE, 1014",
    "WICED_RTOS_DEINIT_SEMAPHORE, 1014",
    "WICED_RTOS_LOCK_MUTEX, 4",
    "WICED_RTOS_UNLOCK_MUTEX, 4",
    "WICED_RTOS_DEINIT_MUTEX, 4",
    "WICED_RTOS_PUSH_TO_QUEUE, 1032",
    "WICED_RTOS_POP_FROM_QUEUE, 1032",
    "WICED_RTOS_DEINIT_QUEUE, 1032",
    "WICED_RTOS_IS_QUEUE_EMPTY, 0",
    "WICED_RTOS_GET_QUEUE_OCCUPANCY, 0",
    "WICED_RTOS_START_TIMER, 4",
    "WICED_RTOS_STOP_TIMER, 4",
    "WICED_RTOS_DEINIT_TIMER, 4",
    "WICED_RTOS_IS_TIMER_RUNNING, 4",
    "WICED_RTOS_SET_EVENT_FLAGS, 4",
    "WICED_RTOS_WAIT_FOR_EVENT_FLAGS, 4",
    "WICED_RTOS_DEINIT_EVENT_FLAGS, 4",
    "WICED_RTOS_SEND_ASYNCHRONOUS_EVENT, 1032",
    "WICED_RTOS_DELETE_WORKER_THREAD, 4",
    "WICED_RTOS_REGISTER_TIMED_EVENT, 4",
    "WICED_RTOS_DEREGISTER_TIMED_EVENT, 4"
  })
  void whatWasNeverInitialisedHarmsNobody(RtosCall call, long result) {
    assertThat(call(call, 0, 0, 0, 0, 0)).isEqualTo(result);
    assertThat(bench.calls()).anyMatch(line -> line.startsWith(call.function() + "("));
  }

  @Test
  void itIsToldOfOnce() {
    call(RtosCall.WICED_RTOS_SET_SEMAPHORE, 0);
    call(RtosCall.WICED_RTOS_SET_SEMAPHORE, 0);

    assertThat(bench.diagnostics())
        .containsExactly(
            "not-initialised: a semaphore is used that was never initialised, or not since it was"
                + " given back");
  }

  @ParameterizedTest
  @CsvSource({
    "WICED_RTOS_INIT_SEMAPHORE, WICED_RTOS_DEINIT_SEMAPHORE",
    "WICED_RTOS_INIT_MUTEX, WICED_RTOS_DEINIT_MUTEX",
    "WICED_RTOS_INIT_EVENT_FLAGS, WICED_RTOS_DEINIT_EVENT_FLAGS",
    "WICED_RTOS_INIT_QUEUE, WICED_RTOS_DEINIT_QUEUE",
    "WICED_RTOS_INIT_TIMER, WICED_RTOS_DEINIT_TIMER"
  })
  void deinitWorksOnce(RtosCall init, RtosCall deinit) {
    long object = made(init, 0, init == RtosCall.WICED_RTOS_INIT_TIMER ? 10 : 0, 4, 1);

    assertThat(call(deinit, object)).isEqualTo(SUCCESS);
    assertThat(call(deinit, object)).isNotEqualTo(SUCCESS);
  }

  @Test
  void aTimerWithoutAPeriodIsRefused() {
    Slots slots = bench.slots(99, 0, 1, 0);

    assertThat(calls.answer(RtosCall.WICED_RTOS_INIT_TIMER, slots)).isEqualTo(ERROR);
    assertThat(slots.get(0)).isZero();
  }

  private long queue(int octets, int messages) {
    return made(RtosCall.WICED_RTOS_INIT_QUEUE, 0, bench.string("queue"), octets, messages);
  }

  /// The number of an object that a call makes.
  private long made(RtosCall call, long... arguments) {
    Slots slots = bench.slots(arguments);
    assertThat(calls.answer(call, slots)).isEqualTo(SUCCESS);
    return slots.get(0);
  }

  private long octets(int... values) {
    byte[] octets = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      octets[i] = (byte) values[i];
    }
    return bench.octets(octets);
  }

  private long call(RtosCall call, long... arguments) {
    return calls.answer(call, bench.slots(arguments));
  }
}
