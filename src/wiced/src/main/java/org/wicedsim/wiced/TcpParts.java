package org.wicedsim.wiced;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// What the TCP sockets of one board share.
final class TcpParts {
  private final Sdk sdk;
  private final Rtos rtos;
  private final Network network;
  private final Tls tls;
  private final Ports ports;
  private final Map<Endpoint, ListeningPort> listening = new HashMap<>();

  TcpParts(Sdk sdk, Rtos rtos, Network network, Tls tls) {
    this.sdk = sdk;
    this.rtos = rtos;
    this.network = network;
    this.tls = tls;
    ports = new Ports(sdk.clock());
  }

  Rtos rtos() {
    return rtos;
  }

  Network network() {
    return network;
  }

  Tls tls() {
    return tls;
  }

  Ports ports() {
    return ports;
  }

  /// Lets a socket join the listening port at this end of the board, which is opened for the first.
  ///
  /// @throws IOException when this machine does not give it
  ListeningPort join(Link link, Endpoint local, Reception socket) throws IOException {
    synchronized (listening) {
      ListeningPort open = listening.get(local);
      if (open == null) {
        open = ListeningPort.open(sdk, link, local.port());
        listening.put(local, open);
      }
      open.join(socket);
      return open;
    }
  }

  /// Takes a socket off a listening port, which is closed with its last socket.
  void leave(ListeningPort port, Reception socket) {
    synchronized (listening) {
      if (port.leave(socket)) {
        port.close();
        listening.values().remove(port);
      }
    }
  }
}
