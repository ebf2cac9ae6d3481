package org.wicedsim.hal;

/// A PWM output of a virtual board.
record VirtualPwm(VirtualPin line) implements PwmOutput {
  @Override
  public int pin() {
    return line.number();
  }

  @Override
  public void drive(double highPercent) {
    line.pulse(highPercent);
  }

  @Override
  public void stop() {
    line.stopPulses();
  }
}
