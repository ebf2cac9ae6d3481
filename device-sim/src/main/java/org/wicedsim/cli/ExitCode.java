package org.wicedsim.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How a command ended, for the shell. Every code of the program is here and nowhere else.
public enum ExitCode {
  /// The command did what it was asked for.
  OK(0, "all went well"),
  /// Something was looked at, and is not as it should be.
  EXPECTATION_FAILED(
      1,
      "an expectation of the script failed, the server answered X, or a certificate is not verified"),
  /// An option or argument is missing, unknown or senseless.
  USAGE(2, "the command line was wrong"),
  /// Nobody listens there, or the name has no address.
  NO_CONNECTION(3, "no connection to the server"),
  /// Somebody listens, and TLS with them failed.
  TLS_REFUSED(4, "the TLS handshake was refused"),
  /// The server is there, and its answer is useless.
  BAD_ANSWER(5, "no answer, or a malformed one"),
  /// A file cannot be used as asked, for reading or for writing.
  BAD_INPUT_FILE(6, "a file given to the command is missing or wrong"),
  /// Another program listens there already.
  ADDRESS_IN_USE(7, "an address or a port is in use"),
  /// C firmware ended its board; what it was is printed.
  FIRMWARE_CRASHED(8, "the firmware crashed"),
  /// The launcher's code where it cannot start the JVM; also where user firmware finds no compiler.
  CANNOT_START(69, "no JDK 25, no Maven, or the build failed"),
  /// A defect of the program.
  INTERNAL(70, "an error in wiced-sim itself"),
  /// The user did not want to wait.
  INTERRUPTED(130, "interrupted with Ctrl-C");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /// The number that the shell sees.
  public int code() {
    return code;
  }

  /// Every code with its meaning, in the order of the numbers, for the help page.
  static Map<String, String> meanings() {
    return Arrays.stream(values())
        .collect(
            Collectors.toMap(
                exit -> Integer.toString(exit.code),
                exit -> exit.meaning,
                (first, _) -> first,
                LinkedHashMap::new));
  }
}
