package org.wicedsim.cli;

import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wiced.VirtualLan;

/// Which address a board has on its LAN: the first free one from the board file's on, or exactly
/// one that was asked for.
///
/// @param exact whether another address will not do
record BoardAddress(Ipv4Address wanted, boolean exact) {
  /// The first free one from the board file's on (SPEC 2.6).
  static BoardAddress firstFree(BoardDescription board) {
    return new BoardAddress(board.network().address(), false);
  }

  /// Exactly this one.
  ///
  /// @throws CommandException when it is not one of a virtual LAN
  static BoardAddress exactly(Ipv4Address address) {
    if (!VirtualLan.contains(address)) {
      throw new CommandException(
          ExitCode.USAGE,
          "--address %s: expected one of the virtual LAN, such as 198.51.100.20"
              .formatted(address));
    }
    return new BoardAddress(address, true);
  }

  /// Whether this is the class server's place (SPEC 2.6).
  boolean isClassServers() {
    return wanted.equals(ClassServerPlace.ADDRESS);
  }

  /// Takes the address on a LAN.
  ///
  /// @throws CommandException when exactly this one was asked for, and another board has it
  LanSeat take(VirtualLan lan) {
    if (!exact) {
      return LanSeat.take(lan, wanted);
    }
    return LanSeat.takeExactly(lan, wanted)
        .orElseThrow(() ->
            new CommandException(
                ExitCode.ADDRESS_IN_USE,
                "another board has the address %s on LAN %d: choose another LAN with --lan, or"
                        .formatted(wanted, lan.number())
                    + " another address with --address"));
  }

  /// How far the board that sits there is from the first board of the LAN: MAC addresses keep the
  /// same distance, so that no two boards share one.
  static int distance(LanSeat seat, BoardDescription first) {
    return seat.address().bits() - first.network().address().bits();
  }
}
