package org.wicedsim.hal;

import java.util.Optional;

/// A board as the firmware and the SDK see it: pins, console, storage, clock and events.
///
/// Before the firmware starts, the pins of buttons are inputs and those of LEDs are outputs, as on
/// the course's boards; all others are not configured.
///
/// What it does not promise: that pins keep electrical time beyond the debounce of buttons, or that
/// the console has a baud rate.
public interface Board extends AutoCloseable {
  /// What the board's file says of it.
  BoardDescription description();

  /// The address of the board's network interface.
  MacAddress macAddress();

  /// One of the board's pins.
  ///
  /// @throws PinException NO_SUCH_PIN
  DigitalPin pin(int number);

  /// A PWM output, from 1; empty when the board has nothing on it.
  Optional<PwmOutput> pwm(int output);

  /// The device at an address of an I2C bus, from 1; empty when nothing answers there.
  Optional<I2cDevice> i2c(int bus, int address);

  /// The console.
  Uart uart();

  /// The device configuration table (SPEC 2.3).
  Dct dct();

  /// The resources file system (SPEC 2.4).
  Resources resources();

  /// The board's time.
  Clock clock();

  /// What happens on the board.
  EventStream events();

  /// Switches the board off: LEDs go dark, pins are given back, whoever waits for the UART is
  /// interrupted, and nothing more happens on it. A second call does nothing.
  @Override
  void close();
}
