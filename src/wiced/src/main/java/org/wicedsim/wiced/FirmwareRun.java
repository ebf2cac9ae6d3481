package org.wicedsim.wiced;

import java.util.List;
import org.wicedsim.hal.Board;

/// Firmware that runs on a board, from power on to power off.
public final class FirmwareRun implements AutoCloseable {
  private final Board board;
  private final Sdk sdk;
  private final Wiced wiced;
  private boolean closed;

  private FirmwareRun(Board board, Sdk sdk, Wiced wiced) {
    this.board = board;
    this.sdk = sdk;
    this.wiced = wiced;
  }

  /// Switches the board on: `application_start` runs in a thread of its own. Subscribe to the
  /// board's events before, to miss none.
  public static FirmwareRun start(Board board, LanAccess access, Firmware firmware) {
    Sdk sdk = new Sdk(board, firmware.isNative());
    HandlerContext interrupts = new HandlerContext(sdk, Context.INTERRUPT);
    Wiced wiced = new Wiced(sdk, interrupts, access, firmware.hasStdio());
    interrupts.start();
    sdk.threads()
        .start(
            "application_start", Rtos.APPLICATION_PRIORITY, () -> firmware.applicationStart(wiced));
    return new FirmwareRun(board, sdk, wiced);
  }

  /// What the firmware has taken so far and is neither using nor has given back. Kept only while
  /// somebody watches the board; at any time, from any thread.
  public List<Leak> leaks() {
    return sdk.ledger().leaks();
  }

  /// Switches the board off: a diagnostic tells of each leak, its threads end wherever they wait,
  /// its sockets are gone as with the plug pulled, and the board is closed. A second call does
  /// nothing.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    leaks().forEach(leak -> sdk.diagnose(leak.code(), leak.toString()));
    if (!sdk.threads().stop()) {
      sdk.diagnose("thread-hangs", "a thread of the firmware does not end: it never calls the SDK");
    }
    wiced.tcp().closeAll();
    wiced.network().closeAll();
    board.close();
  }
}
