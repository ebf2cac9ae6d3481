package org.wicedsim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.terminal.TerminalBoard;
import org.wicedsim.cli.terminal.TerminalSession;
import org.wicedsim.cli.view.EventPrinter;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.EventStream;
import org.wicedsim.scenario.Outcome;
import org.wicedsim.scenario.ScenarioRunner;
import org.wicedsim.scenario.Script;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.WicedEvent;
import picocli.CommandLine;

/// One run of a board, from power on to power off, with a script or in the terminal.
///
/// @param line where output and errors go
/// @param description who the board is
/// @param access its place on the LAN
/// @param board the board itself, yet to be switched on; it is closed behind the run
/// @param notes what to tell before the board starts, each in one line
record BoardRun(
    CommandLine line,
    BoardDescription description,
    LanAccess access,
    RunnableBoard board,
    List<String> notes) {
  BoardRun {
    notes = List.copyOf(notes);
  }

  /// Runs to the end of the script, to its first expectation that fails, or to a crash of the
  /// firmware that ends the board; and prints events.
  ExitCode withScript(Script script, EventPrinter.Format format) {
    PrintWriter err = line.getErr();
    notes.forEach(note -> err.println("wiced-sim run: " + note));
    err.flush();
    Outcome outcome;
    try (ScenarioRunner runner = new ScenarioRunner(board.levers(), board.events(), board.clock());
        EventPrinter printer = new EventPrinter(format, line.getOut());
        EventStream.Subscription _ = board.events().subscribe(printer);
        board;
        ScriptThread thread = new ScriptThread()) {
      board.switchOn();
      var _ = board.crash().thenRun(thread::interrupt);
      outcome = runner.run(script);
    }
    if (outcome instanceof Outcome.Failed failed) {
      err.println(failed.report());
    }
    return afterCrash(
        switch (outcome) {
          case Outcome.Passed _, Outcome.Quit _ -> ExitCode.OK;
          case Outcome.Failed _ -> ExitCode.EXPECTATION_FAILED;
          case Outcome.Interrupted _ -> ExitCode.INTERRUPTED;
        });
  }

  /// Runs until somebody at the terminal quits.
  ///
  /// @throws CommandException when the terminal cannot be used
  ExitCode inTerminal() {
    TerminalSession session =
        new TerminalSession(
            description,
            access.address(),
            access.lan().number(),
            notes,
            board.levers(),
            board.events(),
            System.getenv("NO_COLOR") == null);
    try (TerminalBoard terminal = new TerminalBoard(session);
        board) {
      board.switchOn();
      terminal.run();
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, "the terminal cannot be used: " + e.getMessage(), e);
    }
    return afterCrash(ExitCode.OK);
  }

  /// A crash is told last, where it stays in view.
  private ExitCode afterCrash(ExitCode otherwise) {
    WicedEvent.@Nullable FirmwareCrashed crash = board.crash().getNow(null);
    if (crash == null) {
      return otherwise;
    }
    PrintWriter err = line.getErr();
    err.println("firmware crashed " + crash.cause());
    crash.stack().forEach(call -> err.println("  " + call));
    return ExitCode.FIRMWARE_CRASHED;
  }

  /// The thread that runs the script: nothing that it waits for can happen behind a crash.
  private static final class ScriptThread implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private boolean ended;

    synchronized void interrupt() {
      if (!ended) {
        ended = true;
        thread.interrupt();
      }
    }

    /// What follows the script is not interrupted.
    @Override
    public synchronized void close() {
      if (ended) {
        var _ = Thread.interrupted();
      }
      ended = true;
    }
  }
}
