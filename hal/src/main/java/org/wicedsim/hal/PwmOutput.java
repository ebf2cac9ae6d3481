package org.wicedsim.hal;

/// An output that drives a pin with pulses, which are faster than the eye and than anything that is
/// told of: an LED on the pin is dimmed.
///
/// It has no effect while its pin is configured as a digital pin.
public interface PwmOutput {
  /// The pin that it drives, in the board's own numbering.
  int pin();

  /// Lets the line be high for a part of the time, from now on.
  ///
  /// @param highPercent 0 to 100
  void drive(double highPercent);

  /// Lets go of the line.
  void stop();
}
