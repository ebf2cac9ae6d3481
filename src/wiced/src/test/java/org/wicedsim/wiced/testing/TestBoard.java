package org.wicedsim.wiced.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.BoardFileException;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.FirmwareRun;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.NetworkConfig;
import org.wicedsim.wiced.Wiced;

/// A virtual board that runs firmware, and the log of its events.
public final class TestBoard implements AutoCloseable {
  private final VirtualBoard board;
  private final EventLog log = new EventLog();
  private final FirmwareRun run;

  private TestBoard(VirtualBoard board, LanAccess access, Firmware firmware) {
    this.board = board;
    var _ = board.events().subscribe(log);
    run = FirmwareRun.start(board, access, firmware);
  }

  /// The course's board, with these resources.
  public static TestBoard start(
      BoardDescription description,
      Map<String, Octets> resources,
      Clock clock,
      LanAccess access,
      Firmware firmware) {
    VirtualBoard board = new VirtualBoard(description, new Resources(List.of(), resources), clock);
    return new TestBoard(board, access, firmware);
  }

  /// The description of the course's board.
  public static BoardDescription course() {
    return shipped(BoardFile.DEFAULT);
  }

  /// The description of a board that ships.
  public static BoardDescription shipped(String name) {
    try {
      return BoardFile.shipped(name);
    } catch (BoardFileException e) {
      throw new AssertionError(e);
    }
  }

  /// Firmware that joins the network and hands the SDK to the test, which then plays the firmware.
  public static Firmware handingOver(CompletableFuture<Wiced> sdk) {
    return wiced -> {
      wiced.network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
      sdk.complete(wiced);
    };
  }

  /// The same firmware on threads of the machine, as native code has them.
  public static Firmware onNativeThreads(Firmware firmware) {
    return new Firmware() {
      @Override
      public void applicationStart(Wiced wiced) {
        firmware.applicationStart(wiced);
      }

      @Override
      public boolean isNative() {
        return true;
      }
    };
  }

  /// The board's events.
  public EventLog log() {
    return log;
  }

  /// The board's hands and eyes.
  public Levers levers() {
    return board.levers();
  }

  /// The board below the SDK.
  public VirtualBoard hardware() {
    return board;
  }

  /// Switches the board off.
  @Override
  public void close() {
    run.close();
  }
}
