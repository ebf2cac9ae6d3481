package org.wicedsim.cli.terminal;

import java.util.Set;

/// What the user's keys have set.
///
/// @param held the buttons that a key keeps down until it is struck again
/// @param keysRelease whether the terminal tells when a key is let go
/// @param consoleEnd the number of the line after the last one shown, or [#LATEST]
/// @param notice what the last key could not do; empty for none
record Controls(Mode mode, Set<Integer> held, boolean keysRelease, long consoleEnd, String notice) {
  /// The console shows what comes.
  static final long LATEST = -1;

  static final Controls INITIAL = new Controls(new Watching(), Set.of(), false, LATEST, "");

  Controls {
    held = Set.copyOf(held);
  }

  /// What the keys mean, and what stands below the board.
  sealed interface Mode {}

  /// The panes: console, server, diagnostics.
  record Watching() implements Mode {}

  /// The help page.
  ///
  /// @param top how many of its lines are scrolled away
  record Helping(int top) implements Mode {}

  /// A line for the UART is being written below the panes.
  record Typing(String line) implements Mode {}

  Controls withMode(Mode other) {
    return new Controls(other, held, keysRelease, consoleEnd, notice);
  }

  Controls withHeld(Set<Integer> other) {
    return new Controls(mode, other, keysRelease, consoleEnd, notice);
  }

  Controls withKeysRelease() {
    return new Controls(mode, held, true, consoleEnd, notice);
  }

  Controls withConsoleEnd(long other) {
    return new Controls(mode, held, keysRelease, other, notice);
  }

  Controls withNotice(String other) {
    return new Controls(mode, held, keysRelease, consoleEnd, other);
  }
}
