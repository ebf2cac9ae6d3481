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

  private static final int JVM_DESCRIPTORS = 32;

  private final VirtualLan lan;
  private final Firmware firmware;
  private final Resources resources;
  private final FleetWatch watch;
  private final int underWay;
  private final BoardDescription description = Bench.bareBoard();
  private final List<Member> members = new ArrayList<>();

  private record Member(LanSeat seat, Levers levers, FirmwareRun run) {}

  /// @param underWay how many presses are under way at once
  Fleet(VirtualLan lan, Firmware firmware, Resources resources, FleetWatch watch, int underWay) {
    this.lan = lan;
    this.firmware = firmware;
    this.resources = resources;
    this.watch = watch;
    this.underWay = underWay;
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

  /// Switches off the newest boards, when the machine has no more to give: the connections of the
  /// rest need two descriptors each, one for the board and one for the class server, and the JVM
  /// some for its own files.
  void makeRoom() {
    shrinkBy(2 * underWay + JVM_DESCRIPTORS);
  }

  /// Presses button 1 of every board, and waits until all presses have ended.
  ///
  /// @return whether all ended in time
  boolean press() throws InterruptedException {
    watch.expectPresses(size(), underWay);
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

  private void shrinkBy(int boards) {
    for (int i = 0; i < boards && !members.isEmpty(); i++) {
      switchOff(members.removeLast());
    }
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
