package org.wicedsim.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `wiced-sim completion`: prints what teaches a shell to complete the commands and options.
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh.",
    footer = {
      "",
      "Examples:",
      "  source <(./wiced-sim completion)",
      "  ./wiced-sim completion > ~/.local/share/bash-completion/completions/wiced-sim"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    CommandLine root = spec.root().commandLine();
    line.getOut().print(AutoComplete.bash(root.getCommandName(), root));
    return ExitCode.OK.code();
  }
}
