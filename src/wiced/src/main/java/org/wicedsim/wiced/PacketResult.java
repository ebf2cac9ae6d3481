package org.wicedsim.wiced;

/// What a call gave that takes a packet.
public sealed interface PacketResult {
  /// The SDK's result code.
  WicedResult result();

  /// A packet, which is the caller's until it deletes it.
  record Got(Packet packet) implements PacketResult {
    @Override
    public WicedResult result() {
      return WicedResult.SUCCESS;
    }
  }

  /// No packet.
  record Failed(WicedResult result) implements PacketResult {}
}
