package org.wicedsim.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.terminal.TerminalBoard;
import org.wicedsim.cli.view.EventPrinter;
import org.wicedsim.cli.view.JsonFormat;
import org.wicedsim.cli.view.TextFormat;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.scenario.ParsedScript;
import org.wicedsim.scenario.Problem;
import org.wicedsim.scenario.Script;
import org.wicedsim.scenario.ScriptParser;
import picocli.CommandLine.Option;

/// The options that say who presses the buttons: somebody at the terminal, or a script.
final class ScriptOptions {
  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "Press the buttons as this script says; - is standard input.")
  private @Nullable String scriptFile;

  @Option(names = "--json", description = "Print every event as one JSON object a line.")
  private boolean json;

  @Option(
      names = "--trace",
      description =
          "Print every call of the SDK with its line, arguments and result; with a script.")
  private boolean trace;

  /// The script; empty when somebody at the terminal presses the buttons.
  ///
  /// @param notes where it is told why there is a script although none was asked for
  /// @throws CommandException when a line of the script is wrong: it is refused as a whole
  Optional<Script> script(BoardDescription board, PrintWriter notes) {
    if (scriptFile != null) {
      return Optional.of(parse(scriptFile, board));
    }
    Optional<String> refusal = TerminalBoard.refusal();
    if (!json && refusal.isEmpty()) {
      if (trace) {
        throw new CommandException(
            ExitCode.USAGE, "--trace prints lines: add --script FILE, or --script - to type them");
      }
      return Optional.empty();
    }
    refusal.ifPresent(why -> notes.println("wiced-sim run: " + why));
    notes.println("wiced-sim run: reading a script from standard input, to its end");
    notes.flush();
    return Optional.of(parse(ScriptParser.STANDARD_INPUT, board));
  }

  /// How events are printed while a script runs.
  EventPrinter.Format format(PrintWriter out) {
    return json ? new JsonFormat() : new TextFormat(out, trace);
  }

  private static Script parse(String file, BoardDescription board) {
    return switch (ScriptParser.read(file, System.in, board)) {
      case ParsedScript.Legal(Script script) -> script;
      case ParsedScript.Refused(List<Problem> problems) ->
          throw new CommandException(
              ExitCode.BAD_INPUT_FILE,
              problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    };
  }
}
