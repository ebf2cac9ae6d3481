package org.wicedsim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Dct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `wiced-sim dct show`: what the table holds; of keys and passphrases only how long they are.
@Command(
    name = "show",
    description = {
      "Show what a board's DCT holds.",
      "Of keys, passphrases and application data it says how much there is, never what."
    },
    footer = {"", "Examples:", "  ./wiced-sim dct show", "  ./wiced-sim dct show --json"})
final class DctShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private BoardChoice boardChoice;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    BoardDescription board = boardChoice.describe(0);
    Dct dct = BoardStorage.dct(board, spec.commandLine().getErr());
    PrintWriter out = spec.commandLine().getOut();
    DctReport report = new DctReport(board, dct, BoardStorage.file(board.mac()));
    if (json) {
      report.printJson(out);
    } else {
      report.print(out);
    }
    return ExitCode.OK.code();
  }
}
