package org.wicedsim.wwepserver;

import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// The event loops of one server, one for each core: on Linux's epoll or on NIO.
final class EventLoops {
  private static final int STOP_SECONDS = 2;

  private final boolean epoll;
  private final IoEventLoopGroup group;
  private final Map<EventExecutor, Loop> loops = new HashMap<>();

  EventLoops(ServerLimits limits, boolean epoll) {
    this.epoll = epoll;
    ThreadFactory threads = new DefaultThreadFactory("wwep-server", true);
    group =
        new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(),
            threads,
            epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    for (EventExecutor executor : group) {
      loops.put(executor, new Loop((EventLoop) executor, limits));
    }
  }

  ServerSocketChannel newServerChannel() {
    return epoll ? new EpollServerSocketChannel() : new NioServerSocketChannel();
  }

  /// The loop whose turn it is.
  Loop next() {
    Loop loop = loops.get(group.next());
    if (loop == null) {
      throw new IllegalStateException("the group gave a loop that is not its own");
    }
    return loop;
  }

  Collection<Loop> all() {
    return loops.values();
  }

  boolean runsThisThread() {
    return loops.keySet().stream().anyMatch(EventExecutor::inEventLoop);
  }

  /// Closes whatever is still open and ends the threads.
  void stop() {
    group.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
