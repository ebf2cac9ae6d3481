package org.wicedsim.wiced;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Consumer;

/// How Netty carries the sockets of boards: what both kinds of sockets need, in one place. No
/// channel reads by itself.
final class BoardNetwork {
  /// One thread carries the sockets of all boards of the process.
  private static final EventLoopGroup LOOP =
      new MultiThreadIoEventLoopGroup(
          1,
          Thread.ofPlatform().daemon().name("board-network").factory(),
          NioIoHandler.newFactory());

  /// How many segments of a socket may wait to be sent (`WICED_DEFAULT_TCP_TX_DEPTH_QUEUE`).
  private static final int SEND_QUEUE_SEGMENTS = 5;

  private static final WriteBufferWaterMark SEND_QUEUE =
      new WriteBufferWaterMark(
          Packet.SEGMENT_OCTETS, (SEND_QUEUE_SEGMENTS - 1) * Packet.SEGMENT_OCTETS);

  private BoardNetwork() {}

  /// A client that a listening port has let in.
  record Client(SocketChannel channel, Inbound inbound) {}

  /// A client socket's channel, which is bound and not connected.
  ///
  /// @throws BindException when this machine does not give it the address and port
  /// @throws IOException when this machine has no sockets left
  static SocketChannel open(Inbound inbound, InetSocketAddress source) throws IOException {
    // Registered and bound in one round to Netty's thread.
    ChannelFuture binding = client(inbound).bind(source);
    boolean bound = false;
    try {
      if (!inbound.gate().await(binding, Rtos.NEVER_TIMEOUT)
          || !(binding.channel() instanceof SocketChannel channel)) {
        throw binding.cause() instanceof BindException taken
            ? taken
            : new IOException("this machine gives no socket", binding.cause());
      }
      bound = true;
      return channel;
    } finally {
      if (!bound) {
        abandon(binding);
      }
    }
  }

  /// Closes the channel of a binding that nobody waits for any more. Where the machine gave no
  /// socket at all, there is none.
  static void abandon(ChannelFuture binding) {
    binding.addListener(_ -> {
      if (binding.channel().isRegistered()) {
        var _ = binding.channel().close();
      }
    });
  }

  /// Sets options of a channel, as far as this machine has them.
  static void set(SocketChannel channel, Map<ChannelOption<?>, ?> options) {
    try {
      var _ = channel.config().setOptions(options);
    } catch (ChannelException _) {
      // The peer has reset the connection: there is nothing to set any more.
    }
  }

  /// What makes the channel of a listening port; each `read()` on it lets one client in.
  ///
  /// @param backlog how many clients wait in the machine's own queue, less one (listen(2) on Linux)
  /// @param arrival hears of each client, on Netty's thread
  static ServerBootstrap server(Sdk sdk, int backlog, Consumer<Client> arrival) {
    return new ServerBootstrap()
        .group(LOOP, LOOP)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_REUSEADDR, true)
        .option(ChannelOption.SO_BACKLOG, backlog)
        .option(ChannelOption.AUTO_READ, false)
        .option(
            ChannelOption.RECVBUF_ALLOCATOR,
            new ServerChannelRecvByteBufAllocator().maxMessagesPerRead(1))
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .childOption(ChannelOption.AUTO_READ, false)
        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, SEND_QUEUE)
        .childOption(
            ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(Packet.SEGMENT_OCTETS))
        .childHandler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                Inbound inbound = new Inbound(sdk);
                channel.pipeline().addLast(inbound);
                arrival.accept(new Client((SocketChannel) channel, inbound));
              }
            });
  }

  private static Bootstrap client(Inbound inbound) {
    return new Bootstrap()
        .group(LOOP)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.SO_REUSEADDR, true)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, SEND_QUEUE)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
        .option(
            ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(Packet.SEGMENT_OCTETS))
        .handler(inbound);
  }
}
