package org.wicedsim.hal;

/// What happens on the board itself. Buttons and LEDs count from 1 (SPEC 2.1).
public sealed interface HalEvent extends Event {
  /// A finger pressed or released a button; its bounce is left out.
  record ButtonContact(int button, boolean pressed) implements HalEvent {}

  /// A line changed its level, behind the debounce where the line is a button's.
  record PinEdge(int pin, Level level) implements HalEvent {}

  /// An LED was lit or went out.
  record LedLight(int led, boolean lit) implements HalEvent {}

  /// Pulses began to dim an LED, dim it otherwise, or have ended (PWM).
  ///
  /// @param percent for how much of the time it shines now; beside it [LedLight] tells when it
  ///   begins to shine at all, and when it is dark
  record LedBrightness(int led, double percent) implements HalEvent {}

  /// The firmware sent octets to the console.
  record UartSent(Octets octets) implements HalEvent {}

  /// Somebody typed octets into the console.
  record UartTyped(Octets octets) implements HalEvent {}

  /// Octets were typed while the UART's receive buffer was full, and are lost.
  record UartOverrun(int lostOctets) implements HalEvent {}

  /// The simulator's own voice beside the console: what was misused, or what exactly went wrong and
  /// what to check (SPEC 3.6).
  ///
  /// @param code a stable name in kebab case, for scripts and graders
  record Diagnostic(String code, String message) implements HalEvent {}
}
