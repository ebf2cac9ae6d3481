package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wicedsim.wiced.WicedEvent;

/// A board process that ended without a report of its firmware's: what the JVM's own report and the
/// exit code tell.
final class JvmCrash {
  /// A shell's way to tell of a signal, which the JDK follows.
  private static final int SIGNALLED = 128;

  private static final String FRAME_FOLLOWS = "# Problematic frame:";
  private static final String SIGNAL = "siginfo: ";

  private JvmCrash() {}

  /// @param report the JVM's, which need not exist
  static WicedEvent.FirmwareCrashed of(int exitCode, Path report) {
    return new WicedEvent.FirmwareCrashed("", cause(exitCode, report), List.of());
  }

  private static String cause(int exitCode, Path report) {
    String ended =
        exitCode > SIGNALLED
            ? "the board process was ended by signal %d".formatted(exitCode - SIGNALLED)
            : "the board process ended with exit code %d".formatted(exitCode);
    try {
      List<String> lines = Files.readAllLines(report, StandardCharsets.ISO_8859_1);
      int frame = lines.indexOf(FRAME_FOLLOWS) + 1;
      String where = frame > 0 && frame < lines.size() ? lines.get(frame).substring(1).strip() : "";
      String signal =
          lines.stream()
              .filter(line -> line.startsWith(SIGNAL))
              .map(line -> line.substring(SIGNAL.length()))
              .findFirst()
              .orElse(ended);
      return where.isEmpty() ? signal : "in %s: %s".formatted(where, signal);
    } catch (IOException _) {
      return ended;
    }
  }
}
