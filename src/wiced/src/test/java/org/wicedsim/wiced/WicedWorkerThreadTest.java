package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.TestBoard;

/// SPEC 3.7: threads that work off events.
class WicedWorkerThreadTest {
  private static final int STACK = 6_200;

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play(new ManualClock());
  private final Rtos rtos = played.wiced().rtos();

  @Test
  void eventsRunInTheOrderInWhichTheyWereSent() {
    WicedWorkerThread worker = rtos.createWorkerThread(5, STACK, 100);
    List<Integer> ran = new CopyOnWriteArrayList<>();

    IntStream.range(0, 100).forEach(i -> worker.sendAsynchronousEvent(() -> ran.add(i)));

    await()
        .untilAsserted(() ->
            assertThat(ran).containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList()));
  }

  @Test
  void aFullQueueLosesTheEventAtOnce() {
    WicedWorkerThread worker = rtos.createWorkerThread(5, STACK, 2);
    WicedSemaphore go = occupied(worker);
    List<String> ran = new CopyOnWriteArrayList<>();

    assertThat(worker.sendAsynchronousEvent(() -> ran.add("first"))).isEqualTo(WicedResult.SUCCESS);
    assertThat(worker.sendAsynchronousEvent(() -> ran.add("second")))
        .isEqualTo(WicedResult.SUCCESS);
    assertThat(worker.sendAsynchronousEvent(() -> ran.add("lost")))
        .isEqualTo(WicedResult.QUEUE_ERROR);
    go.set();

    await().untilAsserted(() -> assertThat(ran).containsExactly("first", "second"));
    assertThat(worker.sendAsynchronousEvent(() -> {})).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void anEventThatThrowsIsToldOfAndTheNextRuns() {
    WicedWorkerThread worker = rtos.createWorkerThread(5, STACK, 2);
    CompletableFuture<Void> next = new CompletableFuture<>();

    worker.sendAsynchronousEvent(() -> {
      throw new IllegalStateException("no such register");
    });
    worker.sendAsynchronousEvent(() -> next.complete(null));

    assertThat(next.join()).isNull();
    WicedEvent.FirmwareCrashed crash = played.log().await(WicedEvent.FirmwareCrashed.class);
    assertThat(crash.thread()).isEqualTo("worker thread");
    assertThat(crash.cause()).contains("no such register");
  }

  @Test
  void deleteLosesWhatWaitsAndWhatIsSentLater() {
    WicedWorkerThread worker = rtos.createWorkerThread(5, STACK, 2);
    occupied(worker);
    List<String> ran = new CopyOnWriteArrayList<>();
    worker.sendAsynchronousEvent(() -> ran.add("waits"));

    assertThat(worker.delete()).isEqualTo(WicedResult.SUCCESS);

    assertThat(worker.sendAsynchronousEvent(() -> ran.add("late")))
        .isEqualTo(WicedResult.QUEUE_ERROR);
    assertThat(worker.delete()).isEqualTo(WicedResult.ERROR);
    assertThat(ran).isEmpty();
  }

  @Test
  void anEventMayDeleteItsOwnWorker() {
    WicedWorkerThread worker = rtos.createWorkerThread(5, STACK, 2);

    worker.sendAsynchronousEvent(worker::delete);

    await().until(() -> worker.thread().awaitEnd(Duration.ofSeconds(1)));
    assertThat(worker.sendAsynchronousEvent(() -> {})).isEqualTo(WicedResult.QUEUE_ERROR);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "32, 1", "5, 0", "5, -1"})
  void aPriorityOrQueueOutOfRangeCreatesNoWorker(int priority, int size) {
    assertThatThrownBy(() -> rtos.createWorkerThread(priority, STACK, size))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + priority)
        .hasMessageContaining("not " + size);
  }

  @Test
  void theBuiltInWorkersHaveTheirOwnQueues() {
    assertThat(roomOf(rtos.hardwareIoWorker())).isEqualTo(10);
    assertThat(roomOf(rtos.networkingWorker())).isEqualTo(15);
  }

  @Test
  void aBuiltInWorkerCanBeDeletedBeforeItsFirstEvent() {
    assertThat(rtos.hardwareIoWorker().delete()).isEqualTo(WicedResult.SUCCESS);
    assertThat(rtos.hardwareIoWorker().delete()).isEqualTo(WicedResult.ERROR);
    assertThat(rtos.hardwareIoWorker().sendAsynchronousEvent(() -> {}))
        .isEqualTo(WicedResult.QUEUE_ERROR);
  }

  @Test
  void nothingRunsOnABoardThatWasSwitchedOff() {
    TestBoard board = played.board();
    List<String> ran = new CopyOnWriteArrayList<>();

    board.close();
    rtos.networkingWorker().post(() -> ran.add("late"));

    assertThat(ran).isEmpty();
  }

  /// Keeps the worker busy until the semaphore is set.
  private WicedSemaphore occupied(WicedWorkerThread worker) {
    WicedSemaphore go = rtos.initSemaphore();
    CompletableFuture<Void> busy = new CompletableFuture<>();
    worker.sendAsynchronousEvent(() -> {
      busy.complete(null);
      go.get(Rtos.NEVER_TIMEOUT);
    });
    busy.join();
    return go;
  }

  private long roomOf(WicedWorkerThread worker) {
    WicedSemaphore go = occupied(worker);
    long room =
        IntStream.range(0, 100)
            .filter(_ -> worker.sendAsynchronousEvent(() -> {}).isSuccess())
            .count();
    go.set();
    return room;
  }
}
