package org.wicedsim.hal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The resources file system of a board (SPEC 2.4): read-only files, found by path or by symbol.
///
/// Files that the simulator makes itself (the class certificate of SPEC 2.8) come first, then the
/// folders in the order given. Nothing outside these folders can be reached.
public final class Resources {
  private final List<Path> folders;
  private final Map<String, Octets> made;

  /// @param folders each a `resources/` folder, the first one wins; a folder that does not exist is
  ///   empty
  /// @param made files by path that need no folder
  public Resources(List<Path> folders, Map<String, Octets> made) {
    this.folders = List.copyOf(folders);
    this.made = Map.copyOf(made);
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
    String name = path.startsWith("resources/") ? path.substring("resources/".length()) : path;
    Octets octets = made.get(name);
    if (octets != null) {
      return Optional.of(new Resource(name, octets));
    }
    for (Path folder : folders) {
      Path file = folder.resolve(name).normalize();
      if (file.startsWith(folder) && Files.isRegularFile(file)) {
        return Optional.of(new Resource(name, read(file)));
      }
    }
    return Optional.empty();
  }

  /// The resource with this symbol, see [#symbolOf(String)].
  ///
  /// @throws IllegalStateException when two paths have this symbol; the message names both
  /// @throws UncheckedIOException when a folder or the file cannot be read
  public Optional<Resource> findSymbol(String symbol) {
    Map<String, String> paths = new HashMap<>();
    for (String path : paths()) {
      String other = paths.putIfAbsent(symbolOf(path), path);
      if (other != null && symbolOf(path).equals(symbol)) {
        throw new IllegalStateException(
            "the resources %s and %s have one symbol, %s: rename one of them"
                .formatted(other, path, symbol));
      }
    }
    return Optional.ofNullable(paths.get(symbol)).flatMap(this::find);
  }

  /// The paths of all resources, sorted.
  ///
  /// @throws UncheckedIOException when a folder cannot be read
  public NavigableSet<String> paths() {
    NavigableSet<String> paths = new TreeSet<>(made.keySet());
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .forEach(paths::add);
        } catch (IOException e) {
          throw new UncheckedIOException("cannot read the resources folder " + folder, e);
        }
      }
    }
    return paths;
  }

  private static Octets read(Path file) {
    try {
      return Octets.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + file, e);
    }
  }
}
