package org.wicedsim.wicedc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wicedsim.hal.BoardDescription;

/// Finds out what a user means by the path of an application.
///
/// @param installation `$(SOURCE_ROOT)` where no folder above the application holds `resources/`
record ApplicationFinder(BoardDescription board, Path installation, Consumer<String> notes) {
  static final String MAKEFILE_ENDING = ".mk";
  static final String SOURCE_ENDING = ".c";

  /// The application at a path: a folder with a makefile, a makefile, or a source file.
  Application find(Path given) throws BuildException {
    Path path = given.toAbsolutePath().normalize();
    if (Files.isDirectory(path)) {
      return ofMakefile(makefileIn(path, given));
    }
    if (!Files.isRegularFile(path)) {
      throw bad("%s: there is no such file or folder: check the name".formatted(given));
    }
    if (nameOf(path).endsWith(MAKEFILE_ENDING)) {
      return ofMakefile(path);
    }
    if (nameOf(path).endsWith(SOURCE_ENDING)) {
      return ofSource(path);
    }
    throw bad(
        "%s is no application: expected a folder with a makefile, a .mk file, or a .c file"
            .formatted(given));
  }

  private Application ofMakefile(Path makefile) throws BuildException {
    Path folder = folderOf(makefile);
    SourceRoot root = SourceRoot.of(folder, installation);
    return new ApplicationReader(makefile, root, board, notes).read();
  }

  private Application ofSource(Path source) throws BuildException {
    Path folder = folderOf(source);
    List<Path> makefiles = makefilesIn(folder);
    for (Path makefile : makefiles) {
      notes.accept(
          "%s is built alone; to build it as %s says, name the makefile instead"
              .formatted(nameOf(source), nameOf(makefile)));
    }
    SourceRoot root = SourceRoot.of(folder, installation);
    String name = nameOf(source);
    return new Application(
        name.substring(0, name.length() - SOURCE_ENDING.length()),
        folder,
        List.of(source),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new ResourceList(root).all(List.of(), name),
        SecurityFile.NONE,
        SecurityFile.NONE,
        null,
        null);
  }

  private static Path makefileIn(Path folder, Path given) throws BuildException {
    List<Path> makefiles = makefilesIn(folder);
    if (makefiles.size() == 1) {
      return makefiles.getFirst();
    }
    Path own = folder.resolve(nameOf(folder) + MAKEFILE_ENDING);
    if (makefiles.contains(own)) {
      return own;
    }
    throw bad(
        makefiles.isEmpty()
            ? "%s has no makefile: expected %s, or name a .c file".formatted(given, nameOf(own))
            : "%s has several makefiles: name one of %s"
                .formatted(
                    given,
                    makefiles.stream()
                        .map(ApplicationFinder::nameOf)
                        .collect(Collectors.joining(", "))));
  }

  private static List<Path> makefilesIn(Path folder) throws BuildException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> nameOf(file).endsWith(MAKEFILE_ENDING) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new BuildException(
          BuildException.Kind.BAD_APPLICATION,
          "the folder %s cannot be read: %s".formatted(folder, e.getMessage()),
          e);
    }
  }

  static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  private static BuildException bad(String message) {
    return new BuildException(BuildException.Kind.BAD_APPLICATION, message);
  }
}
