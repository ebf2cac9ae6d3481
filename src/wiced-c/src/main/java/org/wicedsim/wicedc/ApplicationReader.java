package org.wicedsim.wicedc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.BoardDescription;

/// Reads what a makefile says of its application.
final class ApplicationReader {
  private final Path file;
  private final SourceRoot root;
  private final BoardDescription board;
  private final Consumer<String> notes;

  ApplicationReader(
      Path makefile, SourceRoot root, BoardDescription board, Consumer<String> notes) {
    this.file = makefile;
    this.root = root;
    this.board = board;
    this.notes = notes;
  }

  Application read() throws BuildException {
    Makefile makefile = Makefile.read(file, given(), notes);
    String name = makefile.value("NAME");
    if (name.isEmpty()) {
      throw bad(makefile, "NAME", "NAME has no value: expected a line such as NAME := App_Client");
    }
    new MakefileReview(makefile, name, notes).checkTarget(board.name());
    ResourceList resources = new ResourceList(root);
    List<String> listed = makefile.words(name + "_RESOURCES");
    Application application =
        new Application(
            name,
            root.folder(),
            sources(makefile, name + "_SOURCES"),
            includes(makefile, name),
            ShellWords.of(makefile.value("GLOBAL_DEFINES")),
            ShellWords.of(makefile.value(name + "_DEFINES")),
            flags(makefile, name + "_CFLAGS"),
            resources.all(listed, makefile.placeOf(name + "_RESOURCES")),
            securityFile(makefile, "CERTIFICATE"),
            securityFile(makefile, "PRIVATE_KEY"),
            optionalFile(makefile, "WIFI_CONFIG_DCT_H"),
            optionalFile(makefile, "APPLICATION_DCT"));
    new MakefileReview(makefile, name, notes).noteTheRest();
    return application;
  }

  /// What the SDK's own makefiles have set before they read the application's.
  private Map<String, String> given() {
    return Map.ofEntries(
        Map.entry("SOURCE_ROOT", root.variable()),
        Map.entry("CURDIR", root.folder().toString()),
        Map.entry("APP", ApplicationFinder.nameOf(root.folder())),
        Map.entry("PLATFORM", board.name()),
        Map.entry("RTOS", "ThreadX"),
        Map.entry("NETWORK", "NetX_Duo"),
        Map.entry("BUILD_TYPE", "debug"),
        Map.entry("HOST_OS", "Linux64"));
  }

  private List<Path> sources(Makefile makefile, String variable) throws BuildException {
    List<Path> sources = new ArrayList<>();
    for (String word : makefile.words(variable)) {
      if (!word.endsWith(ApplicationFinder.SOURCE_ENDING)) {
        throw bad(
            makefile, variable, "%s is no C source: expected names that end in .c".formatted(word));
      }
      sources.add(existing(makefile, variable, word));
    }
    if (sources.isEmpty()) {
      throw bad(
          makefile,
          variable,
          "$(NAME)_SOURCES has no value: expected a line such as $(NAME)_SOURCES := app.c");
    }
    return sources.stream().distinct().toList();
  }

  private List<Path> includes(Makefile makefile, String name) throws BuildException {
    List<Path> folders = new ArrayList<>();
    for (String variable : List.of(name + "_INCLUDES", "GLOBAL_INCLUDES")) {
      for (String word : makefile.words(variable)) {
        Path folder = resolved(makefile, variable, word);
        if (Files.isDirectory(folder)) {
          folders.add(folder);
        } else {
          notes.accept(
              "%s: there is no folder %s: nothing is included from it"
                  .formatted(makefile.placeOf(variable), word));
        }
      }
    }
    return folders.stream().distinct().toList();
  }

  /// Flags for the board's processor mean nothing on this one.
  private List<String> flags(Makefile makefile, String variable) throws BuildException {
    Map<Boolean, List<String>> flags =
        ShellWords.of(makefile.value(variable)).stream()
            .collect(
                Collectors.partitioningBy(flag -> flag.matches("-m(cpu|arch|thumb|fpu|float).*")));
    flags
        .getOrDefault(true, List.of())
        .forEach(flag ->
            notes.accept(
                "%s: %s is for the board's processor: left out"
                    .formatted(makefile.placeOf(variable), flag)));
    return flags.getOrDefault(false, List.of());
  }

  private SecurityFile securityFile(Makefile makefile, String variable) throws BuildException {
    String value = makefile.value(variable);
    if (value.isEmpty()) {
      return SecurityFile.NONE;
    }
    // A path that does not begin with $(SOURCE_ROOT) is relative to it, as make runs there.
    Path path = root.root().resolve(parsed(makefile, variable, value)).normalize();
    Path resources = root.root().resolve(SourceRoot.RESOURCES);
    if (path.startsWith(resources) && !path.equals(resources)) {
      String below = resources.relativize(path).toString();
      if (new ResourceList(root).has(below)) {
        return SecurityFile.inResources(below);
      }
    } else if (Files.isRegularFile(path)) {
      return SecurityFile.inFile(path.toString());
    } else if (Files.isRegularFile(root.folder().resolve(value))) {
      return SecurityFile.inFile(root.folder().resolve(value).normalize().toString());
    }
    throw bad(
        makefile,
        variable,
        "%s: there is no file %s: put it there, or change the name".formatted(variable, path));
  }

  private @Nullable Path optionalFile(Makefile makefile, String variable) throws BuildException {
    String value = makefile.value(variable);
    return value.isEmpty() ? null : existing(makefile, variable, value);
  }

  private Path existing(Makefile makefile, String variable, String word) throws BuildException {
    Path path = resolved(makefile, variable, word);
    if (!Files.isRegularFile(path)) {
      throw bad(
          makefile,
          variable,
          "%s: there is no file %s in %s: check the name"
              .formatted(variable, word, Objects.requireNonNull(path.getParent())));
    }
    return path;
  }

  private Path resolved(Makefile makefile, String variable, String word) throws BuildException {
    return root.folder().resolve(parsed(makefile, variable, word)).normalize();
  }

  private Path parsed(Makefile makefile, String variable, String word) throws BuildException {
    try {
      return Path.of(word);
    } catch (java.nio.file.InvalidPathException e) {
      throw bad(makefile, variable, "'%s' is no path".formatted(word));
    }
  }

  private static BuildException bad(Makefile makefile, String variable, String message) {
    return new BuildException(
        BuildException.Kind.BAD_APPLICATION, makefile.placeOf(variable) + ": " + message);
  }
}
