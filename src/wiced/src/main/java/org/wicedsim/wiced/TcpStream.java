package org.wicedsim.wiced;

/// A stream on a TCP socket (`wiced_tcp_stream_t`, SPEC 3.2). A stream belongs to one thread at a
/// time.
public final class TcpStream {
  /// What fits into one segment; a write waits in a buffer of this size until it is full or
  /// flushed.
  static final int SEGMENT_OCTETS = 1_460;

  private final Sdk sdk;
  private final TcpSocket socket;
  private final byte[] buffer = new byte[SEGMENT_OCTETS];
  private int buffered;

  TcpStream(Sdk sdk, TcpSocket socket) {
    this.sdk = sdk;
    this.socket = socket;
  }

  /// Writes into the stream (`wiced_tcp_stream_write`); what fills a segment is sent at once.
  ///
  /// @return SUCCESS, or the code of a segment that could not be sent
  public WicedResult write(byte[] octets) {
    int done = 0;
    WicedResult result = WicedResult.SUCCESS;
    while (done < octets.length && result.isSuccess()) {
      int part = Math.min(octets.length - done, SEGMENT_OCTETS - buffered);
      System.arraycopy(octets, done, buffer, buffered, part);
      buffered += part;
      done += part;
      if (buffered == SEGMENT_OCTETS) {
        result = send();
      }
    }
    return sdk.returned("wiced_tcp_stream_write", result, socket, octets.length);
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
    WicedResult result = fill(buffer, timeoutMs).result();
    return sdk.returned("wiced_tcp_stream_read", result, socket, buffer.length, timeoutMs);
  }

  /// Reads until `buffer` is full, nothing more comes in time, or the peer has ended the connection
  /// (`wiced_tcp_stream_read_with_count`).
  ///
  /// @param timeoutMs for each further segment, not in total
  /// @return SUCCESS and a count if there is at least one octet, else the code of [#read(byte[],
  ///   long)] and 0
  public ReadCount readWithCount(byte[] buffer, long timeoutMs) {
    Connection.Read read = fill(buffer, timeoutMs);
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
    socket.dropRestOfSegment();
    return sdk.returned("wiced_tcp_stream_deinit", WicedResult.SUCCESS, socket);
  }

  private WicedResult send() {
    if (buffered == 0) {
      return WicedResult.SUCCESS;
    }
    int length = buffered;
    buffered = 0;
    return socket.write(buffer, length);
  }

  private Connection.Read fill(byte[] target, long timeoutMs) {
    int count = 0;
    while (count < target.length) {
      Connection.Read read = socket.read(target, count, target.length - count, timeoutMs);
      count += read.octets();
      if (!read.result().isSuccess()) {
        return new Connection.Read(read.result(), count);
      }
    }
    return new Connection.Read(WicedResult.SUCCESS, count);
  }

  /// What a read gave.
  ///
  /// @param octets how many octets stand in the buffer
  public record ReadCount(WicedResult result, int octets) {}
}
