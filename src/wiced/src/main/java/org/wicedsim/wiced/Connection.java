package org.wicedsim.wiced;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Octets;

/// One TCP connection of a board: blocking calls for the firmware on one side, a Netty channel on
/// the other. Netty's loop never runs firmware.
///
/// Nothing is read from the peer before [#handshake(TlsSession)] or [#readPlain()]: so no octet can
/// slip in ahead of TLS, and no event comes before the one that tells of the connection.
final class Connection {
  static final long SEND_TIMEOUT_MS = 3_000;

  /// How long a board that is switched off waits for its sockets to be closed.
  private static final Duration ABORT_TIMEOUT = Duration.ofSeconds(1);

  private final Sdk sdk;
  private final int number;
  private final Endpoint local;
  private final Endpoint remote;
  private final SocketChannel channel;
  private final Inbound inbound;
  private final Gate gate;
  private final Watcher watcher;
  private final EndNotice endNotice;
  private @Nullable ChannelFuture lastWrite;
  private volatile SocketState state = SocketState.CLOSED;

  /// Hears of a connection what the SDK's callbacks tell; on Netty's thread.
  interface Watcher {
    /// A segment can be received.
    void onReceived();

    /// The peer has sent its FIN, or the connection was reset. Once in a connection's life.
    void onDisconnected();
  }

  private Connection(
      Sdk sdk,
      int number,
      Endpoint local,
      Endpoint remote,
      SocketChannel channel,
      Inbound inbound,
      Watcher watcher) {
    this.sdk = sdk;
    this.number = number;
    this.local = local;
    this.remote = remote;
    this.channel = channel;
    this.inbound = inbound;
    this.watcher = watcher;
    endNotice = new EndNotice(watcher::onDisconnected);
    gate = inbound.gate();
    inbound.attach(number, new Ears());
  }

  /// A channel that is bound and not connected.
  ///
  /// @throws BindException when this machine does not give it the address and port
  /// @throws IOException when this machine has no sockets left
  static Connection open(
      Sdk sdk,
      int number,
      InetSocketAddress source,
      Endpoint local,
      Endpoint remote,
      Watcher watcher)
      throws IOException {
    Inbound inbound = new Inbound(sdk);
    SocketChannel channel = BoardNetwork.open(inbound, source);
    return new Connection(sdk, number, local, remote, channel, inbound, watcher);
  }

  /// A connection that a client has opened, and that the firmware has yet to accept.
  static Connection pending(
      Sdk sdk,
      int number,
      Endpoint local,
      Endpoint remote,
      BoardNetwork.Client client,
      Watcher watcher) {
    Connection connection =
        new Connection(sdk, number, local, remote, client.channel(), client.inbound(), watcher);
    connection.enter(SocketState.CONNECTING);
    return connection;
  }

  /// Accepts a pending connection, and reads nothing yet.
  void accept() {
    enter(SocketState.CONNECTED);
  }

  Endpoint remote() {
    return remote;
  }

  /// Connects, and reads nothing yet.
  ///
  /// @throws BindException when the port that the connection is bound to cannot be used for this
  ///   peer: an earlier connection between both still rests in TIME_WAIT
  WicedResult connect(InetSocketAddress route, long timeoutMs) throws BindException {
    enter(SocketState.CONNECTING);
    ChannelFuture connected = channel.connect(route);
    gate.await(connected, timeoutMs);
    if (connected.isSuccess()) {
      enter(SocketState.CONNECTED);
      return WicedResult.SUCCESS;
    }
    if (connected.cause() instanceof BindException unusable) {
      throw unusable;
    }
    explain(connected.cause(), route, timeoutMs);
    return WicedResult.SOCKET_CLOSED;
  }

  private void explain(@Nullable Throwable cause, InetSocketAddress route, long timeoutMs) {
    switch (cause) {
      case null ->
          sdk.diagnose(
              "connect-timed-out",
              "%s did not answer within %d ms: check that the server runs and can be reached"
                  .formatted(remote, timeoutMs));
      case ConnectException _ ->
          sdk.diagnose(
              "connect-refused",
              "nothing listens at %s: check that the class server runs there".formatted(remote));
      default ->
          sdk.diagnose(
              "connect-failed",
              "%s cannot be reached by way of %s: %s".formatted(remote, route, cause));
    }
  }

  /// Begins to read what the peer sends, without TLS.
  void readPlain() {
    inbound.startReading();
  }

  /// Seals the connection, and begins to read. Any failure is ERROR (SPEC 3.6); the reason goes
  /// beside it.
  WicedResult handshake(TlsSession session) {
    return session.shakeHands(channel, inbound, remote) ? WicedResult.SUCCESS : WicedResult.ERROR;
  }

  /// Sends the data of a packet; waits up to 3 s for room, as the SDK does.
  ///
  /// @param sent run once the octets have left, or never will; only after SUCCESS
  WicedResult send(ByteBuffer data, Runnable sent) {
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
      byte[] octets = new byte[data.remaining()];
      data.duplicate().get(octets);
      sdk.events()
          .publish(new WicedEvent.SegmentSent(number, inbound.isSealed(), Octets.of(octets)));
    }
    ChannelFuture written = channel.writeAndFlush(Unpooled.copiedBuffer(data));
    written.addListener(_ -> sent.run());
    lastWrite = written;
    return WicedResult.SUCCESS;
  }

  /// Takes the next packet that has arrived, and waits for one.
  PacketResult receive(long timeoutMs, String function) {
    return inbound.receive(timeoutMs, function);
  }

  /// Sets options of the channel, as far as this machine has them.
  void set(Map<ChannelOption<?>, ?> options) {
    BoardNetwork.set(channel, options);
  }

  SocketState state() {
    return state;
  }

  /// Ends the connection: sends what was written and FIN, with TLS's close_notify between them if
  /// `goodbye`, and waits for the peer's FIN.
  ///
  /// @param timeoutMs for all of it
  void close(boolean goodbye, long timeoutMs) {
    inbound.discard();
    if (isOpen()) {
      endNotice.hold();
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
    endNotice.release(inbound.isFinished());
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

  /// What Netty's thread tells, before it can be seen through the SDK.
  private final class Ears implements Inbound.Listener {

    @Override
    public void onReceived() {
      watcher.onReceived();
    }

    @Override
    public void onFinished() {
      synchronized (Connection.this) {
        if (state == SocketState.CONNECTED) {
          enter(SocketState.CLOSING);
        }
      }
      endNotice.onEnd();
    }

    @Override
    public void onLost() {
      synchronized (Connection.this) {
        if (isOpen()) {
          enter(SocketState.CLOSED);
        }
      }
      gate.signal();
      endNotice.onEnd();
    }
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
