package org.wicedsim.wicedc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Waits for a debugger before the firmware starts, so that a breakpoint at its first line is met.
enum Debugger {
  /// Nobody wants to debug.
  NONE,
  /// The firmware starts when one is attached.
  EXPECTED;

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String TRACER = "TracerPid:";
  private static final long LOOK_EVERY_MS = 100;

  /// Returns at once, or when a debugger is attached; it holds the process until its user says go.
  void await(NativeLibrary library) {
    if (this == NONE) {
      return;
    }
    try {
      var _ = library.function("sim_allow_debugger").call();
      while (!isTraced()) {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
      }
    } catch (InterruptedException _) {
      // The board is switched off meanwhile.
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isTraced() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(TRACER))
          .anyMatch(line -> !line.substring(TRACER.length()).strip().equals("0"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
