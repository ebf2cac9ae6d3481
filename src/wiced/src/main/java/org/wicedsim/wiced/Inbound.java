package org.wicedsim.wiced;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Octets;

/// What has arrived on a connection and was not read yet: at most a TCP window, then the peer
/// waits.
///
/// Netty's thread puts in, the firmware's takes out. Events are published before what they tell of
/// can be seen through the SDK.
final class Inbound extends ChannelInboundHandlerAdapter {
  /// The SDK's default window (`WICED_DEFAULT_TCP_WINDOW_SIZE`).
  static final int WINDOW_OCTETS = 7_168;

  private final Sdk sdk;
  private final int socket;
  private final Gate gate;

  // Guarded by the gate.
  private final ArrayDeque<byte[]> segments = new ArrayDeque<>();
  private int waitingOctets;
  private int takenOfFirst;
  private boolean paused;
  private boolean discarding;

  // Changed under the gate, so that whoever waits there looks again.
  private volatile @Nullable WicedResult end;
  private volatile boolean finished;
  private volatile boolean sealed;

  private volatile @Nullable ChannelHandlerContext context;
  private volatile @Nullable TlsSession session;
  private volatile Runnable onFinished = () -> {};
  private volatile Runnable onLost = () -> {};

  Inbound(Sdk sdk, int socket) {
    this.sdk = sdk;
    this.socket = socket;
    gate = new Gate(sdk.clock());
  }

  Gate gate() {
    return gate;
  }

  /// Both are called on Netty's thread.
  ///
  /// @param onFinished when the peer has sent its FIN
  /// @param onLost when there is no connection any more
  void listen(Runnable onFinished, Runnable onLost) {
    this.onFinished = onFinished;
    this.onLost = onLost;
  }

  /// What arrives will have gone through this session.
  void expect(TlsSession session) {
    this.session = session;
  }

  /// Whether the TLS handshake has succeeded.
  boolean isSealed() {
    return sealed;
  }

  /// Whether nothing more comes: by TLS's good-bye, an alert, FIN, or a lost connection.
  boolean isEnded() {
    return end != null;
  }

  /// Whether the peer has sent its FIN, or the connection is lost.
  boolean isFinished() {
    return finished;
  }

  /// Takes up to `length` octets of the first segment, and waits for one.
  Connection.Read read(byte[] buffer, int offset, int length, long timeoutMs) {
    int[] taken = new int[1];
    boolean ready =
        gate.await(
            () -> {
              taken[0] = take(buffer, offset, length);
              return taken[0] > 0 || end != null;
            },
            timeoutMs);
    if (taken[0] > 0) {
      return new Connection.Read(WicedResult.SUCCESS, taken[0]);
    }
    WicedResult ended = end;
    return new Connection.Read(ready && ended != null ? ended : WicedResult.TIMEOUT, 0);
  }

  /// Throws away what is left of a segment that was read in part.
  void dropRestOfSegment() {
    gate.change(() -> {
      if (takenOfFirst > 0) {
        byte[] first = segments.remove();
        waitingOctets -= first.length - takenOfFirst;
        takenOfFirst = 0;
        resumeIfRoom();
      }
    });
  }

  /// Throws away what is here and what still comes.
  void discard() {
    gate.change(() -> {
      discarding = true;
      segments.clear();
      waitingOctets = 0;
      takenOfFirst = 0;
      resumeIfRoom();
    });
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
        byte[] segment = new byte[Math.min(buffer.readableBytes(), TcpStream.SEGMENT_OCTETS)];
        buffer.readBytes(segment);
        received(context, segment);
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
      case ChannelInputShutdownEvent _ -> finished(onFinished);
      default -> {}
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    finished(onLost);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    gate.signal();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    TlsSession broken = session;
    if (sealed && broken != null && cause instanceof DecoderException) {
      broken.refusedAfterHandshake(sdk, socket, cause);
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
      expected.established(sdk, socket, handler.engine().getSession());
    }
    gate.change(() -> sealed = true);
  }

  private void received(ChannelHandlerContext context, byte[] segment) {
    if (sdk.events().isObserved()) {
      sdk.events().publish(new WicedEvent.SegmentReceived(socket, sealed, Octets.of(segment)));
    }
    gate.change(() -> {
      if (!discarding) {
        segments.add(segment);
        waitingOctets += segment.length;
        if (waitingOctets >= WINDOW_OCTETS) {
          paused = true;
          context.channel().config().setAutoRead(false);
        }
      }
    });
  }

  private int take(byte[] buffer, int offset, int length) {
    byte[] first = segments.peek();
    if (first == null) {
      return 0;
    }
    int part = Math.min(length, first.length - takenOfFirst);
    System.arraycopy(first, takenOfFirst, buffer, offset, part);
    takenOfFirst += part;
    waitingOctets -= part;
    if (takenOfFirst == first.length) {
      segments.remove();
      takenOfFirst = 0;
    }
    resumeIfRoom();
    return part;
  }

  private void resumeIfRoom() {
    ChannelHandlerContext current = context;
    if (paused && waitingOctets < WINDOW_OCTETS && current != null) {
      paused = false;
      current.channel().config().setAutoRead(true);
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
