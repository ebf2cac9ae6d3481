package org.wicedsim.wwep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The thread rule of [RegisterFile], with real threads.
class RegisterFileThreadsTest {
  private static final int THREADS = 4;
  private static final int LIMIT_SECONDS = 60;

  private final RegisterFile file = new RegisterFile();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(2 * THREADS, Thread.ofPlatform().daemon().factory());

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  // Every value names its register in the low and, inverted, in the high octet: half of one value
  // beside half of another, or a value of another register, would not.
  @Test
  void readerNeverSeesAHalfWrittenOrForeignValue() throws Exception {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int device = thread % 2;
      tasks.add(() -> {
        for (int i = 0; i < 1_000_000; i++) {
          int register = i & 0xFF;
          int flip = i >> 8 & 1;
          file.write(device, register, flip == 0 ? mark(register) : ~mark(register) & 0xFFFF);
        }
        return 0;
      });
      tasks.add(() -> {
        int foreign = 0;
        for (int i = 0; i < 1_000_000; i++) {
          int register = i * 31 & 0xFF;
          int value = file.read(device, register);
          boolean own =
              value == RegisterFile.ABSENT
                  || value == mark(register)
                  || value == (~mark(register) & 0xFFFF);
          foreign += own ? 0 : 1;
        }
        return foreign;
      });
    }

    assertThat(runTogether(tasks)).containsOnly(0);
  }

  private static int mark(int register) {
    return (~register & 0xFF) << 8 | register;
  }

  // The writer waits until the reader spins on the register that is written next: it must be found
  // absent or with its value.
  @Test
  void readerOfAFreshRegisterSeesItAbsentOrWithItsValue() throws Exception {
    int addresses = 100 << 8;
    AtomicInteger seen = new AtomicInteger();
    Callable<Integer> writer =
        () -> {
          for (int address = 0; address < addresses; address++) {
            spinUntil(seen, address);
            file.write(address >> 8, address & 0xFF, 0xFFFF);
          }
          return 0;
        };
    Callable<Integer> reader =
        () -> {
          int neverWritten = 0;
          for (int address = 0; address < addresses; address++) {
            int value;
            do {
              value = file.read(address >> 8, address & 0xFF);
            } while (value == RegisterFile.ABSENT);
            neverWritten += value == 0xFFFF ? 0 : 1;
            seen.set(address + 1);
          }
          return neverWritten;
        };

    assertThat(runTogether(List.of(writer, reader))).containsOnly(0);
  }

  // The first writes to a device race for its page and for the presence bits: both writers begin
  // each device at the same time.
  @Test
  void noFirstWriteIsLostWhenWritersShareAFreshDevice() throws Exception {
    int devices = 20_000;
    AtomicInteger arrived = new AtomicInteger();
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int thread = 0; thread < 2; thread++) {
      int own = thread;
      tasks.add(() -> {
        for (int device = 0; device < devices; device++) {
          arrived.incrementAndGet();
          spinUntil(arrived, 2 * (device + 1));
          for (int register = own; register < 16; register += 2) {
            file.write(device, register, device ^ register);
          }
        }
        return 0;
      });
    }

    runTogether(tasks);

    int lost = 0;
    for (int device = 0; device < devices; device++) {
      for (int register = 0; register < 16; register++) {
        lost += file.read(device, register) == (device ^ register) ? 0 : 1;
      }
    }
    assertThat(lost).isZero();
  }

  /// Spins, since a thread that is woken comes too late to race; gives the core up where the other
  /// thread waits for it.
  private static void spinUntil(AtomicInteger count, int target) {
    for (int spins = 0; count.get() < target; spins++) {
      if (spins < 1_000) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(1);
      }
    }
  }

  // Two registers written one after the other are never seen in the other order.
  @Test
  void readThatFollowsAWriteSeesIt() throws Exception {
    int rounds = 0x10000;
    Callable<Integer> writer =
        () -> {
          for (int value = 0; value < rounds; value++) {
            file.write(1, 1, value);
            file.write(2, 2, value);
          }
          return 0;
        };
    Callable<Integer> reader =
        () -> {
          int outOfOrder = 0;
          int second;
          do {
            second = file.read(2, 2);
            outOfOrder += file.read(1, 1) < second ? 1 : 0;
          } while (second != rounds - 1);
          return outOfOrder;
        };

    assertThat(runTogether(List.of(writer, reader))).containsOnly(0);
  }

  private List<Integer> runTogether(List<Callable<Integer>> tasks) throws Exception {
    CyclicBarrier start = new CyclicBarrier(tasks.size());
    List<Future<Integer>> running = new ArrayList<>();
    for (Callable<Integer> task : tasks) {
      running.add(
          threads.submit(() -> {
            start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            return task.call();
          }));
    }
    List<Integer> results = new ArrayList<>();
    for (Future<Integer> each : running) {
      results.add(each.get(LIMIT_SECONDS, TimeUnit.SECONDS));
    }
    return results;
  }
}
