package org.wicedsim.cli.terminal;

import org.wicedsim.hal.Octets;

/// What a key does beyond the screen.
sealed interface Action {
  /// Presses a button for a moment.
  record Tap(int button) implements Action {}

  /// Presses a button and keeps it down.
  record Press(int button) implements Action {}

  /// Lets go of a button.
  record Release(int button) implements Action {}

  /// Types octets into the console's UART.
  record Type(Octets octets) implements Action {}

  /// Asks the terminal to tell when a key is let go.
  record TellKeyReleases() implements Action {}

  /// Leaves the terminal board.
  record Quit() implements Action {}
}
