package org.wicedsim.wiced;

import org.wicedsim.hal.Board;

/// Firmware that runs on a board, from power on to power off.
public final class FirmwareRun implements AutoCloseable {
  private final Board board;
  private final Sdk sdk;
  private final Tcp tcp;

  private FirmwareRun(Board board, Sdk sdk, Tcp tcp) {
    this.board = board;
    this.sdk = sdk;
    this.tcp = tcp;
  }

  /// Switches the board on: `application_start` runs in a thread of its own. Subscribe to the
  /// board's events before, to miss none.
  public static FirmwareRun start(Board board, LanAccess access, Firmware firmware) {
    Sdk sdk = new Sdk(board);
    HandlerContext interrupts = new HandlerContext(sdk, Context.INTERRUPT);
    Wiced wiced = new Wiced(sdk, interrupts, access);
    interrupts.start();
    sdk.threads()
        .start(
            "application_start", Rtos.APPLICATION_PRIORITY, () -> firmware.applicationStart(wiced));
    return new FirmwareRun(board, sdk, wiced.tcp());
  }

  /// Switches the board off: its threads end wherever they wait, its sockets are gone as with the
  /// plug pulled, and the board is closed.
  @Override
  public void close() {
    if (!sdk.threads().stop()) {
      sdk.diagnose("thread-hangs", "a thread of the firmware does not end: it never calls the SDK");
    }
    tcp.closeAll();
    board.close();
  }
}
