package org.wicedsim.wwepserver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wicedsim.wwep.ConnectionMode;

/// A plain connection without a socket, on a clock that only moves when it is told to.
final class EmbeddedConnection {
  private static final Peer PEER =
      new Peer(new InetSocketAddress("127.51.100.14", 50_312), Transport.PLAIN);

  private final Duplex channel = new Duplex();
  private final Loop loop;
  final List<ServerEvent> events = new ArrayList<>();
  final List<Transaction> transactions = new ArrayList<>();
  boolean gone;

  EmbeddedConnection(ConnectionMode mode) {
    this(mode, new MemoryRegisterStore(), ServerLimits.defaults());
  }

  EmbeddedConnection(ConnectionMode mode, RegisterStore store, ServerLimits limits) {
    TransactionLog log = new TransactionLog(transactions::add, events::add);
    Service service = new Service(mode, limits, store, log, events::add);
    channel.freezeTime();
    loop = new Loop(channel.eventLoop(), limits);
    channel
        .pipeline()
        .addLast(new Connection(service, loop, PEER, channel, null, () -> gone = true));
    channel.pipeline().fireChannelActive();
  }

  /// Octets that arrive together.
  void receive(String text) {
    ByteBuf octets = Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    if (channel.isOpen()) {
      channel.writeInbound(octets);
    } else {
      octets.release();
    }
  }

  /// The peer closes its sending side.
  void receiveEnd() {
    channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
  }

  /// The server stops.
  void stop() {
    loop.stopConnections();
  }

  void advance(Duration time) {
    channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
    channel.runPendingTasks();
  }

  /// Runs what other threads handed to the event loop.
  void runTasks() {
    channel.runPendingTasks();
  }

  /// Everything sent since the last call.
  String sent() {
    channel.checkException();
    StringBuilder text = new StringBuilder();
    for (ByteBuf octets = channel.readOutbound(); octets != null; octets = channel.readOutbound()) {
      text.append(octets.toString(StandardCharsets.ISO_8859_1));
      octets.release();
    }
    return text.toString();
  }

  boolean isSendingSideClosed() {
    return channel.outputShutdown;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  private static final class Duplex extends EmbeddedChannel implements DuplexChannel {
    private boolean outputShutdown;

    @Override
    public boolean isInputShutdown() {
      return false;
    }

    @Override
    public boolean isOutputShutdown() {
      return outputShutdown;
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public ChannelFuture shutdownOutput() {
      return shutdownOutput(newPromise());
    }

    @Override
    public ChannelFuture shutdownOutput(ChannelPromise promise) {
      outputShutdown = true;
      return promise.setSuccess();
    }

    @Override
    public ChannelFuture shutdownInput() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ChannelFuture shutdownInput(ChannelPromise promise) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ChannelFuture shutdown() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ChannelFuture shutdown(ChannelPromise promise) {
      throw new UnsupportedOperationException();
    }
  }
}
