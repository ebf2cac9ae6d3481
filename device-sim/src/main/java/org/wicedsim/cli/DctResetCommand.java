package org.wicedsim.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Dct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `wiced-sim dct reset`: the table is as the board file says again.
@Command(
    name = "reset",
    description = {
      "Forget what was set in, and written to, a board's DCT.",
      "It is as the board file says then. Asks first, on a terminal."
    },
    footer = {"", "Examples:", "  ./wiced-sim dct reset", "  ./wiced-sim dct reset --yes"})
final class DctResetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private BoardChoice boardChoice;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() {
    BoardDescription board = boardChoice.describe(0);
    Dct dct = BoardStorage.dct(board, spec.commandLine().getErr());
    PrintWriter out = spec.commandLine().getOut();
    if (dct.written().isEmpty()) {
      out.println("nothing to forget: the DCT of %s is as from the factory".formatted(board.mac()));
    } else if (yes || isConfirmed(board, dct)) {
      dct.reset();
      out.println("the DCT of %s is as from the factory".formatted(board.mac()));
    } else {
      out.println("nothing was changed");
    }
    return ExitCode.OK.code();
  }

  private static boolean isConfirmed(BoardDescription board, Dct dct) {
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(() ->
                new CommandException(
                    ExitCode.USAGE,
                    "there is no terminal to ask on whether the sections %s may be forgotten:"
                            .formatted(dct.written())
                        + " give --yes"));
    String answer =
        console.readLine(
            "Forget the sections %s of %s? [y/N] ", dct.written(), board.mac().toString());
    return answer != null && answer.strip().matches("(?i)y(es)?");
  }
}
