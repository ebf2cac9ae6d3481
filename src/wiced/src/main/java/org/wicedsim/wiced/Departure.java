package org.wicedsim.wiced;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/// The part of a TCP socket that connects to servers: its local port, and the way out.
final class Departure {
  static final long BIND_TIMEOUT_MS = 3_000;

  private static final int UNBOUND = -1;
  private static final int BIND_ATTEMPTS = 16;

  private final Sdk sdk;
  private final Ports ports;
  private final SocketCore socket;
  private int port = UNBOUND;

  Departure(Sdk sdk, Ports ports, SocketCore socket) {
    this.sdk = sdk;
    this.ports = ports;
    this.socket = socket;
  }

  /// Takes a local port for the next connection.
  WicedResult bind(int wanted) {
    if (port != UNBOUND) {
      return WicedResult.ERROR;
    }
    if (wanted == Tcp.ANY_PORT) {
      port = ports.takeAny();
    } else if (ports.take(wanted, BIND_TIMEOUT_MS)) {
      port = wanted;
    } else {
      return WicedResult.PORT_UNAVAILABLE;
    }
    return WicedResult.SUCCESS;
  }

  /// Gives the port back, if there is one.
  void unbind() {
    if (port != UNBOUND) {
      ports.giveBack(port);
      port = UNBOUND;
    }
  }

  /// Connects from the socket's port, or from another one where the machine does not give that one.
  ///
  /// @param opened hears of each connection that is tried, before it is
  WicedResult dial(
      Link link,
      InetSocketAddress route,
      Endpoint remote,
      long timeoutMs,
      Consumer<Connection> opened) {
    if (port == UNBOUND) {
      port = ports.takeAny();
    }
    for (int attempt = 0; attempt < BIND_ATTEMPTS; attempt++) {
      Endpoint local = new Endpoint(link.address(), port);
      try {
        InetSocketAddress source = link.source(route, port);
        Connection connection =
            Connection.open(sdk, socket.number(), source, local, remote, socket.watch());
        opened.accept(connection);
        return connection.connect(route, timeoutMs);
      } catch (BindException e) {
        socket.hangUp();
        port = ports.takeAny();
        sdk.diagnose(
            "port-moved",
            "this machine does not give %s (%s): %s uses port %d instead"
                .formatted(local, e.getMessage(), socket, port));
      } catch (IOException e) {
        sdk.diagnose(
            "no-socket",
            "%s cannot connect: %s, %s".formatted(socket, e.getMessage(), e.getCause()));
        return WicedResult.ERROR;
      }
    }
    return WicedResult.PORT_UNAVAILABLE;
  }
}
