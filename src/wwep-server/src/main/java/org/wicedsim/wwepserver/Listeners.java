package org.wicedsim.wwepserver;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.unix.Errors;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The listening sockets of one transport: one port at each address.
final class Listeners {
  private static final Duration RETRY_PAUSE = Duration.ofMillis(20);

  /// Linux's number for "address already in use", which Netty has no constant for.
  private static final int EADDRINUSE = 98;

  /// How often a free port is chosen anew because it is taken at one of the other addresses.
  private static final int FREE_PORT_TRIES = 10;

  private final List<ServerSocketChannel> channels = new ArrayList<>();
  private final EventLoops loops;
  private final ServerLimits limits;
  private final Supplier<ChannelHandler> acceptors;

  private Listeners(EventLoops loops, ServerLimits limits, Supplier<ChannelHandler> acceptors) {
    this.loops = loops;
    this.limits = limits;
    this.acceptors = acceptors;
  }

  /// Listens at a port of every address.
  ///
  /// @param port 0 for a port that is free at all of them
  static Listeners open(
      EventLoops loops,
      ServerLimits limits,
      List<InetAddress> addresses,
      int port,
      Supplier<ChannelHandler> acceptors)
      throws BindFailedException, InterruptedException {
    Listeners listeners = new Listeners(loops, limits, acceptors);
    for (int tries = 1; ; tries++) {
      try {
        for (InetAddress address : addresses) {
          int wanted = port != 0 || listeners.channels.isEmpty() ? port : listeners.port();
          listeners.openAt(new InetSocketAddress(address, wanted));
        }
        return listeners;
      } catch (BindFailedException e) {
        listeners.close();
        boolean another =
            port == 0
                && e.reason() == BindFailedException.Reason.PORT_IN_USE
                && tries < FREE_PORT_TRIES;
        if (!another) {
          throw e;
        }
      }
    }
  }

  /// The port that is the same at all addresses.
  int port() {
    return channels.getFirst().localAddress().getPort();
  }

  /// Stops listening; connections stay.
  void close() {
    channels.forEach(channel -> channel.close().awaitUninterruptibly());
    channels.clear();
  }

  private void openAt(InetSocketAddress address) throws BindFailedException, InterruptedException {
    long deadline = System.nanoTime() + limits.bindRetry().toNanos();
    while (true) {
      ServerSocketChannel channel = loops.newServerChannel();
      channel.config().setReuseAddress(true).setBacklog(limits.acceptBacklog());
      channel.pipeline().addLast(acceptors.get());
      loops.next().executor().register(channel).await();
      ChannelFuture bound = channel.bind(address).await();
      if (bound.isSuccess()) {
        channels.add(channel);
        return;
      }
      channel.close().await();
      if (!isPortInUse(bound.cause()) || System.nanoTime() >= deadline) {
        throw failure(address, bound.cause());
      }
      // A passing client of this machine may hold the port as its own.
      Thread.sleep(RETRY_PAUSE);
    }
  }

  private static boolean isPortInUse(Throwable cause) {
    return switch (cause) {
      case Errors.NativeIoException e -> e.expectedErr() == -EADDRINUSE;
      case BindException e -> String.valueOf(e.getMessage()).contains("in use");
      default -> false;
    };
  }

  private BindFailedException failure(InetSocketAddress address, Throwable cause) {
    String at = address.getAddress().getHostAddress() + " port " + address.getPort();
    if (isPortInUse(cause)) {
      return new BindFailedException(
          address,
          BindFailedException.Reason.PORT_IN_USE,
          "%s is in use, still after %d ms: another program listens there, or a client of this"
                  .formatted(at, limits.bindRetry().toMillis())
              + " machine was given the port as its own (Linux gives out 32768 to 60999). Choose"
              + " another port, or end the other program",
          cause);
    }
    return new BindFailedException(
        address,
        BindFailedException.Reason.OTHER,
        "cannot listen at %s: %s. Choose an address of this machine, and a port above 1023"
            .formatted(at, cause.getMessage()),
        cause);
  }
}
