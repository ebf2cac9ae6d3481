package org.wicedsim.wiced;

/// A program for the board.
@FunctionalInterface
public interface Firmware {
  /// The entry point (`application_start`), in a thread of its own. It may return: threads, timers
  /// and interrupts that it started go on.
  void applicationStart(Wiced wiced);

  /// Whether this is native code: its threads are then threads of the machine, since native frames
  /// would keep a virtual thread on its carrier.
  default boolean isNative() {
    return false;
  }

  /// Whether its stdio is the console. If not (`WICED_DISABLE_STDIO`), what the SDK prints is lost,
  /// and the firmware opens the console's UART itself.
  default boolean hasStdio() {
    return true;
  }
}
