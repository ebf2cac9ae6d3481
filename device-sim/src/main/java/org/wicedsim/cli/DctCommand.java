package org.wicedsim.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `wiced-sim dct`: the device configuration table of a board, while the board is switched off.
@Command(
    name = "dct",
    subcommands = {DctShowCommand.class, DctSetCommand.class, DctResetCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    description = {
      "Show and change what a board keeps while it is switched off (its DCT).",
      "The board file's dct is the factory content; what was set or written lies over it."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim dct show",
      "  ./wiced-sim dct set --certificate cert.pem --private-key key.pem",
      "  ./wiced-sim dct reset",
      "",
      "docs/dct.md explains the table, and the other two ways to hold a certificate."
    })
final class DctCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    line.usage(line.getErr());
    return ExitCode.USAGE.code();
  }
}
