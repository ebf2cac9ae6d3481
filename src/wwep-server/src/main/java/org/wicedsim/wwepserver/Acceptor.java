package org.wicedsim.wwepserver;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketChannelConfig;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Takes the connections of one listening socket, within the limits, and gives them to the loops.
final class Acceptor extends ChannelInboundHandlerAdapter {
  private final Service service;
  private final EventLoops loops;
  private final ConnectionCount count;
  private final @Nullable TlsContext tls;
  private final WriteBufferWaterMark waterMark;
  private final FixedRecvByteBufAllocator readBuffers =
      new FixedRecvByteBufAllocator(Loop.READ_OCTETS);
  private final SpareDescriptors spare = new SpareDescriptors();

  /// @param tls null for plain connections
  Acceptor(Service service, EventLoops loops, ConnectionCount count, @Nullable TlsContext tls) {
    this.service = service;
    this.loops = loops;
    this.count = count;
    this.tls = tls;
    waterMark =
        new WriteBufferWaterMark(service.limits().backlogLow(), service.limits().backlogHigh());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    SocketChannel channel = (SocketChannel) message;
    InetSocketAddress address = channel.remoteAddress();
    if (address == null) {
      channel.unsafe().closeForcibly(); // it was reset before it was accepted
      return;
    }
    Peer peer = new Peer(address, tls == null ? Transport.PLAIN : Transport.TLS);
    Limit hit = count.enter(address.getAddress());
    if (hit != null) {
      service.events().accept(new ServerEvent.LimitReached(peer, hit));
      channel.unsafe().closeForcibly();
      return;
    }
    configure(channel.config());
    register(channel, peer);
  }

  /// TCP_NODELAY is not here: Netty sets it itself, and a second time costs a system call.
  private void configure(SocketChannelConfig config) {
    // Peers that close their sending side still get their answer.
    config.setAllowHalfClosure(true);
    config.setRecvByteBufAllocator(readBuffers);
    config.setWriteBufferWaterMark(waterMark);
  }

  private void register(SocketChannel channel, Peer peer) {
    Loop loop = loops.next();
    SslHandler tlsHandler = tls == null ? null : tls.newHandler(channel.alloc());
    if (tlsHandler != null) {
      channel.pipeline().addLast(tlsHandler);
    }
    InetAddress address = peer.address().getAddress();
    channel
        .pipeline()
        .addLast(
            new Connection(service, loop, peer, channel, tlsHandler, () -> count.leave(address)));
    loop.executor()
        .register(channel)
        .addListener(registered -> {
          if (!registered.isSuccess()) {
            channel.unsafe().closeForcibly(); // the server is stopping
            count.leave(address);
          }
        });
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    spare.take();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    spare.giveFree();
  }

  /// Stops accepting until there are descriptors again: the next accept would fail at once.
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    spare.giveFree();
    Channel listening = ctx.channel();
    listening.config().setAutoRead(false);
    acceptLater(ctx);
    service
        .events()
        .accept(new ServerEvent.AcceptFailed((InetSocketAddress) listening.localAddress(), cause));
  }

  private void acceptLater(ChannelHandlerContext ctx) {
    var _ =
        ctx.executor()
            .schedule(
                () -> acceptAgain(ctx),
                service.limits().acceptPause().toNanos(),
                TimeUnit.NANOSECONDS);
  }

  private void acceptAgain(ChannelHandlerContext ctx) {
    if (!ctx.channel().isOpen()) {
      return;
    }
    if (spare.take()) {
      ctx.channel().config().setAutoRead(true);
    } else {
      acceptLater(ctx);
    }
  }
}
