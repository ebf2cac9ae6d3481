package org.wicedsim.hal;

/// An LED on a line: tells when its light changes.
final class VirtualLed {
  private final int number;
  private final Level lit;
  private final EventStream events;
  // Guarded by the pin.
  private double percent;
  private boolean pulsed;

  VirtualLed(int number, BoardDescription.Led wiring, EventStream events) {
    this.number = number;
    lit = wiring.lit();
    percent = wiring.boot() == lit ? VirtualPin.WHOLE : 0;
    this.events = events;
  }

  /// The level of the line at which it shines.
  Level lit() {
    return lit;
  }

  /// Called with the pin locked, whenever the line may have changed.
  ///
  /// @param litPercent for how much of the time the line has the level at which it shines
  /// @param pulses whether pulses drive the line
  void onLine(double litPercent, boolean pulses) {
    boolean switched = litPercent > 0 != percent > 0;
    boolean dimmed = (pulses || pulsed) && (pulses != pulsed || litPercent != percent);
    percent = litPercent;
    pulsed = pulses;
    if (switched && events.isObserved()) {
      events.publish(new HalEvent.LedLight(number, litPercent > 0));
    }
    if (dimmed && events.isObserved()) {
      events.publish(new HalEvent.LedBrightness(number, litPercent));
    }
  }
}
