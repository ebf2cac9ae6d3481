package org.wicedsim.cli;

import java.io.PrintWriter;
import org.wicedsim.hal.BoardDescription;
import picocli.CommandLine.Option;

/// The options of C firmware.
final class COptions {
  @Option(
      names = "--sanitize",
      description = {
        "C firmware: compile it with the address and undefined behaviour sanitizers.",
        "What they find are diagnostics; a bad access to memory ends the board."
      })
  private boolean sanitize;

  @Option(
      names = "--gdb",
      description = "C firmware: wait for gdb, and print the command to type in another terminal.")
  private boolean gdb;

  /// @throws CommandException when one of them was given for other firmware
  void check(FirmwareChoice firmware) {
    if ((sanitize || gdb) && !(firmware instanceof FirmwareChoice.CApplication)) {
      throw new CommandException(
          ExitCode.USAGE,
          "%s is for C firmware: name a folder with a makefile, a .mk file or a .c file"
              .formatted(sanitize ? "--sanitize" : "--gdb"));
    }
  }

  /// How C firmware is built for a board.
  CBuild build(BoardDescription board, PrintWriter notes) {
    return new CBuild(board, sanitize, gdb, notes);
  }
}
