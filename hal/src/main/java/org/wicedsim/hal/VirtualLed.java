package org.wicedsim.hal;

/// An LED on a line: tells when its light changes.
final class VirtualLed {
  private final int number;
  private final Level lit;
  private final EventStream events;

  VirtualLed(int number, Level lit, EventStream events) {
    this.number = number;
    this.lit = lit;
    this.events = events;
  }

  void onLevel(Level level) {
    if (events.isObserved()) {
      events.publish(new HalEvent.LedLight(number, level == lit));
    }
  }
}
