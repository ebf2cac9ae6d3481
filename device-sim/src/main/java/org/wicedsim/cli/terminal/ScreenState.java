package org.wicedsim.cli.terminal;

import java.util.List;

/// Everything that the screen shows.
///
/// @param board what does not change while the board is shown
/// @param look how the terminal wants it drawn
/// @param size of the terminal
/// @param seen what the board's events told, see [Events]
/// @param controls what the user's keys have set, see [Keys]
record ScreenState(Board board, Look look, Size size, Seen seen, Controls controls) {
  /// Who the board is.
  ///
  /// @param title lines for the top of the screen
  record Board(
      String name,
      String mac,
      String deviceId,
      String address,
      int lan,
      List<String> title,
      int buttons,
      int leds) {
    Board {
      title = List.copyOf(title);
    }

    static Board of(TerminalSession session) {
      return new Board(
          session.board().name(),
          session.board().mac().toString(),
          "%04X".formatted(session.board().mac().deviceId()),
          session.address().toString(),
          session.lan(),
          session.title(),
          session.board().buttons().size(),
          session.board().leds().size());
    }
  }

  /// The screen before anything has happened.
  static ScreenState initial(Board board, Look look, Size size) {
    return new ScreenState(board, look, size, Seen.NOTHING, Controls.INITIAL);
  }

  ScreenState withSize(Size other) {
    return new ScreenState(board, look, other, seen, controls);
  }

  ScreenState withSeen(Seen other) {
    return new ScreenState(board, look, size, other, controls);
  }

  ScreenState withControls(Controls other) {
    return new ScreenState(board, look, size, seen, other);
  }
}
