package org.wicedsim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.wicedsim.cli.terminal.TerminalBoard;
import org.wicedsim.cli.terminal.TerminalSession;
import org.wicedsim.cli.view.EventPrinter;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.scenario.Outcome;
import org.wicedsim.scenario.ScenarioRunner;
import org.wicedsim.scenario.Script;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.FirmwareRun;
import org.wicedsim.wiced.LanAccess;
import picocli.CommandLine;

/// One run of a board, from power on to power off, with a script or in the terminal.
///
/// @param line where output and errors go
/// @param notes what to tell before the board starts, each in one line
record BoardRun(
    CommandLine line, VirtualBoard board, LanAccess access, Firmware firmware, List<String> notes) {
  BoardRun {
    notes = List.copyOf(notes);
  }

  /// Runs to the end of the script, or to its first expectation that fails, and prints events.
  ExitCode withScript(Script script, EventPrinter.Format format) {
    PrintWriter err = line.getErr();
    notes.forEach(note -> err.println("wiced-sim run: " + note));
    err.flush();
    Outcome outcome;
    try (ScenarioRunner runner = new ScenarioRunner(board.levers(), board.events(), board.clock());
        EventPrinter printer = new EventPrinter(format, line.getOut());
        EventStream.Subscription _ = board.events().subscribe(printer);
        FirmwareRun _ = FirmwareRun.start(board, access, firmware)) {
      outcome = runner.run(script);
    }
    return switch (outcome) {
      case Outcome.Passed _, Outcome.Quit _ -> ExitCode.OK;
      case Outcome.Failed failed -> {
        err.println(failed.report());
        yield ExitCode.EXPECTATION_FAILED;
      }
      case Outcome.Interrupted _ -> ExitCode.INTERRUPTED;
    };
  }

  /// Runs until somebody at the terminal quits.
  ///
  /// @throws CommandException when the terminal cannot be used
  ExitCode inTerminal() {
    TerminalSession session =
        new TerminalSession(
            board.description(),
            access.address(),
            access.lan().number(),
            notes,
            board.levers(),
            board.events(),
            System.getenv("NO_COLOR") == null);
    try (TerminalBoard terminal = new TerminalBoard(session);
        FirmwareRun _ = FirmwareRun.start(board, access, firmware)) {
      terminal.run();
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, "the terminal cannot be used: " + e.getMessage(), e);
    }
    return ExitCode.OK;
  }
}
