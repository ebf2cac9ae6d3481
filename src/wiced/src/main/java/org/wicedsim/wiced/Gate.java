package org.wicedsim.wiced;

import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Clock;

/// Where a thread of the firmware waits for something to become true, with a limit by the board's
/// clock. Every blocking call of the SDK waits here.
final class Gate {
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  Gate(Clock clock) {
    this.clock = clock;
  }

  /// Makes a change that somebody may be waiting for.
  void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Makes a change that somebody may be waiting for, and tells what came of it.
  <T extends @Nullable Object> T changing(Supplier<T> change) {
    lock.lock();
    try {
      T outcome = change.get();
      changed.signalAll();
      return outcome;
    } finally {
      lock.unlock();
    }
  }

  /// Lets everybody look again.
  void signal() {
    change(() -> {});
  }

  /// Waits until `ready`, which is asked while the gate is locked and may take what it found.
  ///
  /// @param timeoutMs 0 does not wait, [Rtos#NEVER_TIMEOUT] waits without a limit
  /// @return whether it became ready in time
  boolean await(BooleanSupplier ready, long timeoutMs) {
    lock.lock();
    try {
      if (ready.getAsBoolean()) {
        return true;
      }
      return timeoutMs > 0 && block(ready, timeoutMs);
    } catch (InterruptedException _) {
      throw PowerOff.ofThisThread();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until `source`, which is asked while the gate is locked, has something to give.
  ///
  /// @param timeoutMs as [#await(BooleanSupplier, long)] takes it
  /// @return null when there was nothing in time
  <T> @Nullable T awaitFrom(Supplier<? extends @Nullable T> source, long timeoutMs) {
    AtomicReference<@Nullable T> found = new AtomicReference<>();
    await(
        () -> {
          found.set(source.get());
          return found.get() != null;
        },
        timeoutMs);
    return found.get();
  }

  /// Waits until a future of Netty is done.
  ///
  /// @return whether it is done, with success, in time
  boolean await(Future<?> future, long timeoutMs) {
    signalWhenDone(future);
    return await(future::isDone, timeoutMs) && future.isSuccess();
  }

  /// Lets everybody look again once `future` is done.
  void signalWhenDone(Future<?> future) {
    future.addListener(_ -> signal());
  }

  private boolean block(BooleanSupplier ready, long timeoutMs) throws InterruptedException {
    WicedThread.aboutToBlock();
    boolean limited = timeoutMs < Rtos.NEVER_TIMEOUT;
    Duration limit = Duration.ofMillis(timeoutMs);
    long deadline = clock.nanos() + limit.toNanos();
    Clock.@Nullable Timer timer = limited ? clock.schedule(limit, this::signal) : null;
    try {
      while (!ready.getAsBoolean()) {
        if (limited && clock.nanos() - deadline >= 0) {
          return false;
        }
        changed.await();
      }
      return true;
    } finally {
      if (timer != null) {
        timer.cancel();
      }
    }
  }
}
