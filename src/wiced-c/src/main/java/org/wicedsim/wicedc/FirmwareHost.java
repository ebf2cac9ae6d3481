package org.wicedsim.wicedc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wicedsim.control.HostedBoard;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.FirmwareRun;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.Leak;

/// A virtual board and its firmware. For the one thread that serves the simulator.
final class FirmwareHost implements HostedBoard {
  private final VirtualBoard board;
  private final LanAccess lan;
  private final Firmware firmware;
  private @Nullable FirmwareRun run;

  FirmwareHost(VirtualBoard board, LanAccess lan, Firmware firmware) {
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
  public void switchOn() {
    run = FirmwareRun.start(board, lan, firmware);
  }

  @Override
  public List<Leak> leaks() {
    return run == null ? List.of() : run.leaks();
  }

  @Override
  public void switchOff() {
    if (run == null) {
      board.close();
    } else {
      run.close();
    }
  }
}
