package org.wicedsim.cli;

import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.TlsProfile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say which board runs, and how.
final class BoardOptions {
  @Mixin private BoardChoice choice;

  @Option(
      names = "--tls-profile",
      paramLabel = "P",
      description = {
        "modern: TLS 1.2 and 1.3, dates and names are checked;",
        "wiced: as the SDK did. (Default: wiced for C firmware;",
        "else the board file's, or else modern)"
      })
  private @Nullable TlsProfile tlsProfile;

  /// The description of the board.
  ///
  /// @param steps how many boards are on the LAN before it, see [BoardChoice#describe(int)]
  /// @param firmware what it runs: C firmware speaks the SDK's TLS unless told otherwise (SPEC 3.5)
  /// @throws CommandException when the board file is missing or wrong
  BoardDescription describe(int steps, FirmwareChoice firmware) {
    BoardDescription description = choice.describe(steps);
    if (tlsProfile != null) {
      return description.withTlsProfile(tlsProfile);
    }
    return firmware instanceof FirmwareChoice.CApplication
        ? description.withTlsProfile(TlsProfile.WICED)
        : description;
  }
}
