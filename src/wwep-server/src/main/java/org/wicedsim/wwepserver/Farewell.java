package org.wicedsim.wwepserver;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;

/// The end of a connection after its last answer (SPEC 1.8): the sending side is closed behind the
/// answer, and what the peer still sends is read for a while and dropped. Closing at once would
/// answer such octets with a reset, which can overtake the answer.
final class Farewell {
  private final DuplexChannel channel;
  private final @Nullable SslHandler tls;
  private final Deadlines deadlines;
  private final int drainOctets;
  private boolean sent;
  private int drained;

  Farewell(
      DuplexChannel channel, @Nullable SslHandler tls, Deadlines deadlines, ServerLimits limits) {
    this.channel = channel;
    this.tls = tls;
    this.deadlines = deadlines;
    drainOctets = limits.drainOctets();
  }

  /// Begins, with the last answer written but perhaps not sent.
  ///
  /// @param inputEnded true where the peer has closed its sending side, so that nothing can come
  void begin(boolean inputEnded) {
    deadlines.waitFor(Wait.STALLED);
    // Both futures are done when everything before them was sent.
    ChannelFuture last =
        tls == null ? channel.writeAndFlush(Unpooled.EMPTY_BUFFER) : tls.closeOutbound();
    last.addListener(_ -> onSent(inputEnded));
  }

  private void onSent(boolean inputEnded) {
    sent = true;
    if (inputEnded || !channel.isActive()) {
      Channels.close(channel);
      return;
    }
    deadlines.waitFor(Wait.DRAIN);
    channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
    Channels.closeSendingSide(channel);
    if (tls != null) {
      // What comes now is counted as it travels, and its content does not matter.
      channel.pipeline().remove(tls);
    }
    channel.config().setAutoRead(true);
  }

  void onOctets(int count) {
    drained += count;
    if (drained > drainOctets) {
      Channels.close(channel);
    }
  }

  void onInputEnded() {
    if (sent) {
      Channels.close(channel);
    }
  }
}
