package org.wicedsim.wicedc;

import java.util.Optional;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.PinMode;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.Gpio;
import org.wicedsim.wiced.IrqTrigger;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls about pins and LEDs. Slots begin with the number of the pin or the LED.
final class GpioCalls {
  private final Gpio gpio;
  private final Binding binding;
  private final NativeCode code;

  GpioCalls(Session session) {
    gpio = session.wiced().gpio();
    binding = session.binding();
    code = session.code();
  }

  /// Slots: pin, configuration.
  WicedResult init(Slots slots) {
    int mode = slots.int32(1);
    PinMode[] modes = PinMode.values();
    if (mode < 0 || mode >= modes.length) {
      return refuse(PlatformCall.WICED_GPIO_INIT, "wiced_gpio_config_t", slots, mode);
    }
    return gpio.init(pin(slots), modes[mode]);
  }

  WicedResult deinit(Slots slots) {
    return gpio.deinit(pin(slots));
  }

  WicedResult outputHigh(Slots slots) {
    return gpio.outputHigh(pin(slots));
  }

  WicedResult outputLow(Slots slots) {
    return gpio.outputLow(pin(slots));
  }

  boolean inputGet(Slots slots) {
    return gpio.inputGet(pin(slots));
  }

  /// Slots: pin, which makes place for the level.
  WicedResult inputGetBool(Slots slots) {
    Gpio.Input input = gpio.inputGetBool(pin(slots));
    slots.set(0, input.high() ? 1 : 0);
    return input.result();
  }

  /// Slots: pin, trigger, function, argument.
  WicedResult inputIrqEnable(Slots slots) {
    Optional<IrqTrigger> trigger = trigger(slots.int32(1));
    if (trigger.isEmpty()) {
      return refuse(
          PlatformCall.WICED_GPIO_INPUT_IRQ_ENABLE,
          "wiced_gpio_irq_trigger_t",
          slots,
          slots.int32(1));
    }
    long function = slots.get(2);
    long argument = slots.get(3);
    Runnable handler = function == 0 ? null : () -> code.call(function, argument, 0);
    return gpio.inputIrqEnable(pin(slots), trigger.get(), handler);
  }

  WicedResult inputIrqDisable(Slots slots) {
    return gpio.inputIrqDisable(pin(slots));
  }

  /// Slots: LED, whether it shall shine.
  WicedResult ledSetState(Slots slots) {
    int led = PlatformCalls.number(slots);
    int leds = binding.board().description().leds().size();
    if (led < 1 || led > leds) {
      binding.diagnose("gpio", "wiced_led_set_state: the board has no LED %d".formatted(led));
      return binding.returned(PlatformCall.WICED_LED_SET_STATE.function(), WicedResult.BADARG, led);
    }
    return gpio.ledSetState(led, slots.bool(1));
  }

  private WicedResult refuse(PlatformCall call, String type, Slots slots, int value) {
    binding.diagnose("gpio", "%s: %d is no %s".formatted(call.function(), value, type));
    return binding.returned(call.function(), WicedResult.BADARG, pin(slots), value);
  }

  /// What is no pin stays none: `WICED_GPIO_NONE` is the largest number.
  private static int pin(Slots slots) {
    int number = slots.int32(0);
    return number < 0 || number >= BoardDescription.PINS
        ? BoardDescription.PINS + 1
        : PlatformCalls.number(slots);
  }

  /// Each number is a bit, or two of them.
  private static Optional<IrqTrigger> trigger(int number) {
    return switch (number) {
      case 1 -> Optional.of(IrqTrigger.RISING_EDGE);
      case 2 -> Optional.of(IrqTrigger.FALLING_EDGE);
      case 3 -> Optional.of(IrqTrigger.BOTH_EDGES);
      case 4 -> Optional.of(IrqTrigger.LEVEL_HIGH);
      case 8 -> Optional.of(IrqTrigger.LEVEL_LOW);
      default -> Optional.empty();
    };
  }
}
