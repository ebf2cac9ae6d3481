package org.wicedsim.cli.mitm;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// One of the two connections of a [Conversation], the last handler of its pipeline.
final class Side extends ChannelInboundHandlerAdapter {
  /// How long a peer may take to read the last octets.
  private static final int FAREWELL_SECONDS = 2;

  private final Conversation conversation;
  private final Direction reads;
  private final SocketChannel channel;
  private boolean inputEnded;

  /// @param reads where the octets that are read here go
  Side(Conversation conversation, Direction reads, SocketChannel channel) {
    this.conversation = conversation;
    this.reads = reads;
    this.channel = channel;
  }

  /// Reads or leaves unread what the peer sends.
  void setReading(boolean reading) {
    channel.config().setAutoRead(reading);
  }

  boolean isWritable() {
    return channel.isWritable();
  }

  void write(ByteBuf octets) {
    var _ = channel.writeAndFlush(octets);
  }

  /// Closes the sending side behind what was written, after TLS's close_notify where there is TLS.
  void endOutput(Runnable whenEnded) {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    var flushed = tls == null ? channel.writeAndFlush(Unpooled.EMPTY_BUFFER) : tls.closeOutbound();
    flushed.addListener(_ -> channel.shutdownOutput().addListener(_ -> whenEnded.run()));
  }

  /// Closes behind what was written; a peer that does not read it in time loses it.
  void close() {
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(_ -> {
          var _ = channel.close();
        });
    var _ =
        channel
            .eventLoop()
            .schedule(
                () -> channel.unsafe().close(channel.newPromise()),
                FAREWELL_SECONDS,
                TimeUnit.SECONDS);
  }

  /// Ends the connection with a reset, and forgets what was not sent yet.
  void reset() {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    // Past the TLS handler, whose close_notify would tell of a regular end.
    channel.unsafe().close(channel.newPromise());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    conversation.onOctets(reads, (ByteBuf) message);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    conversation.onWritability(reads.opposite(), channel.isWritable());
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    switch (event) {
      case SslHandshakeCompletionEvent handshake when handshake.isSuccess() ->
          conversation.onHandshake(reads, ctx.pipeline().get(SslHandler.class));
      case SslHandshakeCompletionEvent handshake ->
          conversation.onHandshakeFailed(reads, handshake.cause());
      case ChannelInputShutdownEvent _, SslCloseCompletionEvent _ -> onInputEnded();
      case IdleStateEvent _ -> conversation.onIdle();
      default -> {}
    }
  }

  /// With TLS it ends twice: by close_notify and by the end of the stream.
  private void onInputEnded() {
    if (!inputEnded && channel.isActive()) {
      inputEnded = true;
      conversation.onInputEnded(reads);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    conversation.onGone(reads);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException) {
      conversation.onReset(reads);
    } else {
      // Broken TLS behind the handshake: the connection is of no more use to anybody.
      close();
    }
  }
}
