package org.wicedsim.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.BoardFileException;
import org.wicedsim.hal.LanDescription;
import org.wicedsim.hal.LanFile;
import picocli.CommandLine.Option;

/// `--lan-file`, which says what is on the virtual LAN besides boards and servers (SPEC 2.6).
final class LanFileOption {
  @Option(
      names = "--lan-file",
      paramLabel = "FILE",
      description = {
        "The LAN's hosts and access points.",
        "(Default: no further hosts; any SSID and passphrase joins)"
      })
  private @Nullable Path file;

  /// What the file says, [LanDescription#EMPTY] without one.
  ///
  /// @throws CommandException when the file is missing or wrong
  LanDescription read() {
    if (file == null) {
      return LanDescription.EMPTY;
    }
    try {
      return LanFile.read(file);
    } catch (BoardFileException e) {
      throw new CommandException(ExitCode.BAD_INPUT_FILE, e);
    }
  }
}
