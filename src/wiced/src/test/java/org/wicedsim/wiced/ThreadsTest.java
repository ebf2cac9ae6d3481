package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.outside.SmallFirmware;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.TestBoard;

/// SPEC 3.7: what can be done to a thread. A thread of priority 9 runs to its first wait before the
/// test, which has the lowest priority, goes on.
@ParameterizedClass(name = "native threads: {0}")
@ValueSource(booleans = {false, true})
class ThreadsTest {
  private static final int STACK = 6_200;

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final boolean isNative;
  private final Bench.Played played;
  private final Rtos rtos;

  ThreadsTest(boolean isNative) {
    this.isNative = isNative;
    played = bench.play(TestBoard.course(), clock, isNative);
    rtos = played.wiced().rtos();
  }

  @Test
  void aThreadMayHaveNoName() {
    assertThat(rtos.createThread(9, null, STACK, () -> {}).name()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31})
  void theHighestAndTheLowestPriorityAreLegal(int priority) {
    assertThat(rtos.createThread(priority, "edge", STACK, () -> {}).join())
        .isEqualTo(WicedResult.SUCCESS);
  }

  /// A thread of the machine has no carrier that a native frame could keep.
  @Test
  void nativeFirmwareHasThreadsOfTheMachine() {
    CompletableFuture<Boolean> virtual = new CompletableFuture<>();

    rtos.createThread(9, "", STACK, () -> virtual.complete(Thread.currentThread().isVirtual()));

    assertThat(virtual.join()).isEqualTo(!isNative);
  }

  @Test
  void yieldSucceeds() {
    assertThat(rtos.yieldThread()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void deleteEndsAThreadWhereverItWaits() {
    List<String> ran = new CopyOnWriteArrayList<>();
    WicedThread thread =
        rtos.createThread(
            9,
            "sleeper",
            STACK,
            () -> {
              rtos.delayMilliseconds(60_000);
              ran.add("late");
            });

    assertThat(thread.delete()).isEqualTo(WicedResult.SUCCESS);

    clock.advance(Duration.ofMinutes(2));
    assertThat(ran).isEmpty();
    assertThat(played.log().all(WicedEvent.FirmwareCrashed.class)).isEmpty();
  }

  @Test
  void deleteEndsAThreadThatOnlyPolls() {
    WicedThread thread =
        rtos.createThread(
            31,
            "polling",
            STACK,
            () -> {
              while (true) {
                played.wiced().gpio().inputGet(1);
              }
            });

    assertThat(thread.delete()).isEqualTo(WicedResult.SUCCESS);
    assertThat(played.log().diagnosticCodes()).doesNotContain("thread-hangs");
  }

  @Test
  void aThreadThatHasEndedCanBeDeletedOnce() {
    WicedThread thread = rtos.createThread(9, "short", STACK, () -> {});

    assertThat(thread.delete()).isEqualTo(WicedResult.SUCCESS);
    assertThat(thread.delete()).isEqualTo(WicedResult.THREAD_FINISH_FAIL);
    assertThat(thread.join()).isEqualTo(WicedResult.BADARG);
  }

  @Test
  void aThreadThatDeletesItselfDoesNotGoOn() {
    CompletableFuture<WicedThread> self = new CompletableFuture<>();
    List<String> ran = new CopyOnWriteArrayList<>();
    WicedThread thread =
        rtos.createThread(
            31,
            "suicide",
            STACK,
            () -> {
              self.join().delete();
              ran.add("late");
            });

    self.complete(thread);

    await().until(() -> thread.awaitEnd(Duration.ofSeconds(1)));
    assertThat(ran).isEmpty();
  }

  @Test
  void aThreadThatIsDeletedGivesItsMutexesBack() {
    WicedMutex mutex = rtos.initMutex();
    WicedThread owner =
        rtos.createThread(
            9,
            "owner",
            STACK,
            () -> {
              mutex.lock();
              mutex.lock();
              rtos.delayMilliseconds(60_000);
            });

    owner.delete();

    assertThat(mutex.lock()).isEqualTo(WicedResult.SUCCESS);
  }

  /// Each call that waits has its own code for a wait that was ended by force.
  static Stream<Arguments> waits() {
    return Stream.of(
        wait("delay", WicedResult.SLEEP_ERROR, rtos -> () -> rtos.delayMilliseconds(60_000)),
        wait(
            "semaphore",
            WicedResult.WAIT_ABORTED,
            rtos -> () -> rtos.initSemaphore().get(Rtos.NEVER_TIMEOUT)),
        wait(
            "pop",
            WicedResult.WAIT_ABORTED,
            rtos -> () -> rtos.initQueue("q", 4, 1).pop(new byte[4], Rtos.NEVER_TIMEOUT)),
        wait(
            "push",
            WicedResult.QUEUE_ERROR,
            rtos ->
                () -> {
                  WicedQueue queue = rtos.initQueue("q", 4, 1);
                  queue.push(new byte[4], Rtos.NO_WAIT);
                  return queue.push(new byte[4], Rtos.NEVER_TIMEOUT);
                }),
        wait(
            "flags",
            WicedResult.ERROR,
            rtos ->
                () ->
                    rtos.initEventFlags()
                        .await(
                            1,
                            true,
                            WicedEventFlags.WaitOption.WAIT_FOR_ANY_EVENT,
                            Rtos.NEVER_TIMEOUT)
                        .result()),
        wait(
            "mutex",
            WicedResult.ERROR,
            rtos -> {
              WicedMutex mutex = rtos.initMutex();
              mutex.lock();
              return mutex::lock;
            }));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void forceAwakeEndsAWait(WicedResult expected, Function<Rtos, Supplier<WicedResult>> waits) {
    CompletableFuture<WicedResult> result = new CompletableFuture<>();
    Supplier<WicedResult> wait = waits.apply(rtos);
    WicedThread thread = rtos.createThread(9, "waiter", STACK, () -> result.complete(wait.get()));

    assertThat(thread.forceAwake()).isEqualTo(WicedResult.SUCCESS);

    assertThat(result.join()).isEqualTo(expected);
  }

  @Test
  void forceAwakeOfAThreadThatDoesNotWaitIsAnError() {
    WicedThread ended = rtos.createThread(9, "short", STACK, () -> {});

    assertThat(ended.forceAwake()).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void forceAwakeDoesNotEndAJoin() {
    WicedThread sleeper =
        rtos.createThread(9, "sleeper", STACK, () -> rtos.delayMilliseconds(60_000));
    CompletableFuture<WicedResult> joined = new CompletableFuture<>();
    WicedThread waiter =
        rtos.createThread(9, "waiter", STACK, () -> joined.complete(sleeper.join()));

    assertThat(waiter.forceAwake()).isEqualTo(WicedResult.SUCCESS);

    assertThat(joined).isNotDone();
    clock.advance(Duration.ofMinutes(1));
    assertThat(joined.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aDelayOfMicrosecondsLastsAsLongByTheBoardsClock() {
    CompletableFuture<WicedResult> over =
        CompletableFuture.supplyAsync(() -> rtos.delayMicroseconds(50));
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofNanos(49_999));

    assertThat(over).isNotDone();
    clock.advance(Duration.ofNanos(1));
    assertThat(over.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aSmallStackIsToldOfOnceAndOnlyWhenItsThreadUsesTheNetwork() {
    SmallFirmware.createThread(rtos, "quiet", 1_024, () -> {}).join();
    SmallFirmware.createThread(rtos, "large", 6_200, WicedThread::noteNetworkUse).join();
    SmallFirmware.createThread(
            rtos,
            "small",
            6_199,
            () -> {
              WicedThread.noteNetworkUse();
              WicedThread.noteNetworkUse();
            })
        .join();

    assertThat(played.log().awaitDiagnostic("small-stack"))
        .contains("'small'", "6199", "6200")
        .containsPattern("created at SmallFirmware\\.java:\\d+");
    assertThat(played.log().diagnosticCodes()).containsOnlyOnce("small-stack");
  }

  private static Arguments wait(
      String name, WicedResult expected, Function<Rtos, Supplier<WicedResult>> waits) {
    return Arguments.argumentSet(name, expected, waits);
  }
}
