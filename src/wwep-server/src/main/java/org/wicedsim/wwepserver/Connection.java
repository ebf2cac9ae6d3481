package org.wicedsim.wwepserver;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/// One connection from accept to close, the last handler of its pipeline.
///
/// ```
/// HANDSHAKE --done--> OPEN --last answer given--> FAREWELL --drained--> CLOSED
///  (TLS only)           |                                                 ^
///      |                +--- silent, idle, stalled, reset, peer gone -----+
///      +--- failed -------------------------------------------------------+
/// ```
///
/// In OPEN octets go to the [Dialogue] and its answers to the peer, one write for each batch that
/// was read. While the peer does not read its answers, or the store owes too many, the octets
/// already read wait here and nothing more is read.
final class Connection extends ChannelInboundHandlerAdapter {
  private enum Phase {
    HANDSHAKE,
    OPEN,
    FAREWELL,
    CLOSED
  }

  private final Service service;
  private final Loop loop;
  private final Peer peer;
  private final DuplexChannel channel;
  private final @Nullable SslHandler tls;
  private final Runnable onGone;
  private final Deadlines deadlines;
  private final Dialogue dialogue;
  private final Farewell farewell;

  private Phase phase = Phase.HANDSHAKE;
  private @Nullable ByteBuf unread;
  private boolean octetsCame;
  private boolean inputEnded;
  private boolean writtenSinceFlush;

  /// @param tls the handler before this one, null on a plain connection
  /// @param onGone run once when the connection is no more
  Connection(
      Service service,
      Loop loop,
      Peer peer,
      DuplexChannel channel,
      @Nullable SslHandler tls,
      Runnable onGone) {
    this.service = service;
    this.loop = loop;
    this.peer = peer;
    this.channel = channel;
    this.tls = tls;
    this.onGone = onGone;
    deadlines = new Deadlines(loop, this::onDeadline);
    dialogue = new Dialogue(service, peer, loop.answers(), loop.executor(), this::onAnswerSettled);
    farewell = new Farewell(channel, tls, deadlines, service.limits());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    loop.add(this);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    phase = Phase.CLOSED;
    deadlines.stop();
    dropUnread();
    loop.remove(this);
    onGone.run();
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    if (tls == null) {
      open();
    }
  }

  private void open() {
    phase = Phase.OPEN;
    deadlines.waitFor(Wait.SILENCE);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    switch (event) {
      case SslHandshakeCompletionEvent handshake -> onHandshake(handshake);
      case ChannelInputShutdownEvent _, SslCloseCompletionEvent _ -> onInputEnded();
      default -> {}
    }
  }

  private void onHandshake(SslHandshakeCompletionEvent handshake) {
    if (handshake.isSuccess()) {
      open();
      return;
    }
    // The SslHandler closes the channel itself.
    switch (handshake.cause()) {
      case SslHandshakeTimeoutException _ -> report(Limit.HANDSHAKE);
      case ClosedChannelException _ -> {} // left, or was told to: normal
      default -> service.events().accept(new ServerEvent.HandshakeFailed(peer, handshake.cause()));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf in = (ByteBuf) message;
    switch (phase) {
      case OPEN -> {
        octetsCame = true;
        unread =
            unread == null
                ? in
                : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(channel.alloc(), unread, in);
        converse();
      }
      case FAREWELL -> {
        farewell.onOctets(in.readableBytes());
        in.release();
      }
      case HANDSHAKE, CLOSED -> in.release();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    settle();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (phase == Phase.OPEN && channel.isWritable()) {
      converse();
      settle();
    }
  }

  private void onAnswerSettled() {
    if (phase == Phase.OPEN) {
      dialogue.deliver();
      writeAnswers();
      converse();
      settle();
    }
  }

  private void onInputEnded() {
    inputEnded = true;
    switch (phase) {
      case OPEN -> settle();
      case FAREWELL -> farewell.onInputEnded();
      case HANDSHAKE -> Channels.close(channel);
      case CLOSED -> {}
    }
  }

  private void onDeadline(Wait wait) {
    switch (wait) {
      case FRAME, REQUEST -> {
        dialogue.endInput();
        settle();
      }
      case ANSWER -> {
        dialogue.onStoreLate();
        settle();
      }
      case SILENCE -> abandon(Limit.SILENCE);
      case IDLE -> abandon(Limit.IDLE);
      case STALLED -> abandon(Limit.STALLED);
      case DRAIN -> Channels.close(channel);
    }
  }

  /// Ends the connection after the request under way, at once where there is none.
  void stop() {
    switch (phase) {
      case HANDSHAKE -> Channels.close(channel);
      case OPEN -> {
        dialogue.stopAfterRequest();
        settle();
      }
      case FAREWELL, CLOSED -> {}
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // Resets and broken TLS records are ways for a peer to leave.
    boolean fromPeer = cause instanceof IOException || cause.getCause() instanceof IOException;
    if (!fromPeer) {
      service.events().accept(new ServerEvent.Defect(peer, cause));
    }
    Channels.close(channel);
  }

  /// Feeds the dialogue while it wants octets and the peer takes answers.
  private void converse() {
    ByteBuf in = unread;
    if (in == null) {
      return;
    }
    byte[] octets = loop.octets();
    while (in.isReadable() && dialogue.wantsOctets() && channel.isWritable()) {
      int count = Math.min(in.readableBytes(), octets.length);
      // Not getBytes, which makes an object each time.
      in.readBytes(octets, 0, count);
      int left = count - dialogue.accept(octets, count);
      in.readerIndex(in.readerIndex() - left);
      writeAnswers();
    }
    if (!in.isReadable()) {
      dropUnread();
    }
  }

  private void writeAnswers() {
    if (!loop.answers().isEmpty()) {
      Channels.write(channel, loop.answers().take(channel.alloc()));
      writtenSinceFlush = true;
    }
  }

  /// Acts on what is known when everything received was read: answers, ends, or waits for more.
  private void settle() {
    if (phase != Phase.OPEN) {
      return;
    }
    if (unread == null) {
      dialogue.endBatch();
      if (inputEnded) {
        dialogue.endInput();
      }
    }
    writeAnswers();
    if (writtenSinceFlush) {
      writtenSinceFlush = false;
      // May come back here through channelWritabilityChanged, and end the connection.
      channel.flush();
    }
    if (phase != Phase.OPEN) {
      return;
    }
    if (dialogue.isOver()) {
      phase = Phase.FAREWELL;
      dropUnread();
      farewell.begin(inputEnded);
    } else if (inputEnded && unread == null && dialogue.isIdle()) {
      Channels.close(channel);
    } else {
      boolean reading = unread == null;
      channel.config().setAutoRead(reading);
      deadlines.update(dialogue, reading, channel.isWritable(), octetsCame);
      octetsCame = false;
    }
  }

  private void abandon(Limit limit) {
    report(limit);
    phase = Phase.CLOSED;
    Channels.close(channel);
  }

  private void report(Limit limit) {
    service.events().accept(new ServerEvent.LimitReached(peer, limit));
  }

  private void dropUnread() {
    if (unread != null) {
      unread.release();
      unread = null;
    }
  }
}
