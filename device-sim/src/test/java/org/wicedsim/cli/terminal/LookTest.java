package org.wicedsim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookTest {
  /// 30 to 37 are SGR's foreground colours.
  @ParameterizedTest
  @EnumSource
  void withoutColourNoToneHasOne(Look.Tone tone) {
    assertThat(new Look(true, false).sgr(tone)).doesNotContainPattern("3[0-7]");
  }

  /// Each one begins with 0, so that no tone leaks into the next.
  @ParameterizedTest
  @EnumSource
  void everyToneStandsAlone(Look.Tone tone) {
    assertThat(new Look(true, true).sgr(tone)).matches("0(;\\d+)*");
  }
}
