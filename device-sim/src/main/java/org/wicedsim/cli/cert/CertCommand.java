package org.wicedsim.cli.cert;

import java.util.concurrent.Callable;
import org.wicedsim.cli.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `wiced-sim cert`: the group of commands around certificates.
@Command(
    name = "cert",
    description = "Make, read, convert, fetch and verify certificates, without openssl.",
    subcommands = {
      SelfSignedCommand.class,
      CaCommand.class,
      RequestCommand.class,
      SignCommand.class,
      ShowCommand.class,
      ConvertCommand.class,
      FetchCommand.class,
      VerifyCommand.class,
      ExportCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "'wiced-sim cert COMMAND --help' explains a command; docs/certificates.md has the tasks."
    })
public final class CertCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  private CertCommand() {}

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    line.usage(line.getErr());
    return ExitCode.USAGE.code();
  }
}
