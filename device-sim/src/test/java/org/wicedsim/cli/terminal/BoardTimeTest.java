package org.wicedsim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardTimeTest {
  @ParameterizedTest
  @CsvSource({"0, 0:00.000", "999, 0:00.999", "61005, 1:01.005", "3600000, 60:00.000"})
  void instantsAreMinutesSecondsAndMilliseconds(long millis, String text) {
    assertThat(BoardTime.of(millis * 1_000_000)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "99999, <0.1 ms",
    "100000, 0.1 ms",
    "999999, 0.9 ms",
    "1000000, 1 ms",
    "999999999, 999 ms",
    "1250000000, 1.25 s"
  })
  void durationsHaveTheUnitThatSuitsThem(long nanos, String text) {
    assertThat(BoardTime.taken(Duration.ofNanos(nanos))).isEqualTo(text);
  }
}
