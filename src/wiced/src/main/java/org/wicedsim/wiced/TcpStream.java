package org.wicedsim.wiced;

import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Resource;

/// A stream on a TCP socket (`wiced_tcp_stream_t`, SPEC 3.2). A stream belongs to one thread at a
/// time.
///
/// It holds up to two packets: one of the transmit pool that is being filled, one of the receive
/// pool that was read in part.
public final class TcpStream {
  private final Sdk sdk;
  private final Ledger.Entry entry;
  private TcpSocket socket;
  private @Nullable Packet filling;
  private @Nullable Packet emptying;
  private int emptied;

  TcpStream(Sdk sdk, TcpSocket socket) {
    this.sdk = sdk;
    this.socket = socket;
    entry = sdk.ledger().open(Ledger.Kind.STREAM, "wiced_tcp_stream_init", this::isInUse);
  }

  /// Writes into the stream (`wiced_tcp_stream_write`); what fills a segment is sent at once.
  ///
  /// @return SUCCESS; TIMEOUT when there is no transmit packet for 2 s; or the code of a segment
  ///   that could not be sent
  public WicedResult write(byte[] octets) {
    return sdk.returned("wiced_tcp_stream_write", write(octets, 0), socket, octets.length);
  }

  /// Writes a resource into the stream (`wiced_tcp_stream_write_resource`): see [#write(byte[])].
  public WicedResult write(Resource resource) {
    return writeResource(resource.data().toBytes(), resource.path());
  }

  /// Sends what is buffered (`wiced_tcp_stream_flush`); if that fails, it is dropped.
  ///
  /// @return SUCCESS, also when nothing was buffered; SOCKET_CLOSED without a connection
  public WicedResult flush() {
    return sdk.returned("wiced_tcp_stream_flush", send(), socket);
  }

  /// Reads until `buffer` is full (`wiced_tcp_stream_read`). What arrived before a time-out or the
  /// end is in the buffer all the same.
  ///
  /// @param timeoutMs for each further segment, not in total
  /// @return SUCCESS; TIMEOUT; SOCKET_CLOSED, or over TLS TLS_PEER_CLOSE_NOTIFY, at the end
  public WicedResult read(byte[] buffer, long timeoutMs) {
    return readCounted(buffer, timeoutMs).result();
  }

  /// Reads until `buffer` is full, nothing more comes in time, or the peer has ended the connection
  /// (`wiced_tcp_stream_read_with_count`).
  ///
  /// @param timeoutMs for each further segment, not in total
  /// @return SUCCESS and a count if there is at least one octet, else the code of [#read(byte[],
  ///   long)] and 0
  public ReadCount readWithCount(byte[] buffer, long timeoutMs) {
    ReadCount read = fill(buffer, timeoutMs);
    WicedResult result = read.octets() > 0 ? WicedResult.SUCCESS : read.result();
    sdk.returned(
        "wiced_tcp_stream_read_with_count",
        result,
        socket,
        buffer.length,
        timeoutMs,
        read.octets());
    return new ReadCount(result, read.octets());
  }

  /// Sends what is buffered and ends the stream (`wiced_tcp_stream_deinit`); the socket stays. What
  /// is left of a segment that was read in part is lost.
  public WicedResult deinit() {
    send();
    dropEmptying();
    entry.close();
    return sdk.returned("wiced_tcp_stream_deinit", WicedResult.SUCCESS, socket);
  }

  /// Goes on with another socket; what is buffered goes there.
  void use(TcpSocket next) {
    socket = next;
  }

  /// As [#write(Resource)].
  ///
  /// @param name what the resource is called in events
  WicedResult writeResource(byte[] octets, String name) {
    return sdk.returned("wiced_tcp_stream_write_resource", write(octets, 0), socket, name);
  }

  /// As [#read(byte[], long)], and tells how many octets are in the buffer when there was no
  /// success.
  ReadCount readCounted(byte[] buffer, long timeoutMs) {
    ReadCount read = fill(buffer, timeoutMs);
    sdk.returned("wiced_tcp_stream_read", read.result(), socket, buffer.length, timeoutMs);
    return read;
  }

  private boolean isInUse() {
    return socket.core().isInUse();
  }

  private WicedResult write(byte[] octets, int from) {
    int done = from;
    while (done < octets.length) {
      Packet packet = filling;
      if (packet == null) {
        packet = socket.newPacket("wiced_tcp_stream_write");
        if (packet == null) {
          return WicedResult.TIMEOUT;
        }
        filling = packet;
      }
      // There is none if TLS, which needs some of it, was begun behind the last write.
      int room = Math.max(0, socket.segmentOctets() - packet.length());
      int part = Math.min(octets.length - done, room);
      packet.put(octets, done, part);
      done += part;
      if (part == room) {
        WicedResult result = send();
        if (!result.isSuccess()) {
          return result;
        }
      }
    }
    return WicedResult.SUCCESS;
  }

  private WicedResult send() {
    Packet packet = filling;
    if (packet == null) {
      return WicedResult.SUCCESS;
    }
    filling = null;
    WicedResult result = socket.core().send(packet);
    sdk.transmitPool().delete(packet);
    return result;
  }

  private ReadCount fill(byte[] target, long timeoutMs) {
    int count = 0;
    while (count < target.length) {
      Packet packet = emptying;
      if (packet == null) {
        switch (socket.core().receive(timeoutMs, "wiced_tcp_stream_read")) {
          case PacketResult.Failed(WicedResult result) -> {
            return new ReadCount(result, count);
          }
          case PacketResult.Got(Packet next) -> packet = next;
        }
        emptying = packet;
        emptied = 0;
      }
      int part = Math.min(target.length - count, packet.length() - emptied);
      packet.get(emptied, target, count, part);
      emptied += part;
      count += part;
      if (emptied == packet.length()) {
        dropEmptying();
      }
    }
    return new ReadCount(WicedResult.SUCCESS, count);
  }

  private void dropEmptying() {
    if (emptying != null) {
      sdk.receivePool().delete(emptying);
      emptying = null;
    }
  }

  /// What a read gave.
  ///
  /// @param octets how many octets stand in the buffer
  public record ReadCount(WicedResult result, int octets) {}
}
