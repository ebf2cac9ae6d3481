package org.wicedsim.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How a command ended, for the shell. Every code of the program is here and nowhere else.
enum ExitCode {
  OK(0, "all went well"),
  EXPECTATION_FAILED(1, "an expectation of the script failed, or the server answered X"),
  USAGE(2, "the command line was wrong"),
  NO_CONNECTION(3, "no connection to the server"),
  TLS_REFUSED(4, "the TLS handshake was refused"),
  BAD_ANSWER(5, "no answer, or a malformed one"),
  BAD_INPUT_FILE(6, "a file given to the command is missing or wrong"),
  ADDRESS_IN_USE(7, "an address or a port is in use"),
  /// The launcher's own code: the JVM was never started.
  CANNOT_START(69, "no JDK 25, no Maven, or the build failed"),
  INTERNAL(70, "an error in wiced-sim itself"),
  INTERRUPTED(130, "interrupted with Ctrl-C");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /// The number that the shell sees.
  int code() {
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
