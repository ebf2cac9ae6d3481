package org.wicedsim.wicedc;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resources;

/// The resources that become symbols of an application (SPEC 2.4): all files of its own
/// `resources/` folder, and the further ones that its makefile lists.
record ResourceList(SourceRoot root) {
  /// What the simulator itself puts into the resources of a board (SPEC 2.8).
  private static final List<String> MADE =
      List.of("certificates/wwep_cert.pem", "certificates/wwep_privkey.pem");

  private static final String PREFIX = SourceRoot.RESOURCES + "/";

  /// The paths below `resources/`, sorted.
  ///
  /// @param listed by the makefile
  /// @param place of that list, for messages
  /// @throws BuildException when a listed one is not there, or two have one symbol
  List<String> all(List<String> listed, String place) throws BuildException {
    TreeSet<String> paths = new TreeSet<>(own());
    for (String path : listed) {
      paths.add(checked(path, place));
    }
    Map<String, String> symbols = new HashMap<>();
    for (String path : paths) {
      String other = symbols.put(Resources.symbolOf(path), path);
      if (other != null) {
        throw bad(
            "%s: the resources %s and %s have one symbol, %s: rename one of them"
                .formatted(place, other, path, Resources.symbolOf(path)));
      }
    }
    return List.copyOf(paths);
  }

  /// Whether a board of this application has the resource.
  boolean has(String path) throws BuildException {
    Map<String, Octets> made = new HashMap<>();
    MADE.forEach(name -> made.put(name, Octets.of(new byte[0])));
    Path installed = root.installation().resolve(SourceRoot.RESOURCES);
    try {
      return Resources.ofApplication(root.folder(), installed, made).find(path).isPresent();
    } catch (UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  private TreeSet<String> own() throws BuildException {
    Path folder = root.folder().resolve(SourceRoot.RESOURCES);
    try {
      return new TreeSet<>(new Resources(List.of(folder), Map.of()).paths());
    } catch (UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  private String checked(String listed, String place) throws BuildException {
    String below = root.root().resolve(PREFIX) + "/";
    String path = listed.startsWith(below) ? listed.substring(below.length()) : listed;
    path = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path;
    if (!has(path)) {
      throw bad(
          "%s: there is no resource %s: expected the file in %s or %s"
              .formatted(
                  place,
                  listed,
                  root.folder().resolve(SourceRoot.RESOURCES),
                  root.root().resolve(SourceRoot.RESOURCES)));
    }
    return path;
  }

  private static BuildException unreadable(UncheckedIOException e) {
    return new BuildException(
        BuildException.Kind.BAD_APPLICATION, Objects.requireNonNull(e.getMessage()), e);
  }

  private static BuildException bad(String message) {
    return new BuildException(BuildException.Kind.BAD_APPLICATION, message);
  }
}
