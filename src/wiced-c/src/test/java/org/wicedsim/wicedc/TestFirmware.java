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

  /// The first line of a program's source that holds a text, such as the comment that marks where
  /// it crashes, as the simulator names it: `null_pointer.c:21`.
  ///
  /// @param program such as `zoo/null_pointer`, whose source has the same name
  static String site(String program, String text) {
    Path source = FOLDER.resolve(program).resolve(Path.of(program).getFileName() + ".c");
    try {
      List<String> lines = Files.readAllLines(source);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(text)) {
          return "%s:%d".formatted(source.getFileName(), i + 1);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException("%s has no line with '%s'".formatted(source, text));
  }

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
