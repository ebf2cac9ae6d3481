package org.wicedsim.wiced;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Octets;

/// One TCP connection of a board: blocking calls for the firmware on one side, a Netty channel on
/// the other. Netty's loop never runs firmware.
final class Connection {
  static final long SEND_TIMEOUT_MS = 3_000;
  static final long HANDSHAKE_TIMEOUT_MS = 20_000;

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
  private volatile SocketState state = SocketState.CLOSED;
  private volatile @Nullable TlsSession session;

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

  /// A channel that is bound and not connected; empty when another program has the port.
  static Optional<Connection> open(
      Sdk sdk, int number, InetSocketAddress source, Endpoint local, Endpoint remote) {
    Inbound inbound = new Inbound(sdk, number);
    ChannelFuture registered =
        new Bootstrap()
            .group(LOOP)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR,
                new FixedRecvByteBufAllocator(TcpStream.SEGMENT_OCTETS))
            .handler(inbound)
            .register();
    Gate gate = inbound.gate();
    registered.addListener(_ -> gate.signal());
    gate.await(registered::isDone, Rtos.NEVER_TIMEOUT);
    SocketChannel channel = (SocketChannel) registered.channel();
    Connection connection = new Connection(sdk, number, local, remote, channel, inbound);
    inbound.listen(connection::onPeerClosed);
    if (!connection.await(channel.bind(source), Rtos.NEVER_TIMEOUT)) {
      var _ = channel.close();
      return Optional.empty();
    }
    return Optional.of(connection);
  }

  WicedResult connect(InetSocketAddress route, long timeoutMs) {
    enter(SocketState.CONNECTING);
    ChannelFuture connected = channel.connect(route);
    if (await(connected, timeoutMs)) {
      enter(SocketState.CONNECTED);
      return WicedResult.SUCCESS;
    }
    if (!connected.isDone()) {
      sdk.diagnose(
          "connect-timed-out",
          "%s did not answer within %d ms: check that the server runs and can be reached"
              .formatted(remote, timeoutMs));
    } else if (connected.cause() instanceof ConnectException) {
      sdk.diagnose(
          "connect-refused",
          "nothing listens at %s: check that the class server runs there".formatted(remote));
    } else {
      sdk.diagnose(
          "connect-failed", "%s cannot be reached: %s".formatted(remote, connected.cause()));
    }
    return WicedResult.SOCKET_CLOSED;
  }

  /// Seals the connection. Any failure is ERROR (SPEC 3.6); the reason goes beside it.
  WicedResult handshake(TlsSession session) {
    this.session = session;
    SslHandler handler = session.newHandler(channel.alloc());
    channel
        .pipeline()
        .addFirst("first-octet", session.firstOctet())
        .addAfter("first-octet", "tls", handler);
    Future<?> handshake = handler.handshakeFuture();
    boolean done = await(handshake, HANDSHAKE_TIMEOUT_MS);
    if (done) {
      inbound.seal(session);
      if (sdk.events().isObserved()) {
        sdk.events()
            .publish(
                new WicedEvent.TlsEstablished(
                    number,
                    handler.engine().getSession().getProtocol(),
                    handler.engine().getSession().getCipherSuite()));
      }
      return WicedResult.SUCCESS;
    }
    session.refused(sdk, number, remote, handshake.isDone() ? handshake.cause() : null);
    return WicedResult.ERROR;
  }

  /// Sends; waits up to 3 s for room, as the SDK does.
  WicedResult write(byte[] octets, int length) {
    if (state != SocketState.CONNECTED && state != SocketState.CLOSING) {
      return WicedResult.SOCKET_CLOSED;
    }
    if (!gate.await(() -> channel.isWritable() || !channel.isActive(), SEND_TIMEOUT_MS)) {
      return WicedResult.ERROR;
    }
    if (!channel.isActive()) {
      return WicedResult.SOCKET_CLOSED;
    }
    Octets data = Octets.of(octets, 0, length);
    var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(data.toBytes()));
    if (sdk.events().isObserved()) {
      sdk.events().publish(new WicedEvent.SegmentSent(number, session != null, data));
    }
    return WicedResult.SUCCESS;
  }

  Read read(byte[] buffer, int offset, int length, long timeoutMs) {
    return inbound.read(buffer, offset, length, timeoutMs);
  }

  SocketState state() {
    return state;
  }

  /// Ends the connection: sends FIN, behind TLS's close_notify if `goodbye`, and waits for the
  /// peer's.
  void close(boolean goodbye, long timeoutMs) {
    inbound.discard();
    if (channel.isActive()) {
      SslHandler handler = channel.pipeline().get(SslHandler.class);
      if (handler != null && goodbye && handler.handshakeFuture().isSuccess()) {
        await(handler.closeOutbound(), timeoutMs);
      }
      await(channel.shutdownOutput(), timeoutMs);
      gate.await(inbound::isEnded, timeoutMs);
    }
    abort();
  }

  /// Ends the connection at once, below TLS.
  void abort() {
    channel.eventLoop().execute(() -> channel.unsafe().closeForcibly());
    enter(SocketState.CLOSED);
  }

  private void onPeerClosed() {
    if (state == SocketState.CONNECTED) {
      enter(SocketState.CLOSING);
    }
    gate.signal();
  }

  private boolean await(Future<?> future, long timeoutMs) {
    future.addListener(_ -> gate.signal());
    return gate.await(future::isDone, timeoutMs) && future.isSuccess();
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
