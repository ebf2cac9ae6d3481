package org.wicedsim.scenario;

/// Why a line is no command, and where in it.
final class Mistake extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /// @param offset of the character in its line, from 0
  Mistake(int offset, String message) {
    super(message);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }

  /// The message, which every mistake has.
  String text() {
    return String.valueOf(getMessage());
  }
}
