package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.BoardFileException;

/// An application in a folder of a test, and what building it says.
final class CApplication {
  /// All tests share what is the same for all.
  private static final Path CACHE = Path.of("target", "c-cache").toAbsolutePath();

  private final Path folder;
  private final List<String> notes = new ArrayList<>();
  private BoardDescription board = shipped("course");
  private BuildOptions options;

  CApplication(Path folder) {
    this.folder = folder;
    options = new BuildOptions(folder.resolveSibling("installation"), CACHE, "gcc", false);
  }

  static BoardDescription shipped(String name) {
    try {
      return BoardFile.shipped(name);
    } catch (BoardFileException e) {
      throw new IllegalStateException(e);
    }
  }

  CApplication file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
    return this;
  }

  /// An `app.mk` that builds `app.c`, with further lines.
  CApplication makefile(String lines) throws IOException {
    return file("app.mk", "NAME := App_Test\n$(NAME)_SOURCES := app.c\n" + lines);
  }

  /// An `app.c` that includes wiced.h.
  CApplication source(String text) throws IOException {
    return file("app.c", "#include \"wiced.h\"\n" + text);
  }

  CApplication on(BoardDescription other) {
    board = other;
    return this;
  }

  CApplication with(BuildOptions other) {
    options = other;
    return this;
  }

  BuildOptions options() {
    return options;
  }

  List<String> notes() {
    return notes;
  }

  Path folder() {
    return folder;
  }

  Application read() throws BuildException {
    return new ApplicationFinder(board, options.installation(), notes::add).find(folder);
  }

  FirmwareImage build() throws BuildException {
    return build("");
  }

  /// @param name of a file in the folder; empty for the folder
  FirmwareImage build(String name) throws BuildException {
    notes.clear();
    return FirmwareBuild.build(folder.resolve(name), board, options, notes::add);
  }
}
