package org.wicedsim.wiced;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.io.IOException;
import java.net.BindException;
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

  private final Channel channel;
  private final Set<SocketCore> sockets = new HashSet<>();
  private @Nullable SocketCore armed;
  private BoardNetwork.@Nullable Client waiting;
  private boolean closed;

  private ListeningPort(Channel channel) {
    this.channel = channel;
  }

  /// Listens at a port.
  ///
  /// @throws BindException when somebody on this machine has the port
  /// @throws IOException when this machine has no sockets left
  static ListeningPort open(Sdk sdk, Link link, int port) throws IOException {
    ListeningPort[] self = new ListeningPort[1];
    ChannelFuture binding =
        BoardNetwork.server(sdk, BACKLOG_OF_MACHINE, client -> self[0].onClient(client))
            .bind(link.listening(port));
    self[0] = new ListeningPort(binding.channel());
    if (!new Gate(sdk.clock()).await(binding, Rtos.NEVER_TIMEOUT)) {
      throw binding.cause() instanceof BindException taken
          ? taken
          : new IOException("this machine gives no socket", binding.cause());
    }
    binding.channel().read();
    return self[0];
  }

  /// Gives the next client to `socket`.
  ///
  /// @return SUCCESS; IN_PROGRESS when a client was waiting already, and is the socket's now; ERROR
  ///   when another socket is armed
  synchronized WicedResult arm(SocketCore socket) {
    sockets.add(socket);
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

  synchronized boolean isArmed(SocketCore socket) {
    return armed == socket;
  }

  synchronized boolean hasArmed() {
    return armed != null;
  }

  /// Takes a socket off the port.
  ///
  /// @return whether it was the last one: then the port is closed, and whoever waits is refused
  synchronized boolean leave(SocketCore socket) {
    sockets.remove(socket);
    if (armed == socket) {
      armed = null;
    }
    if (sockets.isEmpty()) {
      closed = true;
      var _ = channel.close();
      if (waiting != null) {
        var _ = waiting.channel().close();
        waiting = null;
      }
    }
    return sockets.isEmpty();
  }

  private synchronized void onClient(BoardNetwork.Client client) {
    SocketCore next = armed;
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
