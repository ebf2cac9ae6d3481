package org.wicedsim.hal;

/// How a pin is configured: direction, driver and pull resistor, as the WICED SDK's
/// `wiced_gpio_config_t` names them.
public enum PinMode {
  INPUT_PULL_UP,
  INPUT_PULL_DOWN,
  OUTPUT_PUSH_PULL,
  INPUT_HIGH_IMPEDANCE,
  OUTPUT_OPEN_DRAIN_NO_PULL,
  OUTPUT_OPEN_DRAIN_PULL_UP;

  /// Whether the pin drives its line.
  public boolean isOutput() {
    return switch (this) {
      case OUTPUT_PUSH_PULL, OUTPUT_OPEN_DRAIN_NO_PULL, OUTPUT_OPEN_DRAIN_PULL_UP -> true;
      case INPUT_PULL_UP, INPUT_PULL_DOWN, INPUT_HIGH_IMPEDANCE -> false;
    };
  }
}
