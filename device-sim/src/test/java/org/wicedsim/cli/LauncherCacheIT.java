package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The AOT cache, with real JVMs: it must make a start faster and change nothing else.
class LauncherCacheIT {
  private static final String FROM_CACHE = "Fake source: shared objects file";

  @TempDir private Path world;
  private FakeCheckout checkout;
  private Path folder;

  @BeforeEach
  void buildCheckout() throws IOException {
    checkout = FakeCheckout.built(world);
    checkout.environment.remove("WICED_SIM_JAVA_OPTS");
    folder = checkout.root.resolve("device-sim/target/aot");
  }

  @Test
  void secondStartTakesTheClassesFromTheCacheThatTheFirstOneMade() {
    LauncherRun first = runAndShowLoading();
    awaitCache(folder);
    LauncherRun second = runAndShowLoading();

    assertThat(first.out()).contains("label built").doesNotContain(FROM_CACHE);
    assertThat(second.out()).contains("label built").contains(FROM_CACHE);
  }

  // JDK-8377932: before 25.0.4 the JVM itself runs the old classes, without a word.
  @Test
  void rebuiltProgramRunsItsNewCode() throws IOException {
    checkout.run();
    Path old = awaitCache(folder);
    checkout.mavenBuilds("newer");
    checkout.touch("pom.xml");

    assertThat(checkout.run().lines("label")).containsExactly("newer");

    assertThat(awaitCache(folder)).isNotEqualTo(old);
    LauncherRun cached = runAndShowLoading();
    assertThat(cached.out()).contains("label newer").contains(FROM_CACHE);
  }

  @Test
  void brokenCacheIsASlowerStartAndNothingElse() throws IOException {
    String expected = checkout.run("exit", "5").out();
    Path cache = awaitCache(folder);
    byte[] whole = Files.readAllBytes(cache);

    Files.write(cache, Arrays.copyOf(whole, whole.length / 2));
    LauncherRun cut = checkout.run("exit", "5");
    Files.writeString(cache, "not a cache");
    LauncherRun garbage = checkout.run("exit", "5");

    for (LauncherRun run : List.of(cut, garbage)) {
      assertThat(run.exitCode()).isEqualTo(5);
      assertThat(run.out()).isEqualTo(expected);
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void optionsThatDoNotGoWithTheCacheAreSilent() throws IOException {
    String expected = checkout.run().out();
    awaitCache(folder);
    checkout.environment.put("WICED_SIM_JAVA_OPTS", "-XX:+UseZGC --add-modules=jdk.httpserver");

    LauncherRun run = checkout.run();

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(expected);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void agentOfTheUserDoesNotSpoilTheCacheOfTheOthers() {
    checkout.environment.put("JAVA_TOOL_OPTIONS", "-agentlib:jdwp=transport=no_such_transport");
    assertThat(checkout.run().exitCode()).isNotZero();
    checkout.environment.remove("JAVA_TOOL_OPTIONS");

    awaitCache(folder);

    assertThat(runAndShowLoading().out()).contains(FROM_CACHE);
  }

  @Test
  void checkoutThatCannotBeWrittenToHasItsCacheInTheUsersFolder() throws IOException {
    // A file where the folder should be stops root, too.
    Files.writeString(checkout.folder("device-sim/target").resolve("aot"), "in the way");
    Path userCache = checkout.home.resolve("xdg");
    checkout.environment.put("XDG_CACHE_HOME", userCache.toString());

    LauncherRun first = checkout.run();
    awaitCache(userCache.resolve("wiced-sim"));

    assertThat(first.err()).isEmpty();
    assertThat(runAndShowLoading().out()).contains(FROM_CACHE);
  }

  @Test
  void jdkThatCanMakeNoCacheIsAskedOnce() throws IOException {
    Path jdk = world.resolve("jdk");
    checkout.putJdk(jdk, "25", "echo \"$*\" >>\"$HOME/starts\"");
    checkout.environment.put("JAVA_HOME", jdk.toString());
    checkout.run();
    awaitCache(folder);

    checkout.run();
    checkout.run();

    assertThat(checkout.home.resolve("starts")).content().containsOnlyOnce("AOTCacheOutput");
  }

  private LauncherRun runAndShowLoading() {
    checkout.environment.put("WICED_SIM_JAVA_OPTS", "-Xlog:class+load");
    LauncherRun run = checkout.run();
    checkout.environment.remove("WICED_SIM_JAVA_OPTS");
    return run;
  }

  /// Waits until the one cache below `where` is made and nothing is left over from making it.
  private static Path awaitCache(Path where) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          assertThat(files(where, ".aot")).hasSize(1);
          assertThat(files(where, ".making")).isEmpty();
        });
    return files(where, ".aot").getFirst();
  }

  private static List<Path> files(Path where, String ending) {
    if (!Files.isDirectory(where)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(where)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    } catch (IOException | UncheckedIOException e) {
      // The launcher is at work in there.
      return List.of();
    }
  }
}
