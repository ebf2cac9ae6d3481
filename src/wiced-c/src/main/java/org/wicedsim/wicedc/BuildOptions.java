package org.wicedsim.wicedc;

import java.nio.file.Path;
import java.util.Map;

/// How C firmware is built.
///
/// @param installation the folder that is `$(SOURCE_ROOT)` for an application that lies in no
///   folder with `resources/`
/// @param cache the folder of what was built before
/// @param compiler a command, as the variable CC has it; empty for gcc, or else clang
/// @param sanitize whether the address and undefined behaviour sanitizers watch the firmware
public record BuildOptions(Path installation, Path cache, String compiler, boolean sanitize) {
  /// As the variables CC and XDG_CACHE_HOME say, without sanitizers.
  ///
  /// @param environment as [System#getenv()] gives it
  public static BuildOptions of(Path installation, Map<String, String> environment) {
    String home = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches =
        home.isBlank() ? Path.of(System.getProperty("user.home", ""), ".cache") : Path.of(home);
    return new BuildOptions(
        installation,
        caches.resolve("wiced-sim").resolve("c"),
        environment.getOrDefault("CC", "").strip(),
        false);
  }

  /// The same with or without the sanitizers.
  public BuildOptions withSanitizers(boolean wanted) {
    return new BuildOptions(installation, cache, compiler, wanted);
  }
}
