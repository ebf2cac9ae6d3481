package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged simulator, started by the launcher.
class LauncherProgramIT {
  @TempDir private Path world;
  private FakeCheckout checkout;

  @BeforeEach
  void packageProgram() throws IOException {
    checkout = FakeCheckout.built(world);
    checkout.putRealProgram();
  }

  @Test
  void versionIsPrintedAndNothingElse() {
    LauncherRun run = checkout.run("--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("wiced-sim " + Version.number() + " (Java 25");
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void versionIsTheSameFromTheCache() throws IOException {
    checkout.environment.remove("WICED_SIM_JAVA_OPTS");
    LauncherRun first = checkout.run("--version");
    Path caches = checkout.root.resolve("device-sim/target/aot");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          try (var files = Files.newDirectoryStream(caches, "*.{aot,making}")) {
            var found = files.iterator();
            return found.hasNext() && found.next().toString().endsWith(".aot") && !found.hasNext();
          }
        });

    LauncherRun second = checkout.run("--version");

    assertThat(second.out()).isEqualTo(first.out()).isNotEmpty();
    assertThat(second.err()).isEmpty();
  }

  @Test
  void mistypedCommandIsAUsageErrorWithASuggestion() {
    LauncherRun run = checkout.run("completon");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Did you mean 'completion'?");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void helpHasColoursOnATerminal() {
    checkout.environment.put("TERM", "xterm");

    assertThat(checkout.runOnTerminal("--help").out()).contains("\033[");
  }

  @Test
  void noColorIsRespected() {
    checkout.environment.put("TERM", "xterm");
    checkout.environment.put("NO_COLOR", "1");

    assertThat(checkout.runOnTerminal("--help").out())
        .contains("Usage: wiced-sim")
        .doesNotContain("\033[");
  }
}
