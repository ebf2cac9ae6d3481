package org.wicedsim.cli.cert;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.wicedsim.pki.PkiItem;

/// What a command reads: a file, or `-` for standard input.
///
/// @param name for messages
record Input(String name, List<PkiItem> items) {
  private static final Path STANDARD_INPUT = Path.of("-");

  /// Reads all of it.
  ///
  /// @throws org.wicedsim.pki.PkiException when it holds nothing that can be read
  static Input read(Path file) {
    if (file.equals(STANDARD_INPUT)) {
      String name = "standard input";
      InputStream in = System.in;
      return new Input(name, PkiItem.read(in, name));
    }
    return new Input(file.toString(), PkiItem.read(file));
  }
}
