package org.wicedsim.hal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The resources file system of a board (SPEC 2.4): read-only files, found by path or by symbol.
///
/// Files that the simulator makes itself (the class certificate of SPEC 2.8) come first, then the
/// folders in the order given. Nothing outside these folders can be reached: a path with `.`, `..`
/// or an empty part names nothing, and of symbolic links only those to a file in the same resources
/// folder are followed.
public final class Resources {
  /// The largest file that is read, twice the flash memory of the course's board.
  static final int MAX_OCTETS = 16 * 1024 * 1024;

  private static final String FOLDER = "resources";
  private static final String ROOT = FOLDER + "/";

  private final List<Path> looseFolders;
  private final List<Path> folders;
  private final Map<String, Octets> made;

  /// @param folders each a `resources/` folder, the first one wins; a folder that does not exist is
  ///   empty
  /// @param made files by path below `resources/` that need no folder
  public Resources(List<Path> folders, Map<String, Octets> made) {
    this(List.of(), folders, made);
  }

  private Resources(List<Path> looseFolders, List<Path> folders, Map<String, Octets> made) {
    this.looseFolders = List.copyOf(looseFolders);
    this.folders = List.copyOf(folders);
    this.made = Map.copyOf(made);
  }

  /// The resources of an application (SPEC 2.4): in its folder, in its own `resources/`, in that of
  /// its nearest ancestor that has one (the SDK's `$(SOURCE_ROOT)`), in the installation's.
  ///
  /// What lies in the application's folder beside `resources/` is found by its path alone, and not
  /// listed: that folder may be any, with all that lies below it.
  ///
  /// @param application the folder of its source
  /// @param installation the `resources/` folder that ships with the simulator
  /// @param made files by path below `resources/` that need no folder
  public static Resources ofApplication(
      Path application, Path installation, Map<String, Octets> made) {
    Path folder = application.toAbsolutePath().normalize();
    List<Path> folders = new ArrayList<>();
    folders.add(folder.resolve(FOLDER));
    Stream.iterate(folder.getParent(), Objects::nonNull, Path::getParent)
        .map(ancestor -> ancestor.resolve(FOLDER))
        .filter(Files::isDirectory)
        .findFirst()
        .ifPresent(folders::add);
    folders.add(installation);
    return new Resources(List.of(folder), folders, made);
  }

  /// The symbol that C code uses for a path: `apps/httpbin_org/ca.pem` gives
  /// `resources_apps_DIR_httpbin_org_DIR_ca_pem`.
  public static String symbolOf(String path) {
    return "resources_" + path.replace("/", "_DIR_").replace('.', '_').replace('-', '_');
  }

  /// The resource with this path below `resources/`; a leading `resources/` may be left out.
  ///
  /// @throws UncheckedIOException when the file is there but cannot be read
  public Optional<Resource> find(String path) {
    return open(path.startsWith(ROOT) ? path.substring(ROOT.length()) : path);
  }

  /// The resource with this symbol, see [#symbolOf(String)].
  ///
  /// @throws IllegalStateException when two paths have this symbol; the message names both
  /// @throws UncheckedIOException when a folder or the file cannot be read
  public Optional<Resource> findSymbol(String symbol) {
    List<String> named =
        paths().stream().filter(path -> symbolOf(path).equals(symbol)).limit(2).toList();
    if (named.size() > 1) {
      throw new IllegalStateException(
          "the resources %s and %s have one symbol, %s: rename one of them"
              .formatted(named.getFirst(), named.getLast(), symbol));
    }
    return named.stream().findFirst().flatMap(this::open);
  }

  /// The paths of all resources, sorted.
  ///
  /// @throws UncheckedIOException when a folder cannot be read
  public NavigableSet<String> paths() {
    NavigableSet<String> paths = new TreeSet<>(made.keySet());
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        addPaths(folder, paths);
      }
    }
    return paths;
  }

  private static void addPaths(Path folder, NavigableSet<String> paths) {
    try {
      Path root = folder.toRealPath();
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> isResource(root, file))
            .map(file -> pathOf(root, file))
            .forEach(paths::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resources folder " + folder, e);
    }
  }

  private Optional<Resource> open(String path) {
    Octets octets = made.get(path);
    if (octets != null) {
      return Optional.of(new Resource(path, octets));
    }
    return Stream.concat(looseFolders.stream(), folders.stream())
        .filter(Files::isDirectory)
        .flatMap(folder -> locate(folder, path).stream())
        .findFirst()
        .map(file -> new Resource(path, read(file)));
  }

  private static Optional<Path> locate(Path folder, String path) {
    try {
      Path root = folder.toRealPath();
      Path file = root.resolve(path).normalize();
      boolean found = pathOf(root, file).equals(path) && isResource(root, file);
      return found ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resources folder " + folder, e);
    }
  }

  /// Whether `file` is a file in `root`, or a link to one that lies in a folder that is none.
  private static boolean isResource(Path root, Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return false;
      }
      Path parent = Objects.requireNonNull(file.getParent());
      return parent.toRealPath().equals(parent) && file.toRealPath().startsWith(root);
    } catch (IOException _) {
      // It went away this moment.
      return false;
    }
  }

  private static String pathOf(Path root, Path file) {
    return StreamSupport.stream(root.relativize(file).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static Octets read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(MAX_OCTETS + 1);
      if (octets.length > MAX_OCTETS) {
        throw new IOException("it is larger than %d octets".formatted(MAX_OCTETS));
      }
      return Octets.of(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read the resource %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
