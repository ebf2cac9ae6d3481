package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When the launcher builds, what it says meanwhile, and what it does when that fails.
class LauncherBuildIT {
  /// Above every process id that a kernel gives out.
  private static final String NO_PROCESS = "999999999";

  @TempDir private Path world;

  @Test
  void firstUseBuildsWithTheJdkThatWasFound() throws IOException {
    FakeCheckout checkout = FakeCheckout.cloned(world);

    LauncherRun run = checkout.run("hello");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines("label")).containsExactly("built");
    assertThat(run.err())
        .containsPattern("wiced-sim: building \\(first use\\)\\R.*built in \\d+ s");
    assertThat(checkout.mavenCalls())
        .singleElement()
        .asString()
        .startsWith("in " + checkout.root.toRealPath() + " on " + FakeCheckout.JDK + ":")
        .contains("-Dquick")
        .endsWith(" package");
  }

  @Test
  void whatIsBuiltIsNotBuiltAgain() throws IOException {
    FakeCheckout checkout = FakeCheckout.cloned(world);
    checkout.run();

    LauncherRun second = checkout.run();

    assertThat(second.err()).isEmpty();
    assertThat(checkout.mavenCalls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "src/wwep/src/main/java/Other.java",
        "src/wwep/pom.xml",
        "device-sim/src/main/resources/new.txt",
        "resources/boards/course.yaml",
        ".mvn/jvm.config"
      })
  void newerSourceIsNamedAndBuilt(String source) throws IOException {
    FakeCheckout checkout = FakeCheckout.built(world);
    checkout.mavenBuilds("newer");
    Path file = checkout.root.resolve(source);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "changed");

    LauncherRun run = checkout.run();

    assertThat(run.lines("label")).containsExactly("newer");
    assertThat(run.err()).contains("changed)");
  }

  @Test
  void deletedSourceIsBuilt() throws IOException {
    FakeCheckout checkout = FakeCheckout.built(world);
    checkout.mavenBuilds("newer");
    Files.delete(checkout.root.resolve("src/wwep/src/main/java/Other.java"));

    LauncherRun run = checkout.run();

    assertThat(run.lines("label")).containsExactly("newer");
  }

  @Test
  void changedTestIsNoReasonToBuild() throws IOException {
    FakeCheckout checkout = FakeCheckout.built(world);
    checkout.touch("src/wwep/src/test/java/OtherTest.java");

    checkout.run();

    assertThat(checkout.mavenCalls()).isEmpty();
  }

  @Test
  void sourceThatIsEditedDuringTheBuildIsBuiltTheNextTime() throws IOException {
    FakeCheckout checkout = FakeCheckout.cloned(world);
    checkout.maven(
        """
        sleep 0.1
        touch src/wwep/src/main/java/Other.java
        mkdir -p device-sim/target/app
        cp "$HOME/built.jar" device-sim/target/app/wiced-sim.jar
        """);
    checkout.run();

    LauncherRun second = checkout.run();

    assertThat(second.err()).contains("Other.java changed");
  }

  @Test
  void failedBuildShowsItsErrorsAndTheLog() throws IOException {
    FakeCheckout checkout = FakeCheckout.built(world);
    checkout.touch("pom.xml");
    checkout.maven(
        """
        echo "[INFO] chatter"
        echo "[ERROR] Some.java:[3,4] cannot find symbol"
        echo "[ERROR] Re-run Maven using the -X switch"
        exit 1
        """);

    LauncherRun run = checkout.run();

    assertThat(run.exitCode()).isEqualTo(69);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("the build failed", "Some.java:[3,4] cannot find symbol")
        .contains("device-sim/target/build.log")
        .doesNotContain("chatter", "Re-run Maven");
  }

  @Test
  void failedBuildIsTriedAgain() throws IOException {
    FakeCheckout checkout = FakeCheckout.cloned(world);
    checkout.maven("echo 'no network'; exit 1");
    assertThat(checkout.run().err()).contains("no network");
    checkout.mavenBuilds("built");

    assertThat(checkout.run().lines("label")).containsExactly("built");
  }

  @Test
  void missingMavenIsSaidInOneSentence() throws IOException {
    FakeCheckout checkout = FakeCheckout.cloned(world);
    Files.delete(checkout.bin.resolve("mvn"));

    LauncherRun run = checkout.run();

    assertThat(run.exitCode()).isEqualTo(69);
    assertThat(run.err()).contains("Maven 3.8.7 or newer").contains("no mvn on the PATH");
  }

  @Test
  void missingMavenDoesNotMatterWhenThereIsNothingToBuild() throws IOException {
    FakeCheckout checkout = FakeCheckout.built(world);
    Files.delete(checkout.bin.resolve("mvn"));

    assertThat(checkout.run().lines("label")).containsExactly("built");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.6.3", "3.8.6", "2.2.1"})
  void failureOfAnOlderMavenNamesTheVersionThatIsNeeded(String version) throws IOException {
    FakeCheckout checkout = FakeCheckout.cloned(world);
    checkout.environment.put("FAKE_MAVEN_VERSION", version);
    checkout.maven("echo '[ERROR] something obscure'; exit 1");

    LauncherRun run = checkout.run();

    assertThat(run.exitCode()).isEqualTo(69);
    assertThat(run.err())
        .contains("needs Maven 3.8.7 or newer, and mvn is " + version)
        .doesNotContain("obscure");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.8.7", "3.8.10", "3.10.0", "4.0.0"})
  void failureOfANewerMavenShowsItsErrors(String version) throws IOException {
    FakeCheckout checkout = FakeCheckout.cloned(world);
    checkout.environment.put("FAKE_MAVEN_VERSION", version);
    checkout.maven("echo '[ERROR] something obscure'; exit 1");

    assertThat(checkout.run().err()).contains("something obscure");
  }

  @Test
  void twoLaunchersAtOnceBuildOnce() throws IOException {
    FakeCheckout checkout = FakeCheckout.cloned(world);
    checkout.maven(
        """
        until [ -e "$HOME/go" ]; do sleep 0.05; done
        mkdir -p device-sim/target/app
        cp "$HOME/built.jar" device-sim/target/app/wiced-sim.jar
        """);
    LauncherRun first = checkout.start();
    first.awaitErr("building");
    LauncherRun second = checkout.start();
    second.awaitErr("waiting for it");

    Files.createFile(checkout.home.resolve("go"));

    assertThat(first.lines("label")).containsExactly("built");
    assertThat(second.lines("label")).containsExactly("built");
    assertThat(checkout.mavenCalls()).hasSize(1);
  }

  @Test
  void lockOfAProcessThatIsGoneIsCleared() throws IOException {
    FakeCheckout checkout = FakeCheckout.cloned(world);
    Path lock = checkout.folder("device-sim/target").resolve("build.lock");
    Files.createSymbolicLink(lock, Path.of(NO_PROCESS));

    assertThat(checkout.run().lines("label")).containsExactly("built");
    assertThat(lock).doesNotExist();
  }

  @Test
  void ctrlCEndsMavenAndGivesTheLockBack() throws IOException {
    FakeCheckout checkout = FakeCheckout.cloned(world);
    checkout.maven("echo $$ >\"$HOME/maven-pid\"; exec sleep 60");
    LauncherRun run = checkout.start();
    Path pidFile = checkout.home.resolve("maven-pid");
    await().untilAsserted(() -> assertThat(pidFile).content().endsWith("\n"));

    run.signal("INT");

    assertThat(run.exitCode()).isEqualTo(130);
    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))).isEmpty();
    assertThat(checkout.root.resolve("device-sim/target/build.lock")).doesNotExist();
  }

  @Test
  void terminalShowsTheStepAndTheTime() throws IOException {
    FakeCheckout checkout = FakeCheckout.cloned(world);
    checkout.environment.put("TERM", "xterm");
    checkout.maven(
        """
        echo "[INFO] Building wiced-sim: wwep 0.1.0                     [3/9]"
        sleep 1
        mkdir -p device-sim/target/app
        cp "$HOME/built.jar" device-sim/target/app/wiced-sim.jar
        """);

    LauncherRun run = checkout.runOnTerminal("");

    assertThat(run.out()).containsPattern("\r\033\\[Kwiced-sim: wwep, 3 of 9, \\d+ s");
    assertThat(run.lines("label")).hasSize(1);
  }
}
