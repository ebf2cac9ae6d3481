package org.wicedsim.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StateFolderTest {
  @Test
  void theVariableForStateWins() {
    assertThat(of(Map.of("XDG_STATE_HOME", "/state", "HOME", "/home/a"), "Linux", "/home/b"))
        .isEqualTo(Path.of("/state/wiced-sim"));
    assertThat(of(Map.of("XDG_STATE_HOME", "/state"), "Mac OS X", "/Users/b"))
        .isEqualTo(Path.of("/state/wiced-sim"));
  }

  @Test
  void withoutItTheStateIsInTheHomeFolder() {
    assertThat(of(Map.of("HOME", "/home/a"), "Linux", "/home/b"))
        .isEqualTo(Path.of("/home/a/.local/state/wiced-sim"));
    assertThat(of(Map.of("HOME", "/Users/a"), "Mac OS X", "/Users/b"))
        .isEqualTo(Path.of("/Users/a/Library/Application Support/wiced-sim"));
  }

  /// As the XDG Base Directory rules demand.
  @Test
  void emptyAndRelativeVariablesCountAsNotSet() {
    assertThat(of(Map.of("XDG_STATE_HOME", "", "HOME", "home"), "Linux", "/home/b"))
        .isEqualTo(Path.of("/home/b/.local/state/wiced-sim"));
    assertThat(of(Map.of("XDG_STATE_HOME", "state", "HOME", "a\0b"), "Linux", "/home/b"))
        .isEqualTo(Path.of("/home/b/.local/state/wiced-sim"));
  }

  /// In a container whose user has no entry, Java calls the home folder "?".
  @Test
  void withoutAnyHomeTheMessageNamesTheVariables() {
    assertThatThrownBy(() -> of(Map.of(), "Linux", "?"))
        .isInstanceOf(PkiException.class)
        .hasMessage(
            "No folder for this user's state: set XDG_STATE_HOME or HOME to an absolute path");
  }

  private static Path of(Map<String, String> environment, String os, String home) {
    Properties system = new Properties();
    system.setProperty("os.name", os);
    system.setProperty("user.home", home);
    return StateFolder.of(environment, system);
  }
}
