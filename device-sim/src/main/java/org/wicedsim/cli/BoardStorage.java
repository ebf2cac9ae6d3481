package org.wicedsim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.MacAddress;
import org.wicedsim.pki.StateFolder;

/// Where this installation keeps what boards keep while they are switched off (SPEC 2.3): one DCT
/// file per board, by its MAC address.
final class BoardStorage {
  private BoardStorage() {}

  /// The DCT file of the board with this address; it need not exist.
  static Path file(MacAddress mac) {
    return StateFolder.of(System.getenv(), System.getProperties())
        .resolve("dct")
        .resolve(mac.toString().replace(':', '-') + ".dct");
  }

  /// The DCT of a board.
  ///
  /// @param notes where it is told that a file was put aside
  /// @throws org.wicedsim.hal.DctException when the file cannot be read
  static Dct dct(BoardDescription board, PrintWriter notes) {
    return Dct.keptIn(
        file(board.mac()),
        board,
        note -> {
          notes.println("wiced-sim: " + note);
          notes.flush();
        });
  }
}
