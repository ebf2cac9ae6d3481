package org.wicedsim.wicedc;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The C compiler of this machine, which also links.
///
/// @param command with the arguments that the user wants
/// @param identity changes when another compiler is installed in its place
record CompilerToolchain(List<String> command, String identity) {
  private static final List<String> USUAL = List.of("gcc", "clang", "cc");

  private static final String PACKAGES =
      "install gcc (Debian, Ubuntu, Raspberry Pi OS: sudo apt install gcc libc6-dev; Fedora: sudo"
          + " dnf install gcc; Arch: sudo pacman -S gcc)";

  /// Finds the compiler, without starting it.
  ///
  /// @param wanted a command; empty for the first of the usual ones
  /// @param searched the value of PATH
  /// @throws BuildException when there is none, or C firmware cannot run on this machine
  static CompilerToolchain find(String wanted, String searched) throws BuildException {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      throw cannot("C firmware runs on Linux alone: use Linux, or write the firmware in Java");
    }
    if (!wanted.isBlank()) {
      List<String> command = ShellWords.of(wanted);
      Path program =
          locate(command.getFirst(), searched)
              .orElseThrow(() ->
                  cannot(
                      "CC is '%s', and there is no such compiler: change CC, or %s"
                          .formatted(wanted, PACKAGES)));
      return of(command, program);
    }
    for (String usual : USUAL) {
      Optional<Path> program = locate(usual, searched);
      if (program.isPresent()) {
        return of(List.of(usual), program.get());
      }
    }
    throw cannot("C firmware needs a C compiler, and there is none: " + PACKAGES);
  }

  private static CompilerToolchain of(List<String> command, Path program) throws BuildException {
    try {
      Path real = program.toRealPath();
      String identity =
          "%s %s %d %s".formatted(command, real, Files.size(real), Files.getLastModifiedTime(real));
      List<String> whole = new ArrayList<>(command);
      whole.set(0, program.toString());
      return new CompilerToolchain(List.copyOf(whole), identity);
    } catch (IOException e) {
      throw cannot("the compiler %s cannot be read: %s".formatted(program, e.getMessage()));
    }
  }

  private static Optional<Path> locate(String program, String searched) {
    if (program.contains("/")) {
      return Optional.of(Path.of(program).toAbsolutePath()).filter(Files::isExecutable);
    }
    for (String folder : searched.split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder).resolve(program);
      if (!folder.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /// Makes sure that what this compiler makes can run in this JVM.
  ///
  /// @throws BuildException when it cannot
  void checkTarget() throws BuildException {
    String target = ask("-dumpmachine");
    String processor = System.getProperty("os.arch", "").replace("amd64", "x86_64");
    if (!target.startsWith(processor + "-")) {
      throw cannot(
          "the compiler makes code for %s, and this Java runs on %s: set CC to a compiler for it"
              .formatted(target, processor));
    }
    if (!target.contains("-gnu")) {
      throw cannot(
          "C firmware needs a Linux with glibc, and the compiler's target is %s".formatted(target));
    }
  }

  /// The library of the address sanitizer that must be loaded before anything else.
  ///
  /// @throws BuildException when it is not installed
  Path addressSanitizer() throws BuildException {
    Path library = Path.of(ask("-print-file-name=libasan.so"));
    if (!library.isAbsolute() || !Files.exists(library)) {
      throw cannot(
          "the compiler has no address sanitizer: sanitizing needs gcc with libasan (Debian: it"
              + " comes with gcc; Fedora: libasan and libubsan)");
    }
    return library.normalize();
  }

  /// Runs the compiler with further arguments.
  Output run(List<String> arguments, @Nullable Path folder) throws BuildException {
    List<String> line = new ArrayList<>(command);
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    // Hints recognise messages, so they are English; and what a user of gcc has set must not count.
    builder.environment().putAll(Map.of("LC_ALL", "C", "LANGUAGE", ""));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.endsWith("CPATH") || name.endsWith("_INCLUDE_PATH"));
    Process process = null;
    try {
      process = builder.start();
      process.getOutputStream().close();
      String text =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return new Output(process.waitFor() == 0, text);
    } catch (IOException e) {
      throw cannot(
          "the compiler %s cannot be started: %s".formatted(command.getFirst(), e.getMessage()));
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw cannot("the build was interrupted");
    }
  }

  /// What came of a run of the compiler.
  record Output(boolean succeeded, String text) {}

  private String ask(String question) throws BuildException {
    Output answer = run(List.of(question), null);
    if (!answer.succeeded()) {
      throw cannot(
          "%s does not work: %s".formatted(String.join(" ", command), answer.text().strip()));
    }
    return answer.text().strip();
  }

  private static BuildException cannot(String message) {
    return new BuildException(BuildException.Kind.CANNOT_BUILD_HERE, message);
  }
}
