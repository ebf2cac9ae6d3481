package org.wicedsim.wiced;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The firmware's end of a connection's pipeline: what arrives goes to the receive queue, and how
/// the connection ends is kept for whoever asks.
final class Inbound extends ChannelInboundHandlerAdapter implements ReceiveQueue.Owner {
  private final Sdk sdk;
  private final Gate gate;
  private final ReceiveQueue queue;

  // Changed under the gate, so that whoever waits there looks again.
  private volatile @Nullable WicedResult end;
  private volatile boolean finished;
  private volatile boolean sealed;

  private volatile int socket;
  private volatile @Nullable ChannelHandlerContext context;
  private volatile @Nullable TlsSession session;
  private volatile Listener listener = Listener.NOBODY;

  Inbound(Sdk sdk) {
    this.sdk = sdk;
    gate = new Gate(sdk.clock());
    queue = new ReceiveQueue(sdk, gate, this::onNettysThread, this::setReading);
  }

  /// Hears what happens on the connection, on Netty's thread.
  interface Listener {
    /// While nobody wants to hear.
    Listener NOBODY = new Listener() {};

    /// A segment has arrived.
    default void onReceived() {}

    /// The peer has sent its FIN.
    default void onFinished() {}

    /// There is no connection any more.
    default void onLost() {}
  }

  Gate gate() {
    return gate;
  }

  /// Says whose connection it is, before anything is read.
  ///
  /// @param socket its number in events
  void attach(int socket, Listener listener) {
    this.socket = socket;
    this.listener = listener;
  }

  /// Begins to read what the peer sends.
  void startReading() {
    queue.start(this);
  }

  /// What arrives will have gone through this session.
  ///
  /// @return false when there is one already
  boolean expect(TlsSession first) {
    if (session != null) {
      return false;
    }
    session = first;
    return true;
  }

  @Override
  public int socket() {
    return socket;
  }

  @Override
  public boolean isSealed() {
    return sealed;
  }

  @Override
  public void onReceived() {
    listener.onReceived();
  }

  /// Whether nothing more comes: by TLS's good-bye, an alert, FIN, or a lost connection.
  boolean isEnded() {
    return end != null;
  }

  /// Whether the peer has sent its FIN, or the connection is lost.
  boolean isFinished() {
    return finished;
  }

  /// Takes the next packet, and waits for one. What came before the end is given out first.
  ///
  /// @param function the call that takes it
  PacketResult receive(long timeoutMs, String function) {
    PacketResult received = gate.awaitFrom(this::next, timeoutMs);
    if (received instanceof PacketResult.Got(Packet packet)) {
      sdk.receivePool().handOver(packet, function);
    }
    return received == null ? new PacketResult.Failed(WicedResult.TIMEOUT) : received;
  }

  /// Takes out what was not received: on Netty's thread.
  List<byte[]> takeBack() {
    return queue.takeBack();
  }

  /// Throws away what is here and what still comes.
  void discard() {
    queue.discard();
    // The FIN of a client that was never accepted has to be seen too.
    startReading();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    this.context = context;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf buffer = (ByteBuf) message;
    try {
      while (buffer.isReadable()) {
        byte[] segment = new byte[Math.min(buffer.readableBytes(), Packet.SEGMENT_OCTETS)];
        buffer.readBytes(segment);
        queue.arrived(segment);
      }
    } finally {
      buffer.release();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    switch (event) {
      case SslHandshakeCompletionEvent handshake when handshake.isSuccess() -> seal(context);
      case SslCloseCompletionEvent close when close.isSuccess() ->
          ended(WicedResult.TLS_PEER_CLOSE_NOTIFY);
      case ChannelInputShutdownEvent _ -> finished(listener::onFinished);
      default -> {}
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    finished(listener::onLost);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    gate.signal();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    TlsSession broken = session;
    if (sealed && broken != null && cause instanceof DecoderException) {
      broken.refusedAfterHandshake(socket, cause);
      if (TlsFailures.alert(cause).isPresent()) {
        ended(WicedResult.TLS_FATAL_ALERT);
        return;
      }
    }
    // A reset, or what breaks the rules of TLS: below TLS, since there is nobody to say good-bye
    // to.
    context.channel().unsafe().close(context.voidPromise());
  }

  private void seal(ChannelHandlerContext context) {
    TlsSession expected = session;
    SslHandler handler = context.pipeline().get(SslHandler.class);
    if (expected != null && handler != null) {
      expected.established(socket, handler.engine().getSession());
    }
    gate.change(() -> sealed = true);
  }

  private @Nullable PacketResult next() {
    Packet packet = queue.poll();
    if (packet != null) {
      return new PacketResult.Got(packet);
    }
    WicedResult how = end;
    return how != null && queue.isEmpty() ? new PacketResult.Failed(how) : null;
  }

  private void onNettysThread(Runnable task) {
    ChannelHandlerContext current = context;
    if (current != null) {
      current.executor().execute(task);
    }
  }

  private void setReading(boolean on) {
    ChannelHandlerContext current = context;
    if (current != null && current.channel().config().isAutoRead() != on) {
      current.channel().config().setAutoRead(on);
    }
  }

  private void ended(WicedResult how) {
    gate.change(() -> {
      if (end == null) {
        end = how;
      }
    });
  }

  private void finished(Runnable tell) {
    tell.run();
    gate.change(() -> finished = true);
    ended(WicedResult.SOCKET_CLOSED);
  }
}
