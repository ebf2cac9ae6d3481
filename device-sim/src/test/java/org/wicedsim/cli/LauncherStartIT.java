package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the launcher finds itself and a JDK, and how it starts the JVM.
class LauncherStartIT {
  @TempDir private Path world;
  private FakeCheckout checkout;

  @BeforeEach
  void buildCheckout() throws IOException {
    checkout = FakeCheckout.built(world);
  }

  @Test
  void startsTheProgramWithTheArgumentsAsTheyAre() {
    LauncherRun run = checkout.run("send", "a b", "", "*", "$HOME", "ü→");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines("arg")).containsExactly("send", "a b", "", "*", "$HOME", "ü→");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void exitCodeOfTheProgramIsTheLaunchers() {
    assertThat(checkout.run("exit", "5").exitCode()).isEqualTo(5);
  }

  @Test
  void startsFromAnotherFolder() throws IOException {
    LauncherRun run = checkout.start(checkout.launcher, Files.createDirectory(world.resolve("x")));

    assertThat(run.lines("home")).containsExactly(checkout.root.toRealPath().toString());
    assertThat(run.err()).isEmpty();
  }

  @Test
  void startsThroughAChainOfSymbolicLinks() throws IOException {
    Path bin = checkout.bin;
    Files.createSymbolicLink(bin.resolve("first"), Path.of("../my checkout/wiced-sim"));
    Path second = Files.createSymbolicLink(bin.resolve("second"), Path.of("first"));

    LauncherRun run = checkout.start(second, world);

    assertThat(run.lines("home")).containsExactly(checkout.root.toRealPath().toString());
    assertThat(run.err()).isEmpty();
  }

  @Test
  void startsByItsNameAlone() {
    checkout.environment.merge("PATH", ":" + checkout.root, String::concat);

    LauncherRun run = checkout.start(Path.of("wiced-sim"), world);

    assertThat(run.lines("label")).containsExactly("built");
  }

  @Test
  void argumentsKeepTheirLettersWithoutALocale() {
    checkout.environment.remove("LANG");

    assertThat(checkout.run("übung.txt").lines("arg")).containsExactly("übung.txt");
  }

  @Test
  void javaHomeWithAnotherJavaIsPassedOver() throws IOException {
    checkout.environment.put("JAVA_HOME", checkout.otherJdk("17.0.15").toString());
    checkout.environment.put("JAVA25_HOME", FakeCheckout.JDK.toString());

    LauncherRun run = checkout.run();

    assertThat(run.lines("java")).containsExactly(FakeCheckout.JDK.toString());
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"250.0.1", "2.5", "24.0.2", "26"})
  void onlyVersion25IsTaken(String version) throws IOException {
    checkout.environment.put("JAVA_HOME", checkout.otherJdk(version).toString());

    LauncherRun run = checkout.run();

    assertThat(run.exitCode()).isEqualTo(69);
    assertThat(run.err()).contains("no JDK 25 found").contains("a JDK " + version);
  }

  @Test
  void javaOnThePathIsFoundWhenJavaHomeIsUnset() throws IOException {
    checkout.environment.remove("JAVA_HOME");
    checkout.putJdk25(world.resolve("opt/jdk"));
    Files.createSymbolicLink(checkout.bin.resolve("java"), Path.of("../opt/jdk/bin/java"));

    assertThat(checkout.run().lines("java")).containsExactly(FakeCheckout.JDK.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".jdks",
        ".sdkman/candidates/java",
        ".asdf/installs/java",
        ".local/share/mise/installs/java"
      })
  void jdkInAUsualFolderIsFoundWhenJavaHomeIsUnset(String folder) throws IOException {
    checkout.environment.remove("JAVA_HOME");
    checkout.putJdk25(checkout.home.resolve(folder).resolve("25.0.3-tem"));

    LauncherRun run = checkout.run();

    assertThat(run.lines("label")).containsExactly("built");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void withoutAJdk25APlainSentenceSaysWhatToInstall() {
    checkout.environment.remove("JAVA_HOME");

    LauncherRun run = checkout.run();

    assertThat(run.exitCode()).isEqualTo(69);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("no JDK 25 found", "Install", "JAVA_HOME");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void jvmGetsItsOptionsAndTheUsersLast() {
    checkout.environment.merge("WICED_SIM_JAVA_OPTS", " -Xmx77m -Done=*", String::concat);

    assertThat(checkout.run("options").lines("option"))
        .contains("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC")
        .contains("-XX:TieredStopAtLevel=1")
        .endsWith("-Xmx77m", "-Done=*");
  }

  // What runs for hours is worth the second compiler.
  @Test
  void serverRunsWithBothCompilers() {
    checkout.environment.merge("WICED_SIM_JAVA_OPTS", " -XX:+PrintFlagsFinal", String::concat);

    assertThat(checkout.run("server").out()).containsPattern("TieredStopAtLevel += 4 ");
  }

  @Test
  void collectorOfTheUserReplacesOurs() {
    checkout.environment.put("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC");

    LauncherRun run = checkout.run("options");

    assertThat(run.exitCode()).isZero();
    assertThat(run.lines("option")).doesNotContain("-XX:+UseSerialGC");
  }

  @Test
  void ctrlCReachesTheProgram() {
    LauncherRun run = checkout.start("wait");
    run.awaitOut("arg wait");

    run.signal("INT");

    assertThat(run.exitCode()).isEqualTo(130);
  }
}
