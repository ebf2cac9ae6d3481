package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The launcher as a running process, and what it has printed so far.
final class LauncherRun {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final Path out;
  private final Path err;

  private LauncherRun(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /// Starts the process with its output in files, so that it never waits for a reader.
  static LauncherRun of(ProcessBuilder builder) {
    try {
      Path out = Files.createTempFile("launcher", ".out");
      Path err = Files.createTempFile("launcher", ".err");
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      return new LauncherRun(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The exit code, as soon as there is one.
  int exitCode() {
    try {
      boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      assertThat(ended).as("ended in %s; printed: %s%s", LIMIT, text(out), text(err)).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Standard output of the process that has ended.
  String out() {
    exitCode();
    return text(out);
  }

  /// Standard error of the process that has ended.
  String err() {
    exitCode();
    return text(err);
  }

  /// The lines of standard output that begin with `label`, without it.
  List<String> lines(String label) {
    return out()
        .lines()
        .filter(line -> line.startsWith(label + " "))
        .map(line -> line.substring(label.length() + 1))
        .toList();
  }

  void awaitOut(String expected) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(text(out)).contains(expected));
  }

  void awaitErr(String expected) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(text(err)).contains(expected));
  }

  /// Sends a signal to the process itself, as `kill` does.
  void signal(String name) {
    try {
      String pid = Long.toString(process.pid());
      int exit = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
      assertThat(exit).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
