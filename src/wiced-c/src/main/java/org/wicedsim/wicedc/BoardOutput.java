package org.wicedsim.wicedc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.wiced.WicedEvent;

/// What a board process prints past its board (the firmware's own prints are the board's console):
/// findings of the sanitizers, the C library's last words, and the JVM's. Each becomes a
/// diagnostic; nothing blocks the process, and nothing grows without end.
final class BoardOutput {
  /// The longest line; what is longer is cut.
  static final int MAX_LINE_OCTETS = 4_096;

  /// How many lines are told of.
  static final int MAX_LINES = 1_000;

  private static final Pattern UNDEFINED =
      Pattern.compile("(?<file>[^:]+):(?<line>\\d+):\\d+: runtime error: (?<what>.*)");

  /// A crash of the JVM itself, which is told of otherwise.
  private static final String JVM_REPORT = "#";

  private final InputStream in;
  private final SanitizerReport sanitizer = new SanitizerReport();
  private final List<String> kept = new ArrayList<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private @Nullable Consumer<HalEvent.Diagnostic> listener;
  private int lines;

  private BoardOutput(InputStream in) {
    this.in = in;
  }

  /// Reads from now on, on a thread of its own.
  ///
  /// @param in the process's output and errors
  static BoardOutput of(InputStream in) {
    BoardOutput output = new BoardOutput(in);
    Thread.ofPlatform().daemon().name("board-output").start(output::readAll);
    return output;
  }

  /// Tells `to` what was found so far, and what is found from now on.
  synchronized void tell(Consumer<HalEvent.Diagnostic> to) {
    listener = to;
    kept.forEach(line -> to.accept(diagnostic(line)));
    kept.clear();
  }

  /// The lines that nobody was told of.
  synchronized String words() {
    return String.join("\n", kept);
  }

  /// What the address sanitizer has found; empty when nothing.
  synchronized Optional<WicedEvent.FirmwareCrashed> crash() {
    return sanitizer.crash();
  }

  /// Completes behind the last line.
  CompletableFuture<Void> ended() {
    return ended;
  }

  private void readAll() {
    byte[] line = new byte[MAX_LINE_OCTETS];
    int length = 0;
    try (in) {
      byte[] read = new byte[MAX_LINE_OCTETS];
      for (int count = in.read(read); count >= 0; count = in.read(read)) {
        for (int i = 0; i < count; i++) {
          if (read[i] == '\n') {
            take(new String(line, 0, length, StandardCharsets.UTF_8));
            length = 0;
          } else if (length < line.length) {
            line[length++] = read[i];
          }
        }
      }
    } catch (IOException _) {
      // The process is gone.
    }
    if (length > 0) {
      take(new String(line, 0, length, StandardCharsets.UTF_8));
    }
    ended.complete(null);
  }

  private synchronized void take(String line) {
    boolean before = sanitizer.found().isPresent();
    if (sanitizer.take(line)) {
      return;
    }
    if (line.isBlank() || (line.startsWith(JVM_REPORT) && listener != null)) {
      return;
    }
    lines++;
    if (lines > MAX_LINES || before) {
      return;
    }
    if (listener == null) {
      kept.add(line);
    } else {
      listener.accept(lines == MAX_LINES ? tooMuch() : diagnostic(line));
    }
  }

  private static HalEvent.Diagnostic diagnostic(String line) {
    Matcher undefined = UNDEFINED.matcher(line);
    return undefined.matches()
        ? new HalEvent.Diagnostic(
            "undefined-behaviour",
            "%s:%s: %s"
                .formatted(
                    undefined.group("file"), undefined.group("line"), undefined.group("what")))
        : new HalEvent.Diagnostic("board-process", line);
  }

  private static HalEvent.Diagnostic tooMuch() {
    return new HalEvent.Diagnostic(
        "board-process", "more than %d lines: the rest is not shown".formatted(MAX_LINES));
  }
}
