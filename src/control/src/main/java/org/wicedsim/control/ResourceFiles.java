package org.wicedsim.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resources;

/// Where a board's resources come from (SPEC 2.4), so that a board in any process finds the same.
///
/// @param application the folder of the application's sources; null for firmware that has none
/// @param installation the `resources/` folder that ships with the simulator
/// @param made files by path below `resources/` that need no folder; one may be a private key
public record ResourceFiles(
    @Nullable Path application, Path installation, Map<String, Octets> made) {
  public ResourceFiles {
    made = Map.copyOf(made);
  }

  /// The resources file system.
  public Resources open() {
    return application == null
        ? new Resources(List.of(installation), made)
        : Resources.ofApplication(application, installation, made);
  }

  /// Names the files that were made; never what they hold.
  @Override
  public String toString() {
    return "ResourceFiles[application=%s, installation=%s, made=%s]"
        .formatted(application, installation, made.keySet());
  }
}
