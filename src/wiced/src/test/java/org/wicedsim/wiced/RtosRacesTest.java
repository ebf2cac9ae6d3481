package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.wiced.testing.Bench;

/// Time-outs, forced wake-ups and deletions that come just when a thread is served lose nothing and
/// give nothing twice.
class RtosRacesTest {
  private static final int THREADS = 12;
  private static final int ROUNDS = 200;
  private static final int STACK = 6_200;

  @RegisterExtension final Bench bench = new Bench();

  private final Rtos rtos = bench.play().wiced().rtos();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everySetOfASemaphoreIsTakenOnceOrLeft(long seed) {
    WicedSemaphore semaphore = rtos.initSemaphore();
    AtomicInteger set = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();

    run(
        seed,
        random -> {
          if (random.nextBoolean()) {
            set.incrementAndGet();
            semaphore.set();
          } else if (semaphore.get(random.nextInt(3)).isSuccess()) {
            taken.incrementAndGet();
          }
        });

    int left = 0;
    while (semaphore.get(Rtos.NO_WAIT).isSuccess()) {
      left++;
    }
    assertThat(taken.get() + left).isEqualTo(set.get());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyMessageThatWasPushedIsPoppedOnceOrLeft(long seed) {
    WicedQueue queue = rtos.initQueue("small", 4, 3);
    AtomicInteger pushed = new AtomicInteger();
    AtomicInteger popped = new AtomicInteger();

    run(
        seed,
        random -> {
          if (random.nextBoolean()) {
            if (queue.push(new byte[4], random.nextInt(3)).isSuccess()) {
              pushed.incrementAndGet();
            }
          } else if (queue.pop(new byte[4], random.nextInt(3)).isSuccess()) {
            popped.incrementAndGet();
          }
        });

    assertThat(popped.get() + queue.occupancy()).isEqualTo(pushed.get());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aMutexOutlivesTheThreadsThatAreDeletedOverIt(long seed) throws Exception {
    WicedMutex mutex = rtos.initMutex();
    Random random = new Random(seed);
    AtomicInteger inside = new AtomicInteger();
    AtomicBoolean together = new AtomicBoolean();
    List<WicedThread> threads =
        IntStream.range(0, THREADS)
            .mapToObj(i ->
                rtos.createThread(
                    20 + i % 5,
                    "greedy",
                    STACK,
                    () -> {
                      while (true) {
                        mutex.lock();
                        try {
                          together.compareAndSet(false, inside.incrementAndGet() > 1);
                        } finally {
                          inside.decrementAndGet();
                        }
                        mutex.unlock();
                      }
                    }))
            .toList();

    for (WicedThread thread : threads) {
      rtos.delayMilliseconds(random.nextInt(3));
      thread.delete();
    }

    assertThat(CompletableFuture.supplyAsync(mutex::lock).get(10, TimeUnit.SECONDS))
        .isEqualTo(WicedResult.SUCCESS);
    assertThat(together).isFalse();
  }

  /// Runs `step` many times in many threads that others wake by force meanwhile.
  private void run(long seed, Consumer<Random> step) {
    List<WicedThread> threads =
        IntStream.range(0, THREADS)
            .mapToObj(i ->
                rtos.createThread(
                    31,
                    "racer",
                    STACK,
                    () -> {
                      Random random = new Random(seed * THREADS + i);
                      for (int n = 0; n < ROUNDS; n++) {
                        step.accept(random);
                      }
                    }))
            .toList();
    AtomicBoolean over = new AtomicBoolean();
    WicedThread waker =
        rtos.createThread(
            31,
            "waker",
            STACK,
            () -> {
              Random random = new Random(seed);
              while (!over.get()) {
                threads.get(random.nextInt(THREADS)).forceAwake();
              }
            });
    threads.forEach(WicedThread::join);
    over.set(true);
    waker.join();
  }
}
