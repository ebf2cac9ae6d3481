package org.wicedsim.wicedc;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.wicedsim.hal.BoardDescription;

/// Builds C firmware, or finds it built.
public final class FirmwareBuild {
  private FirmwareBuild() {}

  /// Builds an application for a board. What is built already and has not changed starts no
  /// compiler.
  ///
  /// @param application a folder with a makefile, a makefile, or a `.c` file
  /// @param notes is told what the makefile says in vain, and what the compiler warns of; on the
  ///   calling thread, each time, also when the image is served from the cache
  /// @throws BuildException when it cannot be built; the message says why
  public static FirmwareImage build(
      Path application, BoardDescription board, BuildOptions options, Consumer<String> notes)
      throws BuildException {
    throw new UnsupportedOperationException(application + " is not built yet");
  }
}
