package org.wicedsim.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.FirmwareRun;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wiced.VirtualLan;

/// Many boards with the LED client in one process, each with its own address on one LAN.
final class Fleet implements AutoCloseable {
  /// How long all boards together may take to boot, or to serve a press.
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /// Boards that are given up when the machine has no more to give: their descriptors are for the
  /// connections of the rest, and for the JVM's own files.
  static final int SPARE_BOARDS = 2 * FleetWatch.MAX_UNDER_WAY + 32;

  private final VirtualLan lan;
  private final Firmware firmware;
  private final Resources resources;
  private final FleetWatch watch;
  private final BoardDescription description = Bench.bareBoard();
  private final List<Member> members = new ArrayList<>();

  private record Member(LanSeat seat, Levers levers, FirmwareRun run) {}

  Fleet(VirtualLan lan, Firmware firmware, Resources resources, FleetWatch watch) {
    this.lan = lan;
    this.firmware = firmware;
    this.resources = resources;
    this.watch = watch;
  }

  int size() {
    return members.size();
  }

  /// Switches on boards until there are so many, and waits until all take presses.
  ///
  /// @throws java.io.UncheckedIOException when the machine has no socket left for an address
  /// @throws IllegalStateException when the LAN has no address left
  void growTo(int boards) throws InterruptedException {
    watch.expectBoots(boards - size());
    while (size() < boards) {
      switchOnAnother();
    }
    if (!watch.awaitBoots(PATIENCE)) {
      throw new IllegalStateException("not all of %d boards have booted".formatted(boards));
    }
  }

  /// Switches off the newest boards.
  void shrinkBy(int boards) {
    for (int i = 0; i < boards && !members.isEmpty(); i++) {
      switchOff(members.removeLast());
    }
  }

  /// Presses button 1 of every board, with [FleetWatch#MAX_UNDER_WAY] under way at once, and waits
  /// until all have ended.
  ///
  /// @return whether all ended in time
  boolean press() throws InterruptedException {
    watch.expectPresses(size());
    for (Member member : members) {
      if (!watch.awaitTurn(PATIENCE)) {
        return false;
      }
      member.levers.press(Bench.BUTTON);
    }
    return watch.awaitPresses(PATIENCE);
  }

  /// Lets go of them.
  void release() {
    members.forEach(member -> member.levers.release(Bench.BUTTON));
  }

  @Override
  public void close() {
    shrinkBy(size());
  }

  private void switchOnAnother() {
    // The address behind the last one: to look from the first one on would be quadratic.
    Ipv4Address wanted =
        members.isEmpty() ? description.network().address() : members.getLast().seat.address();
    LanSeat seat = LanSeat.take(lan, wanted);
    BoardDescription mine = description.withMac(description.mac().plus(size()));
    VirtualBoard board = new VirtualBoard(mine, resources, new SystemClock());
    var _ = board.events().subscribe(watch);
    LanAccess access = new LanAccess(lan, seat.address(), Map.of());
    members.add(new Member(seat, board.levers(), FirmwareRun.start(board, access, firmware)));
  }

  private static void switchOff(Member member) {
    member.run.close();
    member.seat.close();
  }
}
