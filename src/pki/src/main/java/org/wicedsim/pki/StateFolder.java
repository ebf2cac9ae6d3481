package org.wicedsim.pki;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Where this installation keeps what it made for one user.
public final class StateFolder {
  private static final String NAME = "wiced-sim";

  private StateFolder() {}

  /// The folder `wiced-sim` in `XDG_STATE_HOME`, else in `~/.local/state`, on macOS in
  /// `~/Library/Application Support`; it need not exist.
  ///
  /// As the XDG rules demand, a relative path counts as not set.
  ///
  /// @param environment the process's environment, as of `System.getenv()`
  /// @param system the system properties `os.name` and `user.home`, as of `System.getProperties()`
  /// @throws PkiException if neither a state folder nor a home folder is known
  public static Path of(Map<String, String> environment, Properties system) {
    return absolute(environment.get("XDG_STATE_HOME"))
        .or(() -> home(environment, system).map(home -> home.resolve(inHome(system))))
        .map(folder -> folder.resolve(NAME))
        .orElseThrow(() ->
            new PkiException(
                "No folder for this user's state: set XDG_STATE_HOME or HOME to an absolute path"));
  }

  private static Optional<Path> home(Map<String, String> environment, Properties system) {
    return absolute(environment.get("HOME")).or(() -> absolute(system.getProperty("user.home")));
  }

  private static String inHome(Properties system) {
    String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return os.startsWith("mac") ? "Library/Application Support" : ".local/state";
  }

  private static Optional<Path> absolute(@Nullable String path) {
    try {
      return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
