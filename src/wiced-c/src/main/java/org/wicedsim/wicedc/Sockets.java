package org.wicedsim.wicedc;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.WicedResult;

/// The sockets of the firmware, by their numbers.
final class Sockets {
  private final Structs<TcpSocket> known = new Structs<>();
  private final Missing missing;

  /// @param missing answers calls on sockets that do not exist
  Sockets(Missing missing) {
    this.missing = missing;
  }

  /// Gives a socket its number. One that was in the structure before is lost, as on the SDK: it
  /// stays as it is, and is reported as a leak.
  ///
  /// @param address of the structure
  int add(long address, TcpSocket socket) {
    int number = known.reserve(1);
    var _ = known.put(number, address, socket);
    return number;
  }

  /// Numbers in a row for the sockets of a server.
  ///
  /// @return the first
  int reserve(int count) {
    return known.reserve(count);
  }

  /// Gives a socket of a server one of the numbers that were reserved.
  void put(int number, TcpSocket socket) {
    known.put(number, socket);
  }

  /// The socket with this number; null when there is none, or none any more.
  @Nullable TcpSocket get(int number) {
    return known.get(number);
  }

  /// Forgets the socket with this number.
  void remove(int number) {
    var _ = known.remove(number);
  }

  /// Answers a call on the socket whose number is in slot 0, and tells what has become of it.
  ///
  /// @param without what the call gives on a socket that does not exist
  long with(
      TcpCall call, Slots slots, WicedResult without, Function<TcpSocket, WicedResult> answer) {
    int number = slots.int32(0);
    TcpSocket socket = known.get(number);
    if (socket == null) {
      return missing.answer(call, without, "socket", "wiced_tcp_create_socket");
    }
    WicedResult result = answer.apply(socket);
    // Another thread may have deleted the socket meanwhile, and its structure with it.
    if (known.get(number) == socket) {
      SocketFields.tell(slots, socket);
    }
    return result.code();
  }
}
