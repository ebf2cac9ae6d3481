package org.wicedsim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;

/// Where the JVM starts: gives [WicedSim] the real arguments and streams, and exits with its
/// answer.
public final class Main {
  private Main() {}

  /// Runs one command and ends the JVM with its exit code.
  public static void main(String[] args) {
    System.exit(WicedSim.run(args, utf8(FileDescriptor.out), utf8(FileDescriptor.err)));
  }

  /// UTF-8 whatever the locale says: the terminal board and its messages are not ASCII, and a cron
  /// job or a grader often has no locale at all.
  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, UTF_8);
  }
}
