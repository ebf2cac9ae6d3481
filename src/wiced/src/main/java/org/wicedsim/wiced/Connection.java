package org.wicedsim.wiced;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Octets;

/// One TCP connection of a board: blocking calls for the firmware on one side, a Netty channel on
/// the other. Netty's loop never runs firmware.
///
/// Nothing is read from the peer before [#handshake(TlsSession)] or [#readPlain()]: so no octet can
/// slip in ahead of TLS, and no event comes before the one that tells of the connection.
final class Connection {
  static final long SEND_TIMEOUT_MS = 3_000;
  static final long HANDSHAKE_TIMEOUT_MS = 20_000;

  /// How long a board that is switched off waits for its sockets to be closed.
  private static final Duration ABORT_TIMEOUT = Duration.ofSeconds(1);

  /// One thread carries the sockets of all boards of the process.
  private static final EventLoopGroup LOOP =
      new MultiThreadIoEventLoopGroup(
          1,
          Thread.ofPlatform().daemon().name("board-network").factory(),
          NioIoHandler.newFactory());

  private final Sdk sdk;
  private final int number;
  private final Endpoint local;
  private final Endpoint remote;
  private final SocketChannel channel;
  private final Inbound inbound;
  private final Gate gate;
  private @Nullable ChannelFuture lastWrite;
  private volatile SocketState state = SocketState.CLOSED;

  private Connection(
      Sdk sdk,
      int number,
      Endpoint local,
      Endpoint remote,
      SocketChannel channel,
      Inbound inbound) {
    this.sdk = sdk;
    this.number = number;
    this.local = local;
    this.remote = remote;
    this.channel = channel;
    this.inbound = inbound;
    gate = inbound.gate();
  }

  /// What a read gave: octets may have come before the result.
  record Read(WicedResult result, int octets) {}

  /// A channel that is bound and not connected.
  ///
  /// @throws BindException when this machine does not give it the address and port
  /// @throws IOException when this machine has no sockets left
  static Connection open(
      Sdk sdk, int number, InetSocketAddress source, Endpoint local, Endpoint remote)
      throws IOException {
    Inbound inbound = new Inbound(sdk, number);
    ChannelFuture registered =
        new Bootstrap()
            .group(LOOP)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .option(ChannelOption.AUTO_READ, false)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR,
                new FixedRecvByteBufAllocator(TcpStream.SEGMENT_OCTETS))
            .handler(inbound)
            .register();
    boolean bound = false;
    try {
      inbound.gate().await(registered, Rtos.NEVER_TIMEOUT);
      if (!(registered.channel() instanceof SocketChannel channel) || !registered.isSuccess()) {
        throw new IOException("this machine gives no socket", registered.cause());
      }
      ChannelFuture binding = channel.bind(source);
      if (!inbound.gate().await(binding, Rtos.NEVER_TIMEOUT)) {
        throw binding.cause() instanceof BindException taken
            ? taken
            : new IOException("this machine binds no socket", binding.cause());
      }
      bound = true;
      return new Connection(sdk, number, local, remote, channel, inbound);
    } finally {
      if (!bound) {
        var _ = registered.channel().close();
      }
    }
  }

  /// Connects, and reads nothing yet.
  ///
  /// @throws BindException when the port that the connection is bound to cannot be used for this
  ///   peer: an earlier connection between both still rests in TIME_WAIT
  WicedResult connect(InetSocketAddress route, long timeoutMs) throws BindException {
    inbound.listen(this::onPeerFinished, this::onLost);
    enter(SocketState.CONNECTING);
    ChannelFuture connected = channel.connect(route);
    gate.await(connected, timeoutMs);
    if (connected.isSuccess()) {
      enter(SocketState.CONNECTED);
      return WicedResult.SUCCESS;
    }
    switch (connected.cause()) {
      case BindException e -> throw e;
      case null ->
          sdk.diagnose(
              "connect-timed-out",
              "%s did not answer within %d ms: check that the server runs and can be reached"
                  .formatted(remote, timeoutMs));
      case ConnectException _ ->
          sdk.diagnose(
              "connect-refused",
              "nothing listens at %s: check that the class server runs there".formatted(remote));
      case Throwable e ->
          sdk.diagnose(
              "connect-failed",
              "%s cannot be reached by way of %s: %s".formatted(remote, route, e));
    }
    return WicedResult.SOCKET_CLOSED;
  }

  /// Begins to read what the peer sends, without TLS.
  void readPlain() {
    channel.config().setAutoRead(true);
  }

  /// Seals the connection, and begins to read. Any failure is ERROR (SPEC 3.6); the reason goes
  /// beside it.
  WicedResult handshake(TlsSession session) {
    SslHandler handler = session.newHandler(channel.alloc());
    inbound.expect(session);
    channel
        .eventLoop()
        .execute(() -> {
          channel.pipeline().addFirst(session.firstOctet(), handler);
          channel.config().setAutoRead(true);
        });
    Future<?> handshake = handler.handshakeFuture();
    gate.signalWhenDone(handshake);
    boolean ended =
        gate.await(
            () -> inbound.isSealed() || inbound.isEnded() || handshake.cause() != null,
            HANDSHAKE_TIMEOUT_MS);
    if (inbound.isSealed()) {
      return WicedResult.SUCCESS;
    }
    Throwable cause = handshake.cause();
    if (cause == null && ended) {
      cause = new ClosedChannelException();
    }
    session.refused(sdk, number, remote, cause);
    return WicedResult.ERROR;
  }

  /// Sends; waits up to 3 s for room, as the SDK does.
  WicedResult write(byte[] octets, int length) {
    if (!isOpen()) {
      return WicedResult.SOCKET_CLOSED;
    }
    if (!gate.await(() -> channel.isWritable() || !isOpen(), SEND_TIMEOUT_MS)) {
      return WicedResult.ERROR;
    }
    if (!isOpen()) {
      return WicedResult.SOCKET_CLOSED;
    }
    // Before the octets leave: the peer's answer is told of by another thread.
    if (sdk.events().isObserved()) {
      Octets data = Octets.of(octets, 0, length);
      sdk.events().publish(new WicedEvent.SegmentSent(number, inbound.isSealed(), data));
    }
    lastWrite = channel.writeAndFlush(Unpooled.copiedBuffer(octets, 0, length));
    return WicedResult.SUCCESS;
  }

  Read read(byte[] buffer, int offset, int length, long timeoutMs) {
    return inbound.read(buffer, offset, length, timeoutMs);
  }

  /// Throws away what is left of the segment that was read last.
  void dropRestOfSegment() {
    inbound.dropRestOfSegment();
  }

  SocketState state() {
    return state;
  }

  /// Ends the connection: sends what was written and FIN, with TLS's close_notify between them if
  /// `goodbye`, and waits for the peer's FIN.
  ///
  /// @param timeoutMs for all of it
  void close(boolean goodbye, long timeoutMs) {
    if (isOpen()) {
      inbound.discard();
      long deadline = sdk.clock().nanos() + Duration.ofMillis(timeoutMs).toNanos();
      if (lastWrite != null) {
        gate.await(lastWrite, msUntil(deadline));
      }
      SslHandler tls = channel.pipeline().get(SslHandler.class);
      if (tls != null && goodbye && inbound.isSealed()) {
        gate.await(sayGoodbye(tls), msUntil(deadline));
      }
      gate.await(channel.shutdownOutput(), msUntil(deadline));
      gate.await(inbound::isFinished, msUntil(deadline));
    }
    gate.await(closeNow(), timeoutMs);
  }

  /// Ends the connection at once, below TLS, as when the board loses its power.
  void abort() {
    closeNow().awaitUninterruptibly(ABORT_TIMEOUT.toMillis());
  }

  /// On Netty's thread, where the peer cannot end the session in the middle of it.
  private ChannelFuture sayGoodbye(SslHandler tls) {
    ChannelPromise said = channel.newPromise();
    channel
        .eventLoop()
        .execute(() -> {
          if (channel.isActive()) {
            var _ = tls.closeOutbound(said);
          } else {
            said.setSuccess();
          }
        });
    return said;
  }

  private ChannelFuture closeNow() {
    // Not channel.close(): TLS would send its close_notify first.
    channel.eventLoop().execute(() -> channel.unsafe().close(channel.voidPromise()));
    enter(SocketState.CLOSED);
    return channel.closeFuture();
  }

  private boolean isOpen() {
    return state == SocketState.CONNECTED || state == SocketState.CLOSING;
  }

  private long msUntil(long deadline) {
    return Math.max(0, Duration.ofNanos(deadline - sdk.clock().nanos()).toMillis());
  }

  private synchronized void onPeerFinished() {
    if (state == SocketState.CONNECTED) {
      enter(SocketState.CLOSING);
    }
  }

  private synchronized void onLost() {
    if (isOpen()) {
      enter(SocketState.CLOSED);
    }
    gate.signal();
  }

  private synchronized void enter(SocketState next) {
    if (state == next) {
      return;
    }
    state = next;
    if (sdk.events().isObserved()) {
      sdk.events().publish(new WicedEvent.SocketChanged(number, next, local, remote));
    }
  }
}
