package org.wicedsim.wiced;

import java.nio.ByteBuffer;

/// A packet of one of the board's two pools (`wiced_packet_t`, SPEC 2.7).
///
/// It lives from the moment it was created or has arrived until nobody refers to it any more: the
/// firmware, which lets go with [#delete()], and the stack, which lets go once it has sent it. Then
/// its place in the pool is free for the next one. As on the board, the firmware must not touch a
/// packet that it has deleted: its octets are another's.
public final class Packet {
  /// What a segment carries on an Ethernet-like link (RFC 879): 1,500 octets less two headers.
  static final int SEGMENT_OCTETS = 1_460;

  /// Room behind the data: programs write a NUL there.
  private static final int SLACK_OCTETS = 108;

  static final int BUFFER_OCTETS = SEGMENT_OCTETS + SLACK_OCTETS;

  private final PacketPool pool;
  private final int number;
  private final ByteBuffer buffer;
  private final int availableSpace;

  private int start;
  private int end;

  /// Of the firmware's claim on it; none while only the stack has one.
  private Ledger.Entry entry = Ledger.Entry.NONE;

  // Guarded by the pool.
  private boolean heldByFirmware;
  private boolean heldByStack;
  private boolean sent;

  Packet(PacketPool pool, int number, ByteBuffer buffer, int availableSpace) {
    this.pool = pool;
    this.number = number;
    this.buffer = buffer;
    this.availableSpace = availableSpace;
  }

  /// What [#getData(int)] gave.
  ///
  /// @param result SUCCESS; ERROR when the offset lies behind the data
  /// @param octets the data from the offset on; empty when there is none
  /// @param fragmentOctets how many there are in this fragment
  /// @param totalOctets how many there are in the whole packet; packets here have one fragment
  public record Data(WicedResult result, ByteBuffer octets, int fragmentOctets, int totalOctets) {}

  /// How many octets fit: 1,460, less what TLS adds; 0 when the packet was created for a socket
  /// that is not connected, though there is a buffer all the same.
  public int availableSpace() {
    return availableSpace;
  }

  /// The packet's buffer, from the start of its data to its end. What was written there is sent up
  /// to [#setDataEnd(int)].
  public ByteBuffer data() {
    return buffer.slice(start, BUFFER_OCTETS - start);
  }

  /// Says where the data ends (`wiced_packet_set_data_end`).
  ///
  /// @param octets how many lie between the start of the buffer and the end of the data
  /// @return SUCCESS; ERROR when the end lies outside of the buffer or before its start
  public WicedResult setDataEnd(int octets) {
    boolean inside = octets >= start && octets <= BUFFER_OCTETS;
    if (inside) {
      end = octets;
    }
    return pool.returned("wiced_packet_set_data_end", inside, this, octets);
  }

  /// Says where the data begins (`wiced_packet_set_data_start`).
  ///
  /// @param octets how many lie between the start of the buffer and that of the data
  /// @return SUCCESS; ERROR when the start lies outside of the buffer or behind the end
  public WicedResult setDataStart(int octets) {
    boolean inside = octets >= 0 && octets <= end;
    if (inside) {
      start = octets;
    }
    return pool.returned("wiced_packet_set_data_start", inside, this, octets);
  }

  /// The data from an offset on (`wiced_packet_get_data`).
  ///
  /// @param offset from the start of the data; at its end there are no octets, and no error
  public Data getData(int offset) {
    boolean inside = offset >= 0 && offset <= length();
    WicedResult result = pool.returned("wiced_packet_get_data", inside, this, offset);
    int octets = inside ? length() - offset : 0;
    int from = inside ? start + offset : start;
    return new Data(result, buffer.slice(from, octets), octets, octets);
  }

  /// Lets go of the packet (`wiced_packet_delete`). The SDK's own samples do not delete what they
  /// have sent, the course does: both are fine.
  ///
  /// @return SUCCESS; ERROR when the firmware has deleted it before, and then nothing happens
  public WicedResult delete() {
    return pool.returned("wiced_packet_delete", pool.delete(this), this);
  }

  /// The packet in events: its pool and its place there.
  @Override
  public String toString() {
    return pool + " packet " + number;
  }

  int number() {
    return number;
  }

  int length() {
    return end - start;
  }

  void holdByFirmware(Ledger.Entry claim) {
    entry = claim;
    heldByFirmware = true;
  }

  void letGoByFirmware() {
    entry.close();
    heldByFirmware = false;
  }

  /// Fills the packet.
  void put(byte[] octets, int offset, int length) {
    buffer.put(end, octets, offset, length);
    end += length;
  }

  /// The data, for sending.
  ByteBuffer octets() {
    return buffer.slice(start, length());
  }

  /// Reads octets out of the packet.
  void get(int from, byte[] target, int offset, int length) {
    buffer.get(start + from, target, offset, length);
  }

  /// Whether it was sent and is forgotten: the SDK frees such a packet, so another may have its
  /// place.
  boolean isForgotten() {
    return sent && heldByFirmware && !heldByStack;
  }

  boolean wasSent() {
    return sent;
  }

  boolean isHeldByFirmware() {
    return heldByFirmware;
  }

  int references() {
    return (heldByFirmware ? 1 : 0) + (heldByStack ? 1 : 0);
  }

  void holdByStack() {
    heldByStack = true;
  }

  void letGoByStack() {
    heldByStack = false;
  }

  void markNotSent() {
    sent = false;
    heldByStack = false;
  }

  void markSent() {
    sent = true;
    heldByStack = true;
  }
}
