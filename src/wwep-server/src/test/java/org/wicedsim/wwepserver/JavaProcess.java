package org.wicedsim.wwepserver;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A main class of the tests in a JVM of its own, with the flags of a real run: Netty's leak
/// detection would allocate.
final class JavaProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private JavaProcess(Process process) {
    this.process = process;
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  /// @param prefix what the command line begins with, as `sh -c '...' sh`
  static JavaProcess start(List<String> prefix, Class<?> main, String... arguments)
      throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        Stream.of(
                prefix,
                List.of(
                    java,
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dio.netty.leakDetection.level=disabled",
                    "-cp",
                    System.getProperty("java.class.path"),
                    main.getName()),
                List.of(arguments))
            .flatMap(List::stream)
            .toList();
    return new JavaProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /// The next line that it printed; empty where it ended.
  String readLine() throws IOException {
    String line = output.readLine();
    return line == null ? "" : line;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
