package org.wicedsim.scenario;

import java.util.List;

/// What a script's text turned out to be.
public sealed interface ParsedScript {
  /// A script that can be run.
  record Legal(Script script) implements ParsedScript {}

  /// No script; nothing of it may run.
  ///
  /// @param problems at least one, at most one a line, in the order of the lines
  record Refused(List<Problem> problems) implements ParsedScript {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
