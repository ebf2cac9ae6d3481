package org.wicedsim.control;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.wiced.LanAccess;

/// All that a process needs to know to be a board. It holds secrets (the DCT's private key, made
/// resources), so it travels through the control socket alone.
///
/// @param board how it is wired, and who it is
/// @param originNanos when its clock started, as [System#nanoTime()] gives it: one time for all
///   processes of a machine
/// @param lan how it reaches its LAN
/// @param dct the file that its DCT is kept in; null for one that is forgotten with the board
/// @param firmware what else the firmware needs, as JSON
public record BoardSetup(
    BoardDescription board,
    long originNanos,
    LanAccess lan,
    ResourceFiles resources,
    @Nullable Path dct,
    String firmware) {
  /// The same setup of another board.
  public BoardSetup withBoard(BoardDescription other) {
    return new BoardSetup(other, originNanos, lan, resources, dct, firmware);
  }

  /// The same setup of a board whose clock starts at another time.
  BoardSetup startedAt(long otherOriginNanos) {
    return new BoardSetup(board, otherOriginNanos, lan, resources, dct, firmware);
  }

  /// A board as it is described here, just switched on.
  ///
  /// @param notes is told when a DCT file that cannot be used was put aside
  /// @throws org.wicedsim.hal.DctException when the DCT's file cannot be read
  public VirtualBoard newBoard(Consumer<String> notes) {
    return new VirtualBoard(
        board,
        resources.open(),
        new SystemClock(originNanos),
        dct == null ? Dct.inMemory(board) : Dct.keptIn(dct, board, notes));
  }

  /// Without what the firmware needs, which may name secrets.
  @Override
  public String toString() {
    return "BoardSetup[board=%s, lan=%s, resources=%s, dct=%s]"
        .formatted(board, lan, resources, dct);
  }
}
