package org.wicedsim.scenario;

/// Why a script cannot be run. `toString` is `file:line:column: message`.
///
/// @param line from 1; 0 when the file cannot be read at all
/// @param column in characters, from 1; 0 when the file cannot be read at all
/// @param message names what stands there, and what was expected
public record Problem(String file, int line, int column, String message) {
  @Override
  public String toString() {
    return line == 0
        ? "%s: %s".formatted(file, message)
        : "%s:%d:%d: %s".formatted(file, line, column, message);
  }
}
