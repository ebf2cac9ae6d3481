package org.wicedsim.wiced;

import java.util.HashMap;
import java.util.Map;
import org.wicedsim.hal.Peripherals;
import org.wicedsim.hal.PwmOutput;

/// Pulses that dim an LED (`wiced_pwm_t`, SPEC 3.7). Output n is `WICED_PWM_n`; the board file says
/// which pin it drives. The frequency is taken and changes nothing.
public final class Pwm {
  private static final double MAX_PERCENT = 100;

  private final Sdk sdk;
  // The duty cycle in percent, by output; guarded by itself.
  private final Map<Integer, Double> initialised = new HashMap<>();

  Pwm(Sdk sdk) {
    this.sdk = sdk;
  }

  /// Sets an output up (`wiced_pwm_init`). What the line does changes with the next [#start(int)].
  ///
  /// @param frequencyHz 1 or more
  /// @param dutyCyclePercent for how much of the time the line is high, 0 to 100
  /// @return SUCCESS; BADARG when the board has no such output, or for a number out of range; ERROR
  ///   when the pin is configured as GPIO: [Gpio#deinit(int)] comes first
  public WicedResult init(int pwm, long frequencyHz, double dutyCyclePercent) {
    return sdk.returned(
        "wiced_pwm_init",
        setUp(pwm, frequencyHz, dutyCyclePercent),
        pwm,
        frequencyHz,
        dutyCyclePercent);
  }

  /// Lets the pulses run as the last `init` said (`wiced_pwm_start`).
  ///
  /// @return SUCCESS; ERROR without an `init`; BADARG when the board has no such output
  public WicedResult start(int pwm) {
    return sdk.returned("wiced_pwm_start", drive(pwm), pwm);
  }

  /// Ends the pulses (`wiced_pwm_stop`): the LED is dark.
  ///
  /// @return SUCCESS, or BADARG when the board has no such output
  public WicedResult stop(int pwm) {
    if (isOutput(pwm)) {
      sdk.board().pwm(pwm).ifPresent(PwmOutput::stop);
    }
    return sdk.returned(
        "wiced_pwm_stop", isOutput(pwm) ? WicedResult.SUCCESS : WicedResult.BADARG, pwm);
  }

  private WicedResult setUp(int pwm, long frequencyHz, double percent) {
    boolean isPercent = percent >= 0 && percent <= MAX_PERCENT;
    if (!isOutput(pwm) || frequencyHz < 1 || !isPercent) {
      return WicedResult.BADARG;
    }
    PwmOutput output = sdk.board().pwm(pwm).orElse(null);
    if (output == null) {
      sdk.diagnose(
          "pwm", "wiced_pwm_init: nothing is connected to PWM %d of this board".formatted(pwm));
    } else if (sdk.board().pin(output.pin()).mode().isPresent()) {
      sdk.diagnose(
          "pwm",
          "wiced_pwm_init: PWM %d drives pin %d, which is configured as GPIO: call wiced_gpio_deinit first"
              .formatted(pwm, output.pin()));
      return WicedResult.ERROR;
    }
    synchronized (initialised) {
      initialised.put(pwm, percent);
    }
    return WicedResult.SUCCESS;
  }

  private WicedResult drive(int pwm) {
    if (!isOutput(pwm)) {
      return WicedResult.BADARG;
    }
    synchronized (initialised) {
      Double percent = initialised.get(pwm);
      if (percent == null) {
        return WicedResult.ERROR;
      }
      sdk.board().pwm(pwm).ifPresent(output -> output.drive(percent));
      return WicedResult.SUCCESS;
    }
  }

  private static boolean isOutput(int pwm) {
    return pwm >= 1 && pwm <= Peripherals.PWM_OUTPUTS;
  }
}
