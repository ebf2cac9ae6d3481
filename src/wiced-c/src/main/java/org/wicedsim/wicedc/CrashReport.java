package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.WicedEvent;

/// What the C side wrote when its firmware crashed (`shim/sim_crash.c`), made readable.
public final class CrashReport {
  private static final int SIGILL = 4;
  private static final int SIGTRAP = 5;
  private static final int SIGABRT = 6;
  private static final int SIGBUS = 7;
  private static final int SIGFPE = 8;
  private static final int SIGSEGV = 11;

  /// `si_code` of SIGFPE for a division by zero (sigaction(2)).
  private static final int FPE_INTDIV = 1;

  private int signal;
  private int code;
  private String thread = "";
  private String address = "";
  private String access = "";
  private boolean stackExhausted;
  private final List<CrashFrame> frames = new ArrayList<>();

  private CrashReport() {}

  /// Reads the report of a firmware that has crashed.
  ///
  /// @return empty when there is none, or nothing of use in it
  public static Optional<WicedEvent.FirmwareCrashed> read(Path file, FirmwareImage image) {
    try {
      SourceLines lines = SourceLines.read(image.lines());
      CrashReport report = new CrashReport();
      // A report may be cut anywhere, and what lies in names may be anything.
      Files.readString(file, StandardCharsets.ISO_8859_1)
          .lines()
          .forEach(line -> report.take(line, lines));
      return report.signal == 0 ? Optional.empty() : Optional.of(report.event());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private void take(String line, SourceLines lines) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "signal" -> signal = number(words);
      case "code" -> code = number(words);
      case "thread" -> thread = line.substring(Math.min(line.length(), "thread ".length()));
      case "address" -> address = words.length > 1 ? words[1] : "?";
      case "access" -> access = words.length > 1 ? words[1] : "?";
      case "stack-exhausted" -> stackExhausted = true;
      case "frame" -> CrashFrame.of(words, frames.isEmpty(), lines).ifPresent(frames::add);
      default -> {
        // "end", or what a second crash has left of a line.
      }
    }
  }

  private static int number(String[] words) {
    try {
      return words.length > 1 ? Integer.parseInt(words[1]) : 0;
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private WicedEvent.FirmwareCrashed event() {
    List<String> stack =
        frames.stream().filter(CrashFrame::isFirmware).map(CrashFrame::toString).toList();
    return new WicedEvent.FirmwareCrashed(thread, where() + what(), stack);
  }

  /// The place in the firmware, and what it had called if the crash happened there.
  private String where() {
    @Nullable CrashFrame called = null;
    for (CrashFrame frame : frames) {
      if (frame.isFirmware()) {
        return called == null
            ? "in %s: ".formatted(frame)
            : "in %s, called by %s: ".formatted(called.name(), frame);
      }
      if (!frame.name().isEmpty()) {
        called = isAbortsOwn(frame) ? null : frame;
      }
    }
    return "";
  }

  /// The C library's own way to an abort: which one it went is told by the cause.
  private boolean isAbortsOwn(CrashFrame frame) {
    return signal == SIGABRT && frame.name().startsWith("__");
  }

  private String what() {
    if (stackExhausted) {
      return "the stack of thread '%s' is exhausted: does a function call itself?"
          .formatted(thread);
    }
    return switch (signal) {
      case SIGSEGV, SIGBUS -> "address %s %s".formatted(address, done());
      case SIGFPE -> code == FPE_INTDIV ? "division by zero" : "arithmetic error";
      case SIGILL -> "illegal instruction";
      case SIGTRAP -> "trap";
      case SIGABRT -> aborted();
      default -> "signal " + signal;
    };
  }

  private String done() {
    return switch (access) {
      case "read" -> "read";
      case "write" -> "written";
      default -> "used";
    };
  }

  /// Who called abort, as far as the C library's frames tell.
  private String aborted() {
    for (CrashFrame frame : frames) {
      if (frame.name().equals("__stack_chk_fail") || frame.name().equals("__fortify_fail")) {
        return "an array on the stack was overrun";
      }
      if (frame.isOfHeap()) {
        return "the heap is corrupt: something was freed twice, or written beyond its end";
      }
    }
    return "aborted";
  }
}
