package org.wicedsim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.wicedsim.control.BoardSetup;
import org.wicedsim.control.RemoteBoard;
import org.wicedsim.control.ResourceFiles;
import org.wicedsim.control.SetupJson;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.EventStream;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wicedc.BoardProcess;
import org.wicedsim.wicedc.BoardProcessException;
import org.wicedsim.wicedc.BuildException;
import org.wicedsim.wicedc.BuildOptions;
import org.wicedsim.wicedc.FirmwareBuild;
import org.wicedsim.wicedc.FirmwareImage;

/// As [BoardLatency], with C firmware in a process of its own: the press crosses the control
/// socket.
///
/// Arguments: `APPLICATION [PRESSES]`: a client whose button 1 sends a write request to the class
/// server.
public final class CBoardLatency {
  private CBoardLatency() {}

  /// Measures, and prints a table.
  public static void main(String[] args)
      throws IOException, InterruptedException, BuildException, BoardProcessException {
    int presses = args.length < 2 ? BoardLatency.DEFAULT_PRESSES : Integer.parseInt(args[1]);
    run(Path.of(args[0]), presses, System.out);
  }

  static void run(Path application, int presses, PrintStream out)
      throws IOException, InterruptedException, BuildException, BoardProcessException {
    BoardDescription board = Bench.bareBoard();
    Path installation = Path.of(System.getProperty("wicedsim.home", ""));
    FirmwareImage image =
        FirmwareBuild.build(
            application, board, BuildOptions.of(installation, System.getenv()), out::println);
    out.printf("%s in C on the bare board (no debounce), %d presses%n", image.name(), presses);
    BoardLatency.print(out, "plain", measure(image, board, presses), false);
  }

  private static List<BoardLatency.Press> measure(
      FirmwareImage image, BoardDescription board, int presses)
      throws IOException, InterruptedException, BoardProcessException {
    try (LanSeat wholeLan = LanSeat.takeFreeLan();
        LanSeat seat = LanSeat.take(wholeLan.lan(), board.network().address());
        BoardProcess process = BoardProcess.start(List.of(), false)) {
      RemoteBoard remote =
          process.board(
              new BoardSetup(
                  board,
                  System.nanoTime(),
                  new LanAccess(seat.lan(), seat.address(), Map.of()),
                  new ResourceFiles(null, Path.of(""), Map.of()),
                  null,
                  SetupJson.write(image)),
              image);
      PressRecorder recorder = new PressRecorder(false);
      try (WireServer server =
              BoardLatency.server(wholeLan, remote.clock(), false, Bench.identity(wholeLan.lan()));
          EventStream.Subscription _ = remote.events().subscribe(recorder)) {
        process.switchOn();
        recorder.awaitBoot(BoardLatency.TIMEOUT_MS);
        return BoardLatency.press(presses, remote.levers(), remote.clock(), recorder, server);
      }
    }
  }
}
