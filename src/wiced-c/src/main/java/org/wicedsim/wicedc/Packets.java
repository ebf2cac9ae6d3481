package org.wicedsim.wicedc;

import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.Packet;

/// The packets behind the `wiced_packet_t` of C, which are a ring of [#SIZE] structures there: the
/// structure of a packet is the one at its number modulo the ring's size.
///
/// A structure is used again once that many further packets were made, and its packet was sent or
/// deleted. Until then a pointer to it does no harm: deleting a packet twice, or behind sending it,
/// finds the same packet.
final class Packets {
  /// `SIM_PACKETS` of the C side. Far more than the pools have packets together.
  static final int SIZE = 4_096;

  private static final class Place {
    private final int number;
    private final Packet packet;
    private boolean sent;

    Place(int number, Packet packet) {
      this.number = number;
      this.packet = packet;
    }
  }

  private final @Nullable Place[] ring = new @Nullable Place[SIZE];
  private int last = Handles.NONE;

  /// Gives a packet its number.
  synchronized int add(Packet packet) {
    do {
      last++;
    } while (last == Handles.NONE || isHeld(ring[place(last)]));
    ring[place(last)] = new Place(last, packet);
    return last;
  }

  /// The packet with this number; null when it was deleted, or was sent so long ago that it is
  /// forgotten.
  synchronized @Nullable Packet get(int number) {
    Place there = ring[place(number)];
    return there != null && there.number == number ? there.packet : null;
  }

  /// Notes that the stack has the packet: nobody needs to delete it any more.
  synchronized void sent(int number) {
    Place there = ring[place(number)];
    if (there != null && there.number == number) {
      there.sent = true;
    }
  }

  /// Forgets the packet with this number.
  ///
  /// @return the packet; null when there was none
  synchronized @Nullable Packet remove(int number) {
    Packet packet = get(number);
    if (packet != null) {
      ring[place(number)] = null;
    }
    return packet;
  }

  private static boolean isHeld(@Nullable Place there) {
    return there != null && !there.sent;
  }

  private static int place(int number) {
    return Integer.remainderUnsigned(number, SIZE);
  }
}
