package org.wicedsim.wicedc;

import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.Tcp;
import org.wicedsim.wiced.TcpBinding;
import org.wicedsim.wiced.TcpSocket;
import org.wicedsim.wiced.TcpStream;
import org.wicedsim.wiced.Wiced;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls on streams.
///
/// Slot 0 is the stream's number, slot 1 that of the socket that its structure points to, if a
/// method says nothing else.
final class StreamCalls {
  /// More than any board has memory: a length beyond it is a mistake.
  static final int MAX_WRITE_OCTETS = 16 * 1024 * 1024;

  private final Wiced wiced;
  private final Tcp tcp;
  private final Binding binding;
  private final Sockets sockets;
  private final Missing missing;
  private final Structs<Held> streams = new Structs<>();

  /// A stream may be initialised before its socket is created, and outlive it: it is on whatever
  /// socket its structure points to.
  private static final class Held {
    private @Nullable TcpSocket socket;
    private @Nullable TcpStream stream;

    /// The stream, on this socket from now on; without one, as it was.
    synchronized @Nullable TcpStream on(@Nullable TcpSocket current) {
      TcpStream known = stream;
      if (current != null && current != socket) {
        if (known == null) {
          stream = TcpBinding.stream(current);
        } else {
          TcpBinding.use(known, current);
        }
        socket = current;
      }
      return stream;
    }

    synchronized void begin(TcpSocket current, TcpStream initialised) {
      socket = current;
      stream = initialised;
    }
  }

  StreamCalls(Session session, Sockets sockets, Missing missing) {
    wiced = session.wiced();
    tcp = wiced.tcp();
    binding = session.binding();
    this.sockets = sockets;
    this.missing = missing;
  }

  /// Slots: address of the structure, and the way back of its number; socket.
  long init(Slots slots) {
    long address = slots.get(0);
    slots.set(0, Handles.NONE);
    if (address == 0) {
      return binding.returned(TcpCall.WICED_TCP_STREAM_INIT.function(), WicedResult.BADARG).code();
    }
    Held held = new Held();
    TcpSocket socket = sockets.get(slots.int32(1));
    if (socket == null) {
      var _ =
          binding.returned(
              TcpCall.WICED_TCP_STREAM_INIT.function(), WicedResult.SUCCESS, "no socket yet");
    } else {
      held.begin(socket, tcp.streamInit(socket));
    }
    int number = streams.reserve(1);
    // A stream that was here is lost with the packets that it holds, as on the SDK.
    var _ = streams.put(number, address, held);
    slots.set(0, number);
    return WicedResult.SUCCESS.code();
  }

  /// Slots: stream, socket.
  long deinit(Slots slots) {
    TcpStream stream = stream(slots);
    var _ = streams.remove(slots.int32(0));
    return stream == null
        ? missing.quietly(TcpCall.WICED_TCP_STREAM_DEINIT, WicedResult.SUCCESS)
        : stream.deinit().code();
  }

  /// Slots: stream, socket, octets, how many.
  long write(Slots slots) {
    TcpCall call = TcpCall.WICED_TCP_STREAM_WRITE;
    TcpStream stream = stream(slots);
    if (stream == null) {
      return without(call);
    }
    long octets = slots.uint32(3);
    if (octets > MAX_WRITE_OCTETS) {
      binding.diagnose(
          "bad-length",
          "%s: %d octets are more than the board has memory".formatted(call.function(), octets));
      return binding.returned(call.function(), WicedResult.ERROR, octets).code();
    }
    return stream.write(NativeMemory.octets(slots.get(2), (int) octets)).code();
  }

  /// Slots: stream, socket, octets, how many.
  long writeResource(Slots slots) {
    TcpStream stream = stream(slots);
    if (stream == null) {
      return without(TcpCall.WICED_TCP_STREAM_WRITE_RESOURCE);
    }
    byte[] octets = NativeMemory.octets(slots.get(2), slots.int32(3));
    return TcpBinding.writeResource(stream, octets, octets.length + " octets").code();
  }

  /// Slots: stream, socket.
  long flush(Slots slots) {
    TcpStream stream = stream(slots);
    return stream == null ? without(TcpCall.WICED_TCP_STREAM_FLUSH) : stream.flush().code();
  }

  /// Slots: stream, socket, buffer, its length, time-out.
  long read(Slots slots) {
    TcpStream stream = stream(slots);
    if (stream == null) {
      return without(TcpCall.WICED_TCP_STREAM_READ);
    }
    byte[] octets = new byte[slots.int32(3)];
    return put(slots, octets, TcpBinding.read(stream, octets, slots.uint32(4)));
  }

  /// Slots: stream, socket, buffer, its length, time-out; back: how many octets were read, in the
  /// first.
  long readWithCount(Slots slots) {
    TcpStream stream = stream(slots);
    slots.set(0, 0);
    if (stream == null) {
      return without(TcpCall.WICED_TCP_STREAM_READ_WITH_COUNT);
    }
    byte[] octets = new byte[slots.int32(3)];
    TcpStream.ReadCount read = stream.readWithCount(octets, slots.uint32(4));
    slots.set(0, read.octets());
    return put(slots, octets, read);
  }

  /// What was read is in the buffer, also when there was too little of it.
  private static long put(Slots slots, byte[] octets, TcpStream.ReadCount read) {
    NativeMemory.put(slots.get(2), octets, read.octets());
    return read.result().code();
  }

  /// The stream; null when it was never initialised, or never had a socket.
  private @Nullable TcpStream stream(Slots slots) {
    Held held = streams.get(slots.int32(0));
    return held == null ? null : held.on(sockets.get(slots.int32(1)));
  }

  private long without(TcpCall call) {
    WicedResult result = TcpBinding.hasLink(wiced) ? WicedResult.SOCKET_CLOSED : WicedResult.NOTUP;
    return missing.answer(
        call, result, "stream", "wiced_tcp_stream_init on a socket that was created");
  }
}
