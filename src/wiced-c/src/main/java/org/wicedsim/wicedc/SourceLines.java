package org.wicedsim.wicedc;

import java.nio.file.Path;
import java.util.Optional;

/// Which line of source stands behind an address of a built firmware.
public final class SourceLines {
  private SourceLines() {}

  /// The line table that belongs to an image.
  ///
  /// @param file [FirmwareImage#lines()]
  public static SourceLines read(Path file) {
    throw new UnsupportedOperationException(file + " is not read yet");
  }

  /// The line of the instruction at this place; a return address minus one for the call before it.
  ///
  /// @param offset from the start of the shared object as it is loaded
  /// @return empty where neither line nor function is known
  public Optional<SourceLine> at(long offset) {
    throw new UnsupportedOperationException("no line at " + offset + " yet");
  }
}
