package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// On a real clock a timer can have started when it is cancelled. So a board must do the same
/// whether its cancelled timers run or not.
class LateCancelTest {
  private static final int TOUCHES = 200;
  private static final int MAX_PAUSE_NANOS = 30_000_000;

  /// A clock on which every cancellation comes too late.
  private record LateClock(ManualClock manual) implements Clock {
    @Override
    public long nanos() {
      return manual.nanos();
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
      manual.schedule(delay, task);
      return () -> {};
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void touchesThatTakeOverFromOthersAreNotDisturbed(long seed) {
    ManualClock punctual = new ManualClock();
    ManualClock late = new ManualClock();

    assertThat(touch(new LateClock(late), late, seed)).isEqualTo(touch(punctual, punctual, seed));
  }

  private static List<EventStream.Stamped> touch(Clock clock, ManualClock time, long seed) {
    Random random = new Random(seed);
    VirtualBoard board =
        VirtualBoards.board(clock, BoardDescription.DEFAULT_DEBOUNCE, Duration.ofMillis(6), seed);
    Recorder recorder = Recorder.of(board);
    for (int i = 0; i < TOUCHES; i++) {
      switch (random.nextInt(3)) {
        case 0 -> board.levers().press(1);
        case 1 -> board.levers().release(1);
        default -> board.levers().tap(1, Duration.ofNanos(random.nextInt(MAX_PAUSE_NANOS)));
      }
      time.advance(Duration.ofNanos(random.nextInt(MAX_PAUSE_NANOS)));
    }
    board.close();
    time.advance(Duration.ofSeconds(1));
    return recorder.stamped();
  }
}
