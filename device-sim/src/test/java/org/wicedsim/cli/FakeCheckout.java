package org.wicedsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A checkout as far as the launcher looks at one: the real launcher, a few sources, a built fake
/// program, and a world of its own around them: home, tools on the path, a Maven that copies a jar.
final class FakeCheckout {
  /// The JDK that runs the tests; a JDK 25, since the build demands one.
  static final Path JDK = Path.of(System.getProperty("java.home"));

  /// Everything that the launcher calls, and no more: neither java nor mvn.
  private static final List<String> TOOL_NAMES =
      List.of(
          ("awk bash cat cksum cp dirname env find grep head ln ls mkdir"
                  + " mv nice ps readlink rm rmdir sed sleep sort tail touch")
              .split(" "));

  /// A folder with links to the tools, the same for all tests.
  private static final Path TOOLS = linkTools();

  private static final Path REAL_ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern JDK_FOLDERS = Pattern.compile("(?s)JDK_FOLDERS=\\(.*?\n\\)");

  final Path root;
  final Path home;

  /// First on the path; has the fake mvn.
  final Path bin;

  final Path launcher;
  final Path jar;
  final Path mavenCalls;

  /// What the launcher gets to see; the fake program's JVM takes and makes no AOT cache unless the
  /// entry WICED_SIM_JAVA_OPTS is removed.
  final Map<String, String> environment = new HashMap<>();

  private FakeCheckout(Path world) throws IOException {
    root = Files.createDirectories(world.resolve("my checkout"));
    home = Files.createDirectories(world.resolve("home"));
    bin = Files.createDirectories(world.resolve("bin"));
    launcher = root.resolve("wiced-sim");
    jar = root.resolve("device-sim/target/app/wiced-sim.jar");
    mavenCalls = world.resolve("maven-calls");
    script(launcher, withoutSystemJdks(Files.readString(REAL_ROOT.resolve("wiced-sim"))));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.writeString(folder("device-sim/src/main/java").resolve("Some.java"), "class Some {}");
    Files.writeString(folder("src/wwep/src/main/java").resolve("Other.java"), "class Other {}");
    Files.writeString(folder("src/wwep/src/test/java").resolve("OtherTest.java"), "class T {}");
    environment.put("HOME", home.toString());
    environment.put("PATH", bin + ":" + TOOLS);
    environment.put("LANG", "C.UTF-8");
    environment.put("JAVA_HOME", JDK.toString());
    environment.put("WICED_SIM_JAVA_OPTS", "-XX:AOTMode=off");
    mavenBuilds("built");
  }

  /// A checkout that was cloned and never built.
  static FakeCheckout cloned(Path world) throws IOException {
    return new FakeCheckout(world);
  }

  /// A checkout that was built half a minute ago, from sources of a minute ago.
  static FakeCheckout built(Path world) throws IOException {
    FakeCheckout checkout = new FakeCheckout(world);
    try (Stream<Path> sources = Files.walk(checkout.root)) {
      for (Path source : sources.toList()) {
        setAge(source, 60);
      }
    }
    checkout.putJar("built");
    setAge(checkout.jar, 30);
    return checkout;
  }

  private static void setAge(Path file, int seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  /// Changes nothing in a file of the checkout but its time, to now.
  void touch(String name) throws IOException {
    setAge(root.resolve(name), 0);
  }

  /// Makes a folder of the checkout.
  Path folder(String name) throws IOException {
    return Files.createDirectories(root.resolve(name));
  }

  void putJar(String label) throws IOException {
    Files.createDirectories(jar.resolveSibling("lib"));
    Files.write(jar, FakeProgram.jar(label));
    Files.write(jar.resolveSibling("lib/library.jar"), FakeProgram.jar("library"));
  }

  /// Puts the simulator itself in the place of the fake program, as the build before this test
  /// packaged it.
  void putRealProgram() throws IOException {
    Path app = REAL_ROOT.resolve("device-sim/target/app");
    Files.copy(app.resolve("wiced-sim.jar"), jar, StandardCopyOption.REPLACE_EXISTING);
    try (Stream<Path> libraries = Files.list(app.resolve("lib"))) {
      for (Path library : libraries.toList()) {
        Files.copy(library, jar.resolveSibling(app.relativize(library).toString()));
      }
    }
  }

  /// From now on `mvn` writes its call down and builds the program that prints `label`.
  void mavenBuilds(String label) throws IOException {
    Path product = Files.write(home.resolve(label + ".jar"), FakeProgram.jar(label));
    maven(
        """
        mkdir -p device-sim/target/app
        rm -f device-sim/target/app/wiced-sim.jar
        cp "%s" device-sim/target/app/wiced-sim.jar
        """
            .formatted(product));
  }

  /// From now on `mvn` writes its call down, prints a version and runs `commands`.
  void maven(String commands) throws IOException {
    script(
        bin.resolve("mvn"),
        """
        #!/usr/bin/env bash
        echo "in $PWD on $JAVA_HOME: $*" >>"%s"
        echo "Apache Maven ${FAKE_MAVEN_VERSION:-3.8.7} (of the test)"
        """
                .formatted(mavenCalls)
            + commands);
  }

  List<String> mavenCalls() throws IOException {
    return Files.exists(mavenCalls) ? Files.readAllLines(mavenCalls) : List.of();
  }

  /// A folder that looks like a JDK of another version; its java must never be started.
  Path otherJdk(String version) throws IOException {
    Path jdk = home.resolve("jdk-" + version);
    putJdk(jdk, version, "echo wrong JDK; exit 99");
    return jdk;
  }

  /// Makes a folder that is a JDK 25 as far as the launcher can see.
  void putJdk25(Path jdk) throws IOException {
    putJdk(jdk, "25.0.3", "exec '" + JDK + "/bin/java' \"$@\"");
  }

  /// Makes a folder that looks like a JDK, with the shell commands `java` as its java.
  void putJdk(Path jdk, String version, String java) throws IOException {
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(jdk.resolve("bin/java"), "#!/usr/bin/env bash\n" + java + "\n");
    script(jdk.resolve("bin/javac"), "#!/usr/bin/env bash\nexit 99\n");
  }

  /// Runs the launcher to its end.
  LauncherRun run(String... args) {
    LauncherRun run = start(args);
    run.exitCode();
    return run;
  }

  LauncherRun start(String... args) {
    return start(launcher, root, args);
  }

  /// Starts the launcher by the name `command` with the working folder `from`.
  LauncherRun start(Path command, Path from, String... args) {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(Arrays.asList(args));
    return start(line, from);
  }

  /// Runs the launcher in a pseudo-terminal; both of its outputs are on standard output then.
  LauncherRun runOnTerminal(String arguments) {
    String command = "'" + launcher + "' " + arguments;
    LauncherRun run =
        start(List.of(onPath("script").toString(), "-qec", command, "/dev/null"), root);
    run.exitCode();
    return run;
  }

  private LauncherRun start(List<String> command, Path from) {
    // A build in the background ignores SIGINT, and so would every process below it.
    List<String> line = new ArrayList<>(List.of(onPath("env").toString(), "--default-signal=INT"));
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line).directory(from.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return LauncherRun.of(builder);
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// The machine's own JDKs must not be found: a test says itself where there is one.
  private static String withoutSystemJdks(String script) {
    return JDK_FOLDERS
        .matcher(script)
        .replaceFirst(
            folders -> Matcher.quoteReplacement(folders.group().replace(" /", " /nowhere/")));
  }

  private static Path linkTools() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "tools").toAbsolutePath();
      for (String tool : TOOL_NAMES) {
        Files.createSymbolicLink(folder.resolve(tool), onPath(tool));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path onPath(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new UncheckedIOException(new IOException("no " + tool + " on PATH")));
  }
}
