package org.wicedsim.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private final Latencies oneToHundred =
      new Latencies(LongStream.rangeClosed(1, 100).map(i -> 101 - i).toArray());

  @Test
  void percentilesAreTheTimesThatSoManyDoNotExceed() {
    assertThat(oneToHundred.percentile(50)).isEqualTo(50);
    assertThat(oneToHundred.percentile(99)).isEqualTo(99);
    assertThat(oneToHundred.percentile(100)).isEqualTo(100);
  }

  @Test
  void aSingleTimeIsEveryPercentile() {
    Latencies one = new Latencies(new long[] {7});

    assertThat(one.percentile(1)).isEqualTo(7);
    assertThat(one.percentile(100)).isEqualTo(7);
  }

  @Test
  void rowsAreInMicroseconds() {
    assertThat(new Latencies(new long[] {1_500_000}).row("a wait"))
        .matches(" *a wait +1500 +1500 +1500");
  }

  @Test
  void noTimesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Latencies(new long[0]))
        .withMessageContaining("at least once");
  }
}
