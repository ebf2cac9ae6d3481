package org.wicedsim.hal;

import java.time.Duration;

/// Where the boards of one implementation are put to the contract test.
interface BoardBench {
  /// The pins that a board on this bench can use.
  ///
  /// @param free a pin that has neither a button nor an LED
  /// @param missing a number that no pin has
  record Wiring(int button1, int button2, int led1, int led2, int free, int missing) {}

  /// A board that is switched on, with somebody to touch it.
  interface Rig {
    Board board();

    Levers levers();

    /// Lets `duration` pass by the board's clock. Returns when all that fell due has happened,
    /// however long that takes; what came of it and takes time itself needs another pass.
    void pass(Duration duration);
  }

  Wiring wiring();

  /// Switches a board on. The contract test closes it.
  Rig start(BoardDescription description, Resources resources, Dct dct);
}
