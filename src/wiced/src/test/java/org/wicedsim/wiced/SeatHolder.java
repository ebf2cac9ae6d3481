package org.wicedsim.wiced;

import java.io.IOException;
import org.wicedsim.hal.Ipv4Address;

/// A process that takes a seat on a LAN, says which, and keeps it until it is killed.
final class SeatHolder {
  private SeatHolder() {}

  /// Takes the seat.
  ///
  /// @param args the number of the LAN
  public static void main(String[] args) throws IOException {
    VirtualLan lan = VirtualLan.of(Integer.parseInt(args[0]));
    LanSeat seat = LanSeat.take(lan, Ipv4Address.of(198, 51, 100, 14));
    System.out.println(seat.address());
    System.in.read();
  }
}
