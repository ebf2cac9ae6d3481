package org.wicedsim.cli;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.FirmwareRun;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.WicedEvent;

/// A board with Java firmware in this process: it goes on when one of its threads crashes.
final class LocalBoard implements RunnableBoard {
  private final VirtualBoard board;
  private final LanAccess lan;
  private final Firmware firmware;
  private @Nullable FirmwareRun run;

  LocalBoard(VirtualBoard board, LanAccess lan, Firmware firmware) {
    this.board = board;
    this.lan = lan;
    this.firmware = firmware;
  }

  @Override
  public Levers levers() {
    return board.levers();
  }

  @Override
  public EventStream events() {
    return board.events();
  }

  @Override
  public Clock clock() {
    return board.clock();
  }

  @Override
  public void switchOn() {
    run = FirmwareRun.start(board, lan, firmware);
  }

  @Override
  public CompletableFuture<WicedEvent.FirmwareCrashed> crash() {
    return new CompletableFuture<>();
  }

  @Override
  public void close() {
    if (run == null) {
      board.close();
    } else {
      run.close();
    }
  }
}
