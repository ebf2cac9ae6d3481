package org.wicedsim.wicedc;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One frame of the stack of a firmware that has crashed.
///
/// @param name of the function, or of the library it is in; may be empty
/// @param line of the firmware's source; null for what the firmware did not write
record CrashFrame(String name, @Nullable SourceLine line) {
  private static final Set<String> HEAP =
      Set.of("malloc", "calloc", "realloc", "free", "cfree", "__libc_free", "__libc_malloc");

  private static final String OWN_OBJECT = "app";

  /// Reads `frame app 0x1234` or `frame libc.so.6 strlen 0x2a`.
  ///
  /// @param exact whether the address is where it happened, and not where a call returns to
  /// @return empty for a line that makes no sense
  static Optional<CrashFrame> of(String[] words, boolean exact, SourceLines lines) {
    try {
      if (words.length == 3 && words[1].equals(OWN_OBJECT)) {
        long offset = Long.decode(words[2]);
        Optional<SourceLine> found = lines.at(exact ? offset : offset - 1);
        return found.map(
            line -> new CrashFrame(line.function(), line.place().isEmpty() ? null : line));
      }
      if (words.length == 4) {
        return Optional.of(new CrashFrame(words[2].equals("?") ? words[1] : words[2], null));
      }
    } catch (NumberFormatException _) {
      // Cut short.
    }
    return Optional.empty();
  }

  /// Whether it stands in the firmware's source.
  boolean isFirmware() {
    return line != null;
  }

  /// Whether it is one of the functions that look after the heap.
  boolean isOfHeap() {
    return line == null && HEAP.contains(name);
  }

  /// Such as `sendData (app.c:43)`.
  @Override
  public String toString() {
    return line == null ? name : "%s (%s)".formatted(name, line.place());
  }
}
