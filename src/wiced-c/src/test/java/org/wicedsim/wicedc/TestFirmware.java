package org.wicedsim.wicedc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The C programs of `src/test/firmware`.
final class TestFirmware {
  /// The folder of all of them.
  static final Path FOLDER = Path.of("src/test/firmware").toAbsolutePath();

  private TestFirmware() {}

  /// The folders that hold a program, as paths below [#FOLDER], sorted.
  static List<String> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".mk"))
          .map(file -> FOLDER.relativize(Objects.requireNonNull(file.getParent())).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
