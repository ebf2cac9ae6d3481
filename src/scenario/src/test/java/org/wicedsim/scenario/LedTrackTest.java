package org.wicedsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedTrackTest {
  // The LED can change between the look at the board and the note of what was seen.
  @Test
  void anEventIsNewerThanWhatTheBoardShowed() {
    LedTrack led = new LedTrack(1);
    led.onLight(true, 0);
    led.start(false);

    assertThat(led.is(true)).isTrue();
  }
}
