package org.wicedsim.cli.terminal;

/// The size of a terminal.
///
/// @param columns at least 0
/// @param rows at least 0
record Size(int columns, int rows) {
  /// What a terminal is taken for that does not tell its size.
  static final Size USUAL = new Size(80, 24);
}
