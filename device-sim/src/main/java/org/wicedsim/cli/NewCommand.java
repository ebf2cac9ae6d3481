package org.wicedsim.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `wiced-sim new`: writes starting points.
@Command(
    name = "new",
    subcommands = NewFirmwareCommand.class,
    synopsisSubcommandLabel = "WHAT",
    description = "Write a commented file to start from.",
    commandListHeading = "%nWhat:%n")
final class NewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    line.usage(line.getErr());
    return ExitCode.USAGE.code();
  }
}
