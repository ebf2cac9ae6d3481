package org.wicedsim.wiced;

/// Unwinds a thread of the firmware when its board is switched off. An error, so that firmware that
/// catches exceptions does not survive its board.
final class PowerOff extends Error {
  private static final long serialVersionUID = 1L;

  PowerOff() {
    super("the board was switched off", null, false, false);
  }
}
