package org.wicedsim.hal;

/// A board file or a LAN file that cannot be used. The message names the file, line and column,
/// what stands there and what was expected.
public final class BoardFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param line from 1
  /// @param column from 1
  public BoardFileException(String file, int line, int column, String problem) {
    super("%s:%d:%d: %s".formatted(file, line, column, problem));
  }

  /// For a file that could not even be read.
  public BoardFileException(String file, String problem) {
    super("%s: %s".formatted(file, problem));
  }
}
