package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wicedsim.hal.HalEvent.LedBrightness;
import org.wicedsim.hal.HalEvent.LedLight;

/// What pulses do to LEDs: output 1 drives LED 1, which shines at a high level, output 2 drives LED
/// 2, which shines at a low one.
class PulsesTest {
  private final VirtualBoard board = VirtualBoards.board(new ManualClock());
  private final Recorder recorder = Recorder.of(board);

  @Test
  void anOutputKnowsItsPin() {
    assertThat(output(1).pin()).isEqualTo(VirtualBoards.HIGH_LED_PIN);
    assertThat(board.pwm(3)).isEmpty();
  }

  @Test
  void anLedThatIsDimmedTellsOfItsLightAndThenOfItsBrightness() {
    free(VirtualBoards.HIGH_LED_PIN);

    output(1).drive(40);
    output(1).drive(60);
    output(1).drive(60);
    output(1).stop();

    assertThat(recorder.events())
        .containsExactly(
            new LedLight(1, true),
            new LedBrightness(1, 40),
            new LedBrightness(1, 60),
            new LedLight(1, false),
            new LedBrightness(1, 0));
  }

  /// It shines while the line is low.
  @Test
  void anActiveLowLedIsTheBrighterTheFewerThePulses() {
    free(VirtualBoards.LOW_LED_PIN);

    output(2).drive(30);

    assertThat(recorder.events()).contains(new LedBrightness(2, 70));
    assertThat(board.levers().isLit(2)).isTrue();
  }

  @Test
  void anActiveLowLedIsDarkWhileTheLineIsAlwaysHigh() {
    free(VirtualBoards.LOW_LED_PIN);

    output(2).drive(100);

    assertThat(board.levers().isLit(2)).isFalse();
  }

  @Test
  void aPinThatIsConfiguredIsNotDriven() {
    output(1).drive(40);

    assertThat(recorder.events()).isEmpty();
    assertThat(board.levers().isLit(1)).isFalse();
  }

  @Test
  void aPinThatIsConfiguredMeanwhileFollowsItsLatch() {
    free(VirtualBoards.HIGH_LED_PIN);
    output(1).drive(40);
    DigitalPin pin = board.pin(VirtualBoards.HIGH_LED_PIN);

    pin.configure(PinMode.OUTPUT_PUSH_PULL);
    pin.write(Level.HIGH);

    assertThat(recorder.events(LedBrightness.class))
        .containsExactly(new LedBrightness(1, 40), new LedBrightness(1, 0));
    assertThat(recorder.events(LedLight.class)).last().isEqualTo(new LedLight(1, true));
  }

  @Test
  void powerOffEndsThePulses() {
    free(VirtualBoards.HIGH_LED_PIN);
    output(1).drive(40);

    board.close();
    output(1).drive(50);

    assertThat(board.levers().isLit(1)).isFalse();
  }

  private void free(int pin) {
    board.pin(pin).deconfigure();
  }

  private PwmOutput output(int number) {
    return board.pwm(number).orElseThrow();
  }
}
