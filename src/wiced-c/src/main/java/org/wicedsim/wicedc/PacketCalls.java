package org.wicedsim.wicedc;

import java.lang.foreign.MemorySegment;
import java.util.function.Function;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.Packet;
import org.wicedsim.wiced.PacketResult;
import org.wicedsim.wiced.Tcp;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls on packets.
///
/// Slot 0 is the packet's number, if a method says nothing else. Positions in a packet come as
/// distances from the start of its buffer.
final class PacketCalls {
  private static final int NOWHERE = -1;

  private final Tcp tcp;
  private final Binding binding;
  private final Sockets sockets;
  private final Packets packets = new Packets();
  private final Missing missing;

  PacketCalls(Session session, Sockets sockets, Missing missing) {
    tcp = session.wiced().tcp();
    binding = session.binding();
    this.sockets = sockets;
    this.missing = missing;
  }

  /// Slots: socket, length of the content; back: number, address of the buffer, available space.
  long createTcp(Slots slots) {
    TcpSocket socket = sockets.get(slots.int32(0));
    int contentOctets = slots.int32(1);
    if (socket != null) {
      return give(slots, tcp.createPacket(socket, contentOctets));
    }
    // On the SDK, too, the packet is the pool's and the socket only says how large it may be.
    long result = give(slots, tcp.createPacket(contentOctets));
    slots.set(2, 0);
    return result;
  }

  /// Slots: -, length of the content; back: number, address of the buffer, available space.
  long create(Slots slots) {
    return give(slots, tcp.createPacket(slots.int32(1)));
  }

  /// Slots: socket, time-out; back: number, address of the buffer.
  long receive(Slots slots) {
    TcpSocket socket = sockets.get(slots.int32(0));
    if (socket == null) {
      slots.set(0, Handles.NONE);
      return missing.answer(
          TcpCall.WICED_TCP_RECEIVE,
          WicedResult.SOCKET_CLOSED,
          "socket",
          "wiced_tcp_create_socket");
    }
    long result = give(slots, socket.receive(slots.uint32(1)));
    SocketFields.tell(slots, socket);
    return result;
  }

  /// Slots: socket, packet.
  long send(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_SEND_PACKET;
    TcpSocket socket = sockets.get(slots.int32(0));
    int number = slots.int32(1);
    Packet packet = packets.get(number);
    if (socket == null) {
      return missing.answer(call, WicedResult.SOCKET_CLOSED, "socket", "wiced_tcp_create_socket");
    }
    if (packet == null) {
      return withoutPacket(call);
    }
    WicedResult result = socket.sendPacket(packet);
    if (result.isSuccess()) {
      packets.sent(number);
    }
    SocketFields.tell(slots, socket);
    return result.code();
  }

  /// Slots: packet.
  long delete(Slots slots) {
    Packet packet = packets.remove(slots.int32(0));
    return packet == null
        ? missing.quietly(TcpCall.WICED_PACKET_DELETE, WicedResult.ERROR)
        : packet.delete().code();
  }

  /// Slots: packet, offset; back: address of the data, 0 when there is none; octets in the
  /// fragment, and in all.
  long getData(Slots slots) {
    Packet packet = packets.get(slots.int32(0));
    int offset = slots.int32(1);
    slots.set(0, 0);
    slots.set(1, 0);
    slots.set(2, 0);
    if (packet == null) {
      return withoutPacket(TcpCall.WICED_PACKET_GET_DATA);
    }
    Packet.Data data = packet.getData(offset);
    if (data.fragmentOctets() > 0) {
      slots.set(0, MemorySegment.ofBuffer(data.octets()).address());
    }
    slots.set(1, data.fragmentOctets());
    slots.set(2, data.totalOctets());
    return data.result().code();
  }

  /// Slots: packet, where its data shall end.
  long setDataEnd(Slots slots) {
    return with(
        TcpCall.WICED_PACKET_SET_DATA_END, slots, packet -> packet.setDataEnd(position(slots)));
  }

  /// Slots: packet, where its data shall begin.
  long setDataStart(Slots slots) {
    return with(
        TcpCall.WICED_PACKET_SET_DATA_START, slots, packet -> packet.setDataStart(position(slots)));
  }

  /// Slots: packet. No packet has a second fragment.
  long getNextFragment(Slots slots) {
    TcpCall call = TcpCall.WICED_PACKET_GET_NEXT_FRAGMENT;
    return with(
        call, slots, packet -> binding.returned(call.function(), WicedResult.SUCCESS, packet));
  }

  private long give(Slots slots, PacketResult result) {
    slots.set(0, Handles.NONE);
    slots.set(1, 0);
    slots.set(2, 0);
    switch (result) {
      case PacketResult.Failed _ -> {}
      case PacketResult.Got(Packet packet) -> {
        slots.set(0, packets.add(packet));
        slots.set(1, MemorySegment.ofBuffer(packet.data()).address());
        slots.set(2, packet.availableSpace());
      }
    }
    return result.result().code();
  }

  /// A distance that no buffer has stays one.
  private static int position(Slots slots) {
    long position = slots.get(1);
    return position == (int) position ? (int) position : NOWHERE;
  }

  private long with(TcpCall call, Slots slots, Function<Packet, WicedResult> answer) {
    Packet packet = packets.get(slots.int32(0));
    return packet == null ? withoutPacket(call) : answer.apply(packet).code();
  }

  private long withoutPacket(TcpCall call) {
    return missing.answer(
        call, WicedResult.INVALID_PACKET, "packet", "wiced_packet_create_tcp or wiced_tcp_receive");
  }
}
