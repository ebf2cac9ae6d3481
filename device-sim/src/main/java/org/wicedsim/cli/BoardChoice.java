package org.wicedsim.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.BoardFileException;
import org.wicedsim.hal.MacAddress;
import picocli.CommandLine.Option;

/// The options that say which board it is about.
final class BoardChoice {
  @Option(
      names = "--board",
      paramLabel = "FILE",
      defaultValue = BoardFile.DEFAULT,
      description = {
        "A board file, or a board that ships: course, bare, bouncing, sdk-pools.",
        "(Default: ${DEFAULT-VALUE})"
      })
  private String board = "";

  @Option(
      names = "--mac",
      paramLabel = "AA:..",
      converter = MacAddressConverter.class,
      description = "The board's MAC address, in place of the board file's.")
  private @Nullable MacAddress mac;

  /// The description of the board.
  ///
  /// @param steps how many boards are on the LAN before it: MAC addresses follow each other, unless
  ///   one was given
  /// @throws CommandException when the board file is missing or wrong
  BoardDescription describe(int steps) {
    try {
      BoardDescription description =
          isShipped(board) ? BoardFile.shipped(board) : BoardFile.read(Path.of(board));
      return description.withMac(mac == null ? description.mac().plus(steps) : mac);
    } catch (BoardFileException e) {
      throw new CommandException(ExitCode.BAD_INPUT_FILE, e);
    }
  }

  /// A bare word is a board that ships; everything else is a path.
  private static boolean isShipped(String board) {
    return board.matches("[a-z-]+");
  }
}
