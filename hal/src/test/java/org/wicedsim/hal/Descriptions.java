package org.wicedsim.hal;

/// Board descriptions for tests.
final class Descriptions {
  private Descriptions() {}

  /// The course's board.
  static BoardDescription course() {
    try {
      return BoardFile.shipped(BoardFile.DEFAULT);
    } catch (BoardFileException e) {
      throw new AssertionError(e);
    }
  }
}
