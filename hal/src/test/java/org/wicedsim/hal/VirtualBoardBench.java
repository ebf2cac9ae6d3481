package org.wicedsim.hal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Virtual boards under the contract test.
///
/// @param clocks makes the clock of each board
/// @param pass lets time pass by such a clock
record VirtualBoardBench<C extends Clock>(Supplier<C> clocks, Pass<C> pass) implements BoardBench {
  /// Lets time pass by a clock.
  @FunctionalInterface
  interface Pass<C> {
    void pass(C clock, Duration duration);
  }

  private record VirtualRig(VirtualBoard board, Levers levers, Consumer<Duration> time)
      implements Rig {
    @Override
    public void pass(Duration duration) {
      time.accept(duration);
    }
  }

  static BoardBench onManualClock() {
    return new VirtualBoardBench<>(ManualClock::new, ManualClock::advance);
  }

  /// The clock runs its tasks one at a time and in their order, so a last one tells when all that
  /// fell due before it is done.
  static BoardBench onSystemClock() {
    return new VirtualBoardBench<>(
        SystemClock::new,
        (clock, duration) -> {
          CountDownLatch passed = new CountDownLatch(1);
          clock.schedule(duration, passed::countDown);
          try {
            passed.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Override
  public Wiring wiring() {
    return new Wiring(10, 8, 12, 6, 1, BoardDescription.PINS + 1);
  }

  @Override
  public Rig start(BoardDescription description, Resources resources, Dct dct) {
    C clock = clocks.get();
    VirtualBoard board = new VirtualBoard(description, resources, clock, dct);
    return new VirtualRig(board, board.levers(), duration -> pass.pass(clock, duration));
  }
}
