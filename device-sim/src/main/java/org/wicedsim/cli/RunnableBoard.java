package org.wicedsim.cli;

import java.util.concurrent.CompletableFuture;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.Levers;
import org.wicedsim.wiced.WicedEvent;

/// A board with its firmware, in this process or in one of its own. Closing it switches it off.
interface RunnableBoard extends AutoCloseable {
  /// Its hands and eyes.
  Levers levers();

  /// What happens on it; subscribe before it is switched on to miss nothing.
  EventStream events();

  /// Its time.
  Clock clock();

  /// Starts its firmware.
  ///
  /// @throws CommandException when it cannot be started
  void switchOn();

  /// Completes when a crash of the firmware has ended the board, at the latest when it is closed;
  /// else never.
  CompletableFuture<WicedEvent.FirmwareCrashed> crash();

  @Override
  void close();
}
