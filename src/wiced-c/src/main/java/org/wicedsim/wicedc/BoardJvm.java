package org.wicedsim.wicedc;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wicedsim.control.ControlSocket;

/// The command line and the environment of a board process: a JVM like this one.
final class BoardJvm {
  /// Where the JVM tells of its own crash, beside the control socket.
  static final String ERROR_FILE = "hs_err.log";

  /// How a process ends in which the address sanitizer has found something.
  static final int EXIT_SANITIZER = 71;

  /// The launcher passes the file of the AOT cache for board processes in this system property.
  private static final String AOT_CACHE = "wicedsim.aot";

  /// The launcher has a board process make that cache, in the file of this system property.
  private static final String AOT_CACHE_OUTPUT = "wicedsim.aot.output";

  /// The sanitizers leave crashes to the firmware's own handler, and the memory of the JVM alone
  /// (most of all what looks like a leak).
  private static final String ASAN_OPTIONS =
      "detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0:handle_abort=0"
          + ":detect_stack_use_after_return=0:exitcode="
          + EXIT_SANITIZER;

  /// They would be told of in the output, or change what the AOT cache was made for.
  private static final List<String> NOT_INHERITED =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private static final Duration EXIT_LIMIT = Duration.ofSeconds(2);
  private static final Duration CACHE_LIMIT = Duration.ofMinutes(2);

  private BoardJvm() {}

  /// A process that is yet to be started.
  ///
  /// @param preload libraries that must be there before anything else
  static ProcessBuilder process(ControlSocket socket, List<Path> preload, boolean debugger) {
    ProcessBuilder builder = new ProcessBuilder(command(socket, debugger));
    Map<String, String> environment = builder.environment();
    NOT_INHERITED.forEach(environment::remove);
    if (!preload.isEmpty()) {
      environment.put(
          "LD_PRELOAD", preload.stream().map(Path::toString).collect(Collectors.joining(":")));
      environment.put("ASAN_OPTIONS", ASAN_OPTIONS);
    }
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectErrorStream(true);
  }

  /// How long a process may take to end when it was asked to: making a cache takes its time.
  static Duration exitLimit() {
    return System.getProperty(AOT_CACHE_OUTPUT, "").isEmpty() ? EXIT_LIMIT : CACHE_LIMIT;
  }

  private static List<String> command(ControlSocket socket, boolean debugger) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As in the launcher: the AOT cache asks for the same.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Djdk.tls.rejectClientInitiatedRenegotiation=true");
    command.add("-Dio.netty.leakDetection.level=disabled");
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xms16m");
    command.add("-Xmx256m");
    command.add("-XX:ErrorFile=" + socket.folder().resolve(ERROR_FILE));
    String cache = System.getProperty(AOT_CACHE, "");
    if (!cache.isEmpty()) {
      command.add("-XX:AOTCache=" + cache);
      command.add("-Xlog:aot=off");
      command.add("-Xlog:cds=off");
    }
    String output = System.getProperty(AOT_CACHE_OUTPUT, "");
    if (!output.isEmpty()) {
      command.add("-XX:AOTCacheOutput=" + output);
    }
    if (debugger) {
      command.add("-D%s=true".formatted(BoardMain.DEBUGGER));
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(BoardMain.class.getName());
    command.add(socket.path().toString());
    return command;
  }
}
