package org.wicedsim.scenario;

import java.util.List;

/// A script that can be run: every step is legal for the board it was parsed for.
///
/// @param file its name, for messages; `-` is standard input
public record Script(String file, List<PlacedStep> steps) {
  public Script {
    steps = List.copyOf(steps);
  }
}
