package org.wicedsim.wwepserver;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;

/// What is done to channels without looking at the outcome: a failure ends in the channel's close,
/// which its handler hears of anyway.
final class Channels {
  private Channels() {}

  static void close(Channel channel) {
    var _ = channel.close();
  }

  static void closeSendingSide(DuplexChannel channel) {
    var _ = channel.shutdownOutput();
  }

  /// Writes without a flush; releases the octets.
  static void write(Channel channel, ByteBuf octets) {
    var _ = channel.write(octets, channel.voidPromise());
  }
}
