package org.wicedsim.wiced;

/// Unwinds a thread of the firmware when its board is switched off, or the thread is deleted. An
/// error, so that firmware that catches exceptions does not survive its board. Firmware never
/// throws it, and a binding to another language lets it fly.
public final class PowerOff extends Error {
  private static final long serialVersionUID = 1L;

  PowerOff() {
    super("the board was switched off", null, false, false);
  }

  /// For a thread that was interrupted while it waited. It stays interrupted: a `finally` block of
  /// the firmware that waits again, as deleting a socket does, must not hold the thread up.
  static PowerOff ofThisThread() {
    Thread.currentThread().interrupt();
    return new PowerOff();
  }
}
