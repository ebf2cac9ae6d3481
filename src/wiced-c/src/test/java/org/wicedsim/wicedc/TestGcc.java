package org.wicedsim.wicedc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Compiles C with the SDK's headers, as a student's program is compiled.
final class TestGcc {
  private static final int TIMEOUT_S = 60;

  private TestGcc() {}

  /// How gcc, or a program, ended, and what it said on both of its outputs.
  record Result(int exitCode, String output) {}

  /// Compiles a source, and throws the object file away.
  static Result compile(Path source, String... flags) {
    List<String> arguments = new ArrayList<>(List.of(flags));
    arguments.addAll(List.of("-c", "-o", "/dev/null", source.toString()));
    return gcc(arguments);
  }

  /// Compiles the text of a source in a folder.
  static Result compileText(Path folder, String text, String... flags) {
    return compile(write(folder, text), flags);
  }

  /// Writes the text of a source into a folder.
  static Path write(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("app.c"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Builds a program of some sources and runs it, in a folder.
  ///
  /// @throws AssertionError when it does not compile without a warning
  static Result run(Path folder, Path... sources) {
    return run(folder, List.of(), List.of(sources));
  }

  /// The same with further flags.
  static Result run(Path folder, List<String> flags, List<Path> sources) {
    Path program = folder.resolve("program");
    List<String> arguments = new ArrayList<>(List.of("-Werror", "-o", program.toString()));
    arguments.addAll(flags);
    sources.stream().map(Path::toString).forEach(arguments::add);
    Result compiled = gcc(arguments);
    if (compiled.exitCode() != 0) {
      throw new AssertionError(compiled.output());
    }
    return end(List.of(program.toString()));
  }

  /// A file or folder beside this package's classes: of the product, or of the tests.
  static Path resource(String name) {
    URL url = Objects.requireNonNull(TestGcc.class.getResource(name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /// The files of such a folder that end in `suffix`, by their names.
  static List<Path> files(String folder, String suffix) {
    try (Stream<Path> files = Files.list(resource(folder))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Result gcc(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("gcc", "-std=gnu11", "-Wall", "-Wextra"));
    command.addAll(List.of("-I" + resource("board"), "-I" + includes()));
    command.addAll(arguments);
    return end(command);
  }

  private static Path includes() {
    return Objects.requireNonNull(resource("include/wiced.h").getParent());
  }

  private static Result end(List<String> command) {
    Process process = start(command);
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("Still running after " + TIMEOUT_S + " s: " + output);
      }
      return new Result(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new AssertionError(e);
    }
  }

  private static Process start(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new AssertionError("cannot run %s: is gcc installed?".formatted(command.get(0)), e);
    }
  }
}
