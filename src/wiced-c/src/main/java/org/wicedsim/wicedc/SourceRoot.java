package org.wicedsim.wicedc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// Where an application lies, and what the makefiles of the SDK call `$(SOURCE_ROOT)` (SPEC 2.4).
///
/// @param folder of the application
/// @param root its nearest ancestor that holds `resources/`, or else the installation
/// @param installation the folder that holds the `resources/` of the simulator
record SourceRoot(Path folder, Path root, Path installation) {
  static final String RESOURCES = "resources";

  static SourceRoot of(Path folder, Path installation) {
    Path installed = installation.toAbsolutePath().normalize();
    Path root =
        Stream.iterate(folder.getParent(), Objects::nonNull, Path::getParent)
            .filter(ancestor -> Files.isDirectory(ancestor.resolve(RESOURCES)))
            .findFirst()
            .orElse(installed);
    return new SourceRoot(folder, root, installed);
  }

  /// The value of the makefile's variable: with a slash behind it.
  String variable() {
    return root.getNameCount() == 0 ? "/" : root + "/";
  }
}
