package org.wicedsim.wiced;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Octets;

/// What has arrived on a connection and was not read yet: at most a TCP window, then the peer
/// waits.
final class Inbound extends ChannelInboundHandlerAdapter {
  /// The SDK's default window (`WICED_DEFAULT_TCP_WINDOW_SIZE`).
  static final int WINDOW_OCTETS = 7_168;

  private final Sdk sdk;
  private final int socket;
  private final Gate gate;
  private final ArrayDeque<byte[]> segments = new ArrayDeque<>();
  private int waitingOctets;
  private int takenOfFirst;
  private boolean discarding;
  private @Nullable WicedResult end;
  private @Nullable ChannelHandlerContext context;
  private volatile @Nullable TlsSession session;
  private volatile Runnable onEnd = () -> {};

  Inbound(Sdk sdk, int socket) {
    this.sdk = sdk;
    this.socket = socket;
    gate = new Gate(sdk.clock());
  }

  Gate gate() {
    return gate;
  }

  /// Has `onEnd` called, on Netty's thread, when the peer ends the connection.
  void listen(Runnable onEnd) {
    this.onEnd = onEnd;
  }

  /// From now on what arrives has gone through TLS.
  void seal(TlsSession session) {
    this.session = session;
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

  /// Throws away what is here and what still comes.
  void discard() {
    gate.change(() -> {
      discarding = true;
      segments.clear();
      waitingOctets = 0;
      resumeReading();
    });
  }

  boolean isEnded() {
    return end != null;
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
        received(segment);
      }
    } finally {
      buffer.release();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    switch (event) {
      case ChannelInputShutdownEvent _ -> ended(WicedResult.SOCKET_CLOSED);
      case SslCloseCompletionEvent close when close.isSuccess() ->
          ended(WicedResult.TLS_PEER_CLOSE_NOTIFY);
      default -> {}
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ended(WicedResult.SOCKET_CLOSED);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    gate.signal();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    TlsSession sealed = session;
    if (sealed != null && TlsSession.isFatalAlert(cause)) {
      sealed.refusedAfterHandshake(sdk, socket, cause);
      ended(WicedResult.TLS_FATAL_ALERT);
    } else {
      ended(WicedResult.SOCKET_CLOSED);
    }
  }

  private void received(byte[] segment) {
    gate.change(() -> {
      if (!discarding) {
        segments.add(segment);
        waitingOctets += segment.length;
        if (waitingOctets >= WINDOW_OCTETS && context != null) {
          context.channel().config().setAutoRead(false);
        }
      }
    });
    if (sdk.events().isObserved()) {
      sdk.events()
          .publish(new WicedEvent.SegmentReceived(socket, session != null, Octets.of(segment)));
    }
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
    if (waitingOctets < WINDOW_OCTETS) {
      resumeReading();
    }
    return part;
  }

  private void resumeReading() {
    if (context != null) {
      context.channel().config().setAutoRead(true);
    }
  }

  private void ended(WicedResult how) {
    gate.change(() -> {
      if (end == null) {
        end = how;
      }
    });
    onEnd.run();
  }
}
