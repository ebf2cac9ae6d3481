package org.wicedsim.cli.mitm;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.wicedsim.pki.Impostor;
import org.wicedsim.pki.StagedImpostor;

/// A man in the middle at work: it listens where clients are led to, and passes on what they say to
/// the server that they meant.
public final class ManInTheMiddle implements AutoCloseable {
  private static final int READ_OCTETS = 16 * 1024;
  private static final int STOP_SECONDS = 2;

  private final StagedImpostor impostor;
  private final MitmLimits limits;
  private final Consumer<MitmEvent> listener;
  private final TlsSides tls;
  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("mitm", true), NioIoHandler.newFactory());
  private final List<Channel> listening = new ArrayList<>();

  /// Clients and targets, those that are being connected to included; closed, it closes what is
  /// still added.
  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

  /// The loop's alone, as `numbers` is.
  private final Set<Conversation> open = new HashSet<>();

  private int numbers;

  private ManInTheMiddle(StagedImpostor impostor, MitmLimits limits, Consumer<MitmEvent> listener) {
    this.impostor = impostor;
    this.limits = limits;
    this.listener = listener;
    tls = new TlsSides(impostor, limits);
  }

  /// Listens on all routes.
  ///
  /// @param listener called on the event loop, one event at a time
  /// @throws BindException when an address cannot be listened at; its message names it
  /// @throws InterruptedIOException when the thread is interrupted; nothing listens then
  public static ManInTheMiddle start(
      List<Route> routes, StagedImpostor impostor, MitmLimits limits, Consumer<MitmEvent> listener)
      throws IOException {
    ManInTheMiddle middle = new ManInTheMiddle(impostor, limits, listener);
    try {
      for (Route route : routes) {
        middle.listen(route);
      }
      return middle;
    } catch (InterruptedException _) {
      middle.close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (BindException e) {
      middle.close();
      throw e;
    }
  }

  /// Where it listens, in the order of the routes.
  public List<InetSocketAddress> addresses() {
    return listening.stream().map(channel -> (InetSocketAddress) channel.localAddress()).toList();
  }

  /// Closes all connections and stops listening; again, it does nothing.
  @Override
  public void close() {
    listening.forEach(channel -> channel.close().awaitUninterruptibly());
    if (!loop.isShuttingDown()) {
      loop.submit(() -> List.copyOf(open).forEach(Conversation::onStop)).awaitUninterruptibly();
      channels.close().awaitUninterruptibly();
      loop.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
  }

  private void listen(Route route) throws InterruptedException, BindException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            // Only a handshake is read before the other side is there.
            .childOption(ChannelOption.AUTO_READ, route.tls())
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_OCTETS))
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
            .childHandler(initializer(channel -> onClient(channel, route)))
            .bind(route.listen())
            .await();
    if (!bound.isSuccess()) {
      BindException failure =
          new BindException(
              "cannot listen at %s port %d: %s"
                  .formatted(
                      route.listen().getAddress().getHostAddress(),
                      route.listen().getPort(),
                      bound.cause().getMessage()));
      failure.initCause(bound.cause());
      throw failure;
    }
    listening.add(bound.channel());
  }

  private void onClient(SocketChannel channel, Route route) {
    InetSocketAddress address = channel.remoteAddress();
    if (address == null) {
      channel.unsafe().closeForcibly(); // it was reset before it was accepted
      return;
    }
    MitmEvent.Who who = new MitmEvent.Who(++numbers, address, route.tls());
    if (open.size() >= limits.connections()) {
      listener.accept(new MitmEvent.TooMany(who, limits.connections()));
      channel.unsafe().closeForcibly();
      return;
    }
    Conversation conversation = new Conversation(new OnThisLoop(), who, route);
    open.add(conversation);
    channels.add(channel);
    Side side = new Side(conversation, Direction.TO_TARGET, channel);
    long idleMs = limits.idle().toMillis();
    channel.pipeline().addLast(new IdleStateHandler(0, 0, idleMs, TimeUnit.MILLISECONDS));
    if (route.tls()) {
      channel
          .pipeline()
          .addLast(
              impostor.impostor() == Impostor.PROTOCOL_DOWNGRADE
                  ? new OutdatedServer(
                      impostor.protocols().getFirst(),
                      limits.handshake().toMillis(),
                      conversation::onRefused)
                  : tls.towardsClient(channel.alloc()));
    }
    channel.pipeline().addLast(side);
    conversation.onClient(side);
  }

  private void onTarget(SocketChannel channel, Conversation conversation) {
    channels.add(channel);
    if (conversation.route().tls()) {
      channel.pipeline().addLast(tls.towardsTarget(channel.alloc()));
    }
    channel.pipeline().addLast(new Side(conversation, Direction.TO_CLIENT, channel));
  }

  private WriteBufferWaterMark waterMark() {
    return new WriteBufferWaterMark(limits.bufferedOctets() / 2, limits.bufferedOctets());
  }

  private static ChannelInitializer<SocketChannel> initializer(Consumer<SocketChannel> init) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        init.accept(channel);
      }
    };
  }

  private final class OnThisLoop implements Conversation.Surroundings {
    @Override
    public void tell(MitmEvent event) {
      listener.accept(event);
    }

    @Override
    public void dial(Conversation conversation) {
      new Bootstrap()
          .group(loop)
          .channel(NioSocketChannel.class)
          .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
          .option(ChannelOption.AUTO_READ, conversation.route().tls())
          .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_OCTETS))
          .option(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
          .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) limits.connect().toMillis())
          .handler(initializer(channel -> onTarget(channel, conversation)))
          // The target sees where the man in the middle listens, and not 127.0.0.1.
          .connect(
              conversation.route().target(),
              new InetSocketAddress(conversation.route().listen().getAddress(), 0))
          .addListener((ChannelFuture connected) -> {
            if (connected.isSuccess()) {
              conversation.onTarget(connected.channel().pipeline().get(Side.class));
            } else {
              conversation.onNoTarget(String.valueOf(connected.cause().getMessage()));
            }
          });
    }

    @Override
    public void leave(Conversation conversation) {
      open.remove(conversation);
    }
  }
}
