package org.wicedsim.wiced;

/// In which context a piece of the firmware runs.
enum Context {
  /// A thread, which may wait.
  THREAD("threads", "", ""),
  /// Interrupt handlers.
  INTERRUPT("interrupts", "interrupt-lost", "blocking-in-interrupt"),
  /// Timers' functions.
  TIMER("timers", "timer-lost", "blocking-in-timer");

  private final String threadName;
  private final String lostCode;
  private final String blockingCode;

  Context(String threadName, String lostCode, String blockingCode) {
    this.threadName = threadName;
    this.lostCode = lostCode;
    this.blockingCode = blockingCode;
  }

  /// The name of the thread that plays the context.
  String threadName() {
    return threadName;
  }

  /// The diagnostic for a handler that had no room to wait.
  String lostCode() {
    return lostCode;
  }

  /// The diagnostic for a call that waits where nothing may wait.
  String blockingCode() {
    return blockingCode;
  }
}
