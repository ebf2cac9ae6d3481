package org.wicedsim.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// One command line that was run inside the test's JVM, and what came of it.
record CommandRun(int exitCode, String out, String err) {

  static CommandRun of(String... args) {
    return with(List.of(), args);
  }

  /// Runs with further commands beside the program's own.
  static CommandRun with(List<?> commands, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = WicedSim.run(args, new PrintWriter(out), new PrintWriter(err), commands);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
