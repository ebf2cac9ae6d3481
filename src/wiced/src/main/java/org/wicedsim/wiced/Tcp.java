package org.wicedsim.wiced;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// TCP (`wiced_tcpip.h`, SPEC 3.1, 3.2).
public final class Tcp {
  /// Lets the stack choose a port (`WICED_ANY_PORT`).
  public static final int ANY_PORT = 0;

  private final Sdk sdk;
  private final Network network;
  private final Tls tls;
  private final Ports ports;
  private final Set<TcpSocket> sockets = ConcurrentHashMap.newKeySet();

  Tcp(Sdk sdk, Network network, Tls tls) {
    this.sdk = sdk;
    this.network = network;
    this.tls = tls;
    ports = new Ports(sdk.clock());
  }

  /// A new socket (`wiced_tcp_create_socket`); it works once the interface is up.
  public TcpSocket createSocket(Interface on) {
    TcpSocket socket = new TcpSocket(sdk, network, tls, ports, on, sockets::remove);
    sockets.add(socket);
    sdk.returned("wiced_tcp_create_socket", WicedResult.SUCCESS, socket, on);
    return socket;
  }

  /// A stream on a socket (`wiced_tcp_stream_init`).
  public TcpStream streamInit(TcpSocket socket) {
    sdk.returned("wiced_tcp_stream_init", WicedResult.SUCCESS, socket);
    return new TcpStream(sdk, socket);
  }

  /// Pulls the plug of all sockets.
  void closeAll() {
    sockets.forEach(TcpSocket::unplug);
  }
}
