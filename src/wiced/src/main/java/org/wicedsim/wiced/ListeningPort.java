package org.wicedsim.wiced;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A TCP port on which sockets of the board listen: NetX's listen request. Several sockets may
/// share it, one of them at a time is armed, and gets the next client.
///
/// A client that comes while none is armed waits here, further ones in the machine's own queue. The
/// machine answers their SYN at once, where the board would leave it unanswered.
final class ListeningPort {
  /// How many clients may wait (`WICED_DEFAULT_TCP_LISTEN_QUEUE_SIZE`).
  static final int BACKLOG = 5;

  /// Linux lets one more wait than it is told (listen(2)), and one waits here.
  private static final int BACKLOG_OF_MACHINE = BACKLOG - 2;

  private static final int BIND_ATTEMPTS = 10;
  private static final long BIND_PAUSE_MS = 20;

  /// How long closing may take; Netty's thread is never busy for long.
  private static final long CLOSE_TIMEOUT_MS = 1_000;

  private final Channel channel;
  private final Set<Reception> sockets = new HashSet<>();
  private @Nullable Reception armed;
  private BoardNetwork.@Nullable Client waiting;
  private boolean closed;

  private ListeningPort(Channel channel) {
    this.channel = channel;
  }

  /// Listens at a port. One that was closed a moment ago is free only once Netty's thread has let
  /// go of it, and a passing client of this machine may have it for a moment: so it is tried again.
  ///
  /// @throws BindException when somebody on this machine keeps the port
  /// @throws IOException when this machine has no sockets left
  static ListeningPort open(Sdk sdk, Link link, int port) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return bind(sdk, link.listening(port));
      } catch (BindException e) {
        if (attempt == BIND_ATTEMPTS) {
          throw e;
        }
        pause();
      }
    }
  }

  private static ListeningPort bind(Sdk sdk, InetSocketAddress address) throws IOException {
    ListeningPort[] self = new ListeningPort[1];
    ChannelFuture binding =
        BoardNetwork.server(sdk, BACKLOG_OF_MACHINE, client -> self[0].onClient(client))
            .bind(address);
    self[0] = new ListeningPort(binding.channel());
    boolean bound = false;
    try {
      if (!new Gate(sdk.clock()).await(binding, Rtos.NEVER_TIMEOUT)) {
        throw binding.cause() instanceof BindException taken
            ? taken
            : new IOException("this machine gives no socket", binding.cause());
      }
      bound = true;
      binding.channel().read();
      return self[0];
    } finally {
      if (!bound) {
        BoardNetwork.abandon(binding);
      }
    }
  }

  /// By the machine's time: the machine is waited for.
  private static void pause() {
    try {
      Thread.sleep(BIND_PAUSE_MS);
    } catch (InterruptedException _) {
      throw PowerOff.ofThisThread();
    }
  }

  /// Lets a socket share the port, which stays open until [#leave(Reception)].
  synchronized void join(Reception socket) {
    sockets.add(socket);
  }

  /// Gives the next client to `socket`, which has joined.
  ///
  /// @return SUCCESS; IN_PROGRESS when a client was waiting already, and is the socket's now; ERROR
  ///   when another socket is armed
  synchronized WicedResult arm(Reception socket) {
    if (armed != null) {
      return armed == socket ? WicedResult.SUCCESS : WicedResult.ERROR;
    }
    BoardNetwork.Client next = waiting;
    if (next == null) {
      armed = socket;
      return WicedResult.SUCCESS;
    }
    waiting = null;
    socket.onClient(next);
    channel.read();
    return WicedResult.IN_PROGRESS;
  }

  synchronized boolean isArmed(Reception socket) {
    return armed == socket;
  }

  /// Takes a socket off the port.
  ///
  /// @return whether it was the last one: then the port has to be closed
  synchronized boolean leave(Reception socket) {
    sockets.remove(socket);
    if (armed == socket) {
      armed = null;
    }
    closed = sockets.isEmpty();
    return closed;
  }

  /// Closes the port, and waits until it is: whoever waits there is refused.
  // Not under the lock: Netty's thread may want it before it closes.
  void close() {
    BoardNetwork.Client client = takeWaiting();
    if (client != null) {
      var _ = client.channel().close();
    }
    channel.close().awaitUninterruptibly(CLOSE_TIMEOUT_MS);
  }

  private synchronized BoardNetwork.@Nullable Client takeWaiting() {
    BoardNetwork.Client client = waiting;
    waiting = null;
    return client;
  }

  private synchronized void onClient(BoardNetwork.Client client) {
    Reception next = armed;
    if (closed) {
      var _ = client.channel().close();
    } else if (next == null) {
      waiting = client;
    } else {
      armed = null;
      next.onClient(client);
      channel.read();
    }
  }
}
