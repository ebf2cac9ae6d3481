package org.wicedsim.hal;

import java.time.Duration;

/// What hands and eyes can do with a board. Firmware never gets hold of it.
///
/// Buttons and LEDs count from 1 (SPEC 2.1). All methods may be called from any thread. On a board
/// that is switched off they have no effect.
public interface Levers {
  /// Presses a button and keeps it pressed; nothing happens when it is pressed already.
  ///
  /// @throws IllegalArgumentException when the board has no such button
  void press(int button);

  /// Lets go of a button; nothing happens when it is not pressed.
  ///
  /// @throws IllegalArgumentException when the board has no such button
  void release(int button);

  /// Presses a button now and lets go of it after `hold`, by the board's clock. Whatever touches
  /// the button meanwhile takes over: a press holds it, a release ends the tap, a tap begins anew.
  ///
  /// @throws IllegalArgumentException when the board has no such button
  void tap(int button, Duration hold);

  /// Whether a finger is on the button.
  ///
  /// @throws IllegalArgumentException when the board has no such button
  boolean isPressed(int button);

  /// Whether an LED shines.
  ///
  /// @throws IllegalArgumentException when the board has no such LED
  boolean isLit(int led);

  /// Types octets into the console's UART.
  void type(Octets octets);
}
