package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;

/// SPEC 3.7: recursive for its owner, no time limit.
class WicedMutexTest {
  private static final int STACK = 6_200;

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play(new ManualClock());
  private final Rtos rtos = played.wiced().rtos();
  private final WicedMutex mutex = rtos.initMutex();

  @Test
  void theOwnerMayLockAgain() {
    assertThat(mutex.lock()).isEqualTo(WicedResult.SUCCESS);
    assertThat(mutex.lock()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void itIsFreeWhenEveryLockWasTakenBack() {
    mutex.lock();
    mutex.lock();
    CompletableFuture<WicedResult> other = lockElsewhere();

    assertThat(mutex.unlock()).isEqualTo(WicedResult.SUCCESS);
    assertThat(other).isNotDone();
    assertThat(mutex.unlock()).isEqualTo(WicedResult.SUCCESS);

    assertThat(other.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void unlockOfWhatNobodyLockedIsAnError() {
    assertThat(mutex.unlock()).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void unlockOnceTooOftenIsAnError() {
    mutex.lock();
    mutex.unlock();

    assertThat(mutex.unlock()).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void unlockByAnotherThreadIsAnErrorAndTheOwnerKeepsIt() {
    mutex.lock();

    WicedResult other = CompletableFuture.supplyAsync(mutex::unlock).join();

    assertThat(other).isEqualTo(WicedResult.ERROR);
    assertThat(mutex.unlock()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void theHighestPriorityThatWaitsIsNext() {
    List<Integer> order = new CopyOnWriteArrayList<>();
    mutex.lock();
    for (int priority : List.of(20, 10, 5, 15, 5)) {
      rtos.createThread(
          priority,
          "waiter",
          STACK,
          () -> {
            mutex.lock();
            order.add(priority);
            mutex.unlock();
          });
    }

    mutex.unlock();

    await().untilAsserted(() -> assertThat(order).containsExactly(5, 5, 10, 15, 20));
  }

  @Test
  void aThreadThatEndsGivesItBack() {
    rtos.createThread(9, "forgetful", STACK, mutex::lock).join();

    assertThat(CompletableFuture.supplyAsync(mutex::lock).join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void deinitWakesWhoeverWaits() {
    mutex.lock();
    CompletableFuture<WicedResult> other = lockElsewhere();

    assertThat(mutex.deinit()).isEqualTo(WicedResult.SUCCESS);

    assertThat(other.join()).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void aMutexThatWasEndedOrNeverInitialisedIsAnError() {
    mutex.deinit();
    WicedMutex raw = new WicedMutex(new Sdk(played.board().hardware(), false));

    for (WicedMutex dead : List.of(mutex, raw)) {
      assertThat(dead.lock()).isEqualTo(WicedResult.ERROR);
      assertThat(dead.unlock()).isEqualTo(WicedResult.ERROR);
      assertThat(dead.deinit()).isEqualTo(WicedResult.ERROR);
    }
    assertThat(raw.init()).isEqualTo(WicedResult.SUCCESS);
    assertThat(raw.init()).isEqualTo(WicedResult.ERROR);
    assertThat(raw.lock()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void manyThreadsNeverHoldItTogether() {
    int threads = 16;
    int each = 250;
    int[] unguarded = new int[1];
    List<WicedThread> all =
        IntStream.range(0, threads)
            .mapToObj(i ->
                rtos.createThread(
                    i,
                    "counter",
                    STACK,
                    () -> {
                      for (int n = 0; n < each; n++) {
                        mutex.lock();
                        unguarded[0]++;
                        mutex.unlock();
                      }
                    }))
            .toList();

    all.forEach(WicedThread::join);

    assertThat(unguarded[0]).isEqualTo(threads * each);
  }

  private CompletableFuture<WicedResult> lockElsewhere() {
    CompletableFuture<WicedResult> locked = new CompletableFuture<>();
    rtos.createThread(9, "other", STACK, () -> locked.complete(mutex.lock()));
    return locked;
  }
}
