package org.wicedsim.wiced;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.DigitalPin;
import org.wicedsim.hal.Level;
import org.wicedsim.hal.PinException;
import org.wicedsim.hal.PinMode;

/// Digital pins (`wiced_platform.h`, SPEC 3.7). Pin n is `WICED_GPIO_n`.
public final class Gpio {
  /// What was read of a pin.
  ///
  /// @param result SUCCESS; UNSUPPORTED when the pin is not configured
  /// @param high whether the line is high; false without SUCCESS
  public record Input(WicedResult result, boolean high) {}

  private final Sdk sdk;
  private final HandlerContext interrupts;

  Gpio(Sdk sdk, HandlerContext interrupts) {
    this.sdk = sdk;
    this.interrupts = interrupts;
  }

  /// The pin of a button: `WICED_BUTTON1` for 1.
  ///
  /// @throws IllegalArgumentException when the board has no such button
  public int button(int number) {
    return sdk.board().description().button(number).pin();
  }

  /// The pin of an LED: `WICED_LED1` for 1.
  ///
  /// @throws IllegalArgumentException when the board has no such LED
  public int led(int number) {
    return sdk.board().description().led(number).pin();
  }

  /// Configures a pin and drops its interrupt (`wiced_gpio_init`).
  public WicedResult init(int pin, PinMode configuration) {
    return on(pin, "wiced_gpio_init", line -> line.configure(configuration), configuration);
  }

  /// Gives a pin back (`wiced_gpio_deinit`).
  public WicedResult deinit(int pin) {
    return on(pin, "wiced_gpio_deinit", DigitalPin::deconfigure);
  }

  /// Drives an output high (`wiced_gpio_output_high`). An input stays as it is.
  ///
  /// @return SUCCESS; UNSUPPORTED when the pin is not configured
  public WicedResult outputHigh(int pin) {
    return write(pin, "wiced_gpio_output_high", Level.HIGH);
  }

  /// Drives an output low (`wiced_gpio_output_low`). An input stays as it is.
  ///
  /// @return SUCCESS; UNSUPPORTED when the pin is not configured
  public WicedResult outputLow(int pin) {
    return write(pin, "wiced_gpio_output_low", Level.LOW);
  }

  /// Lights an LED or puts it out, whatever its polarity (`wiced_led_set_state`).
  ///
  /// @param led from 1
  /// @return SUCCESS; UNSUPPORTED when its pin is not configured
  /// @throws IllegalArgumentException when the board has no such LED
  public WicedResult ledSetState(int led, boolean lit) {
    BoardDescription.Led wiring = sdk.board().description().led(led);
    Level level = lit ? wiring.lit() : wiring.lit().inverted();
    return write(wiring.pin(), "wiced_led_set_state", level, lit ? "on" : "off");
  }

  /// Whether the line is high (`wiced_gpio_input_get`); false for a pin that is not configured.
  public boolean inputGet(int pin) {
    boolean[] high = new boolean[1];
    on(pin, "wiced_gpio_input_get", line -> high[0] = line.read() == Level.HIGH);
    return high[0];
  }

  /// Whether the line is high, with the call's result (`wiced_gpio_input_get_bool`).
  public Input inputGetBool(int pin) {
    boolean[] high = new boolean[1];
    WicedResult result =
        on(pin, "wiced_gpio_input_get_bool", line -> high[0] = line.read() == Level.HIGH);
    return new Input(result, high[0]);
  }

  /// Has `handler` called in interrupt context at each edge (`wiced_gpio_input_irq_enable`); it
  /// replaces an earlier handler and must not block.
  ///
  /// @return SUCCESS; ERROR without a handler, and when the pin is not configured or an output;
  ///   UNSUPPORTED for a trigger by level, which is not simulated
  public WicedResult inputIrqEnable(int pin, IrqTrigger trigger, @Nullable Runnable handler) {
    String function = "wiced_gpio_input_irq_enable";
    return sdk.returned(function, irqEnable(function, pin, trigger, handler), pin, trigger);
  }

  /// Drops the interrupt of a pin (`wiced_gpio_input_irq_disable`).
  public WicedResult inputIrqDisable(int pin) {
    return on(pin, "wiced_gpio_input_irq_disable", DigitalPin::removeEdgeListener);
  }

  private WicedResult irqEnable(
      String function, int pin, IrqTrigger trigger, @Nullable Runnable handler) {
    if (handler == null) {
      return WicedResult.ERROR;
    }
    if (trigger.edges().isEmpty()) {
      sdk.diagnose(
          "gpio",
          "%s: the trigger %s of pin %d is not simulated: use an edge"
              .formatted(function, trigger, pin));
      return WicedResult.UNSUPPORTED;
    }
    WicedResult result =
        attempt(
            pin, function, line -> line.onEdge(trigger.edges(), _ -> interrupts.raise(handler)));
    return result == WicedResult.UNSUPPORTED ? WicedResult.ERROR : result;
  }

  private WicedResult write(int pin, String function, Level level, Object... arguments) {
    WicedResult result = attempt(pin, function, line -> line.write(level));
    // The real chip takes a write to an input, and nothing happens on the line.
    return returned(
        pin, function, result == WicedResult.ERROR ? WicedResult.SUCCESS : result, arguments);
  }

  private WicedResult on(
      int pin, String function, Consumer<DigitalPin> operation, Object... arguments) {
    return returned(pin, function, attempt(pin, function, operation), arguments);
  }

  private WicedResult returned(int pin, String function, WicedResult result, Object... arguments) {
    return sdk.returned(
        function, result, Stream.concat(Stream.of(pin), Stream.of(arguments)).toArray());
  }

  private WicedResult attempt(int pin, String function, Consumer<DigitalPin> operation) {
    try {
      operation.accept(sdk.board().pin(pin));
      return WicedResult.SUCCESS;
    } catch (PinException e) {
      sdk.diagnose("gpio", function + ": " + e.getMessage());
      return switch (e.kind()) {
        case NO_SUCH_PIN -> WicedResult.BADARG;
        case NOT_CONFIGURED -> WicedResult.UNSUPPORTED;
        case WRONG_DIRECTION -> WicedResult.ERROR;
      };
    }
  }
}
