package org.wicedsim.scenario;

import java.util.List;

/// How the run of a script ended.
public sealed interface Outcome {
  /// Every step was run, and every expectation was met.
  record Passed() implements Outcome {}

  /// The script said `quit`; every expectation before it was met.
  record Quit(PlacedStep at) implements Outcome {}

  /// An expectation was not met in time; what follows it was not run.
  ///
  /// @param file the script's name
  /// @param expected the step as a script writes it, times included
  /// @param seen what of this kind was seen instead, a line each, with the board's time in seconds
  /// @param atNanos the board's time when it was given up
  record Failed(String file, PlacedStep at, String expected, List<String> seen, long atNanos)
      implements Outcome {
    private static final String SEEN = "  seen: ";

    public Failed {
      seen = List.copyOf(seen);
    }

    /// Some lines for people: `file:line:column`, what was expected, what was seen, and when.
    public String report() {
      return "%s:%d:%d: expected %s; given up at %s\n"
              .formatted(file, at.line(), at.column(), expected, Sighting.seconds(atNanos))
          + SEEN
          + String.join("\n" + " ".repeat(SEEN.length()), seen);
    }
  }

  /// The thread was interrupted before or during this step.
  record Interrupted(PlacedStep at) implements Outcome {}
}
