package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;

class TimeTest {
  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Time time = bench.play(clock).wiced().time();

  @Test
  void itCountsMillisecondsSinceTheBoardWasSwitchedOn() {
    assertThat(time.get()).isZero();

    clock.advance(Duration.ofNanos(1_999_999));

    assertThat(time.get()).isEqualTo(1);
  }

  @Test
  void itGoesOnFromWhatWasSet() {
    clock.advance(Duration.ofSeconds(5));

    assertThat(time.set(1_000)).isEqualTo(WicedResult.SUCCESS);

    assertThat(time.get()).isEqualTo(1_000);
    clock.advance(Duration.ofMillis(7));
    assertThat(time.get()).isEqualTo(1_007);
  }

  @Test
  void itBeginsAgainBehindThirtyTwoBits() {
    time.set(0xFFFF_FFFFL);

    clock.advance(Duration.ofMillis(3));

    assertThat(time.get()).isEqualTo(2);
  }
}
