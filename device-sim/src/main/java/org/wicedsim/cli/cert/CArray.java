package org.wicedsim.cli.cert;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wicedsim.cli.CommandException;
import org.wicedsim.cli.ExitCode;

/// PEM as a character array of C: how firmware holds a certificate in its source (SPEC 2.5).
final class CArray {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

  private CArray() {}

  /// The declaration. The lines of the array end with CR LF, those of the source with LF.
  ///
  /// @throws CommandException when the name cannot be a C identifier
  static String of(String name, String pem) {
    if (!IDENTIFIER.matcher(name).matches()) {
      throw new CommandException(
          ExitCode.USAGE,
          "--c-name '%s': expected a C identifier: letters, digits and _, no digit first, 63 characters at most"
              .formatted(name));
    }
    return pem.lines()
        .map("    \"%s\\r\\n\""::formatted)
        .collect(Collectors.joining("\n", "static const char %s[] =\n".formatted(name), ";\n"));
  }
}
