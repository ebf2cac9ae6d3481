package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.PinMode;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.EventLog;

/// SPEC 3.7. On the course's board PWM 3 drives the pin of LED 1; nothing is on PWM 2.
class PwmTest {
  private static final int PWM = 3;
  private static final int FREE_PWM = 2;
  private static final int LED_PIN = 12;

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play(new ManualClock());
  private final Pwm pwm = played.wiced().pwm();
  private final Gpio gpio = played.wiced().gpio();

  @Test
  void anLedIsDimmed() {
    gpio.deinit(LED_PIN);

    assertThat(pwm.init(PWM, 1_000, 25)).isEqualTo(WicedResult.SUCCESS);
    assertThat(pwm.start(PWM)).isEqualTo(WicedResult.SUCCESS);

    assertThat(played.board().levers().isLit(1)).isTrue();
    assertThat(brightness()).containsExactly(new HalEvent.LedBrightness(1, 25));
  }

  @Test
  void anotherDutyCycleCountsFromTheNextStart() {
    dimmed(25);

    pwm.init(PWM, 1_000, 75);

    assertThat(brightness()).hasSize(1);
    pwm.start(PWM);
    assertThat(brightness()).last().isEqualTo(new HalEvent.LedBrightness(1, 75));
  }

  @Test
  void stopMakesItDark() {
    dimmed(25);

    assertThat(pwm.stop(PWM)).isEqualTo(WicedResult.SUCCESS);

    assertThat(played.board().levers().isLit(1)).isFalse();
    assertThat(brightness()).last().isEqualTo(new HalEvent.LedBrightness(1, 0));
  }

  @Test
  void aPinThatIsGpioIsToldOfAndStaysSo() {
    assertThat(pwm.init(PWM, 1_000, 25)).isEqualTo(WicedResult.ERROR);

    assertThat(played.log().awaitDiagnostic("pwm"))
        .contains("PWM 3", "pin 12", "wiced_gpio_deinit");
    assertThat(pwm.start(PWM)).isEqualTo(WicedResult.ERROR);
    assertThat(played.board().levers().isLit(1)).isFalse();
  }

  @Test
  void aPinThatBecomesGpioAgainIsDrivenNoMore() {
    dimmed(25);

    gpio.init(LED_PIN, PinMode.OUTPUT_PUSH_PULL);

    assertThat(played.board().levers().isLit(1)).isFalse();
  }

  @Test
  void startWithoutInitIsAnError() {
    gpio.deinit(LED_PIN);

    assertThat(pwm.start(PWM)).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void anOutputWithNothingOnItIsToldOf() {
    assertThat(pwm.init(FREE_PWM, 1_000, 50)).isEqualTo(WicedResult.SUCCESS);
    assertThat(pwm.start(FREE_PWM)).isEqualTo(WicedResult.SUCCESS);

    assertThat(played.log().awaitDiagnostic("pwm")).contains("PWM 2");
    assertThat(brightness()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  void anOutputThatNoBoardHasIsRefused(int output) {
    assertThat(pwm.init(output, 1_000, 50)).isEqualTo(WicedResult.BADARG);
    assertThat(pwm.start(output)).isEqualTo(WicedResult.BADARG);
    assertThat(pwm.stop(output)).isEqualTo(WicedResult.BADARG);
  }

  @ParameterizedTest
  @CsvSource({"0, 50", "1000, -0.1", "1000, 100.1", "1000, NaN"})
  void aNumberOutOfRangeIsRefused(long frequencyHz, double percent) {
    gpio.deinit(LED_PIN);

    assertThat(pwm.init(PWM, frequencyHz, percent)).isEqualTo(WicedResult.BADARG);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "0.1, true", "100, true"})
  void anLedIsLitAtAnyBrightnessButNone(double percent, boolean lit) {
    dimmed(percent);

    assertThat(played.board().levers().isLit(1)).isEqualTo(lit);
  }

  @Test
  void everyCallIsAnEvent() {
    dimmed(25);
    pwm.stop(PWM);

    assertThat(played.log().calls())
        .endsWith(
            EventLog.call("wiced_pwm_init", "3, 1000, 25.0", WicedResult.SUCCESS),
            EventLog.call("wiced_pwm_start", "3", WicedResult.SUCCESS),
            EventLog.call("wiced_pwm_stop", "3", WicedResult.SUCCESS));
  }

  private void dimmed(double percent) {
    gpio.deinit(LED_PIN);
    pwm.init(PWM, 1_000, percent);
    pwm.start(PWM);
  }

  private List<HalEvent.LedBrightness> brightness() {
    return played.log().all(HalEvent.LedBrightness.class);
  }
}
