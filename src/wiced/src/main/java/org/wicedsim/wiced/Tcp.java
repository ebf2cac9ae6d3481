package org.wicedsim.wiced;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// TCP (`wiced_tcpip.h`, SPEC 3.1 to 3.4).
public final class Tcp {
  /// Lets the stack choose a port (`WICED_ANY_PORT`).
  public static final int ANY_PORT = 0;

  private final Sdk sdk;
  private final TcpParts parts;
  private final Set<TcpSocket> sockets = ConcurrentHashMap.newKeySet();

  Tcp(Sdk sdk, Rtos rtos, Network network, Tls tls) {
    this.sdk = sdk;
    parts = new TcpParts(sdk, rtos, network, tls);
  }

  /// A new socket (`wiced_tcp_create_socket`); it works once the interface is up.
  public TcpSocket createSocket(Interface on) {
    TcpSocket socket = newSocket(on, true);
    sdk.returned("wiced_tcp_create_socket", WicedResult.SUCCESS, socket, on);
    return socket;
  }

  /// A stream on a socket (`wiced_tcp_stream_init`).
  public TcpStream streamInit(TcpSocket socket) {
    sdk.returned("wiced_tcp_stream_init", WicedResult.SUCCESS, socket);
    return socket.stream();
  }

  /// A server of up to `maxSockets` connections at a time (`wiced_tcp_server_start`). One of its
  /// sockets listens, and the next one takes its place when it has got a client.
  ///
  /// @param port 1 to 65534
  /// @param maxSockets 1 to [TcpServer#MAX_SOCKETS]
  /// @param connect called when a client has come; accepts it with [TcpServer#accept(TcpSocket)]
  /// @return the server, or why there is none: BADARG for too many sockets, or what listening gave
  public TcpServer.Started startServer(
      Interface on,
      int port,
      int maxSockets,
      @Nullable SocketCallback connect,
      @Nullable SocketCallback receive,
      @Nullable SocketCallback disconnect) {
    TcpServer.Started started =
        TcpServer.start(
            sdk,
            this,
            new TcpServer.Plan(
                on, port, maxSockets, new SocketCallbacks(connect, receive, disconnect)));
    sdk.returned("wiced_tcp_server_start", started.result(), on, port, maxSockets);
    return started;
  }

  /// A packet to send on a socket (`wiced_packet_create_tcp`); waits 2 s for a free one.
  ///
  /// @param contentOctets how many octets it shall carry; ignored, as on the SDK
  /// @return a packet, which is sent or deleted; or TIMEOUT
  public PacketResult createPacket(TcpSocket socket, int contentOctets) {
    String function = "wiced_packet_create_tcp";
    PacketResult created = packet(socket.newPacket(function));
    sdk.returned(function, created.result(), socket, contentOctets);
    return created;
  }

  /// A packet for any use (`wiced_packet_create`); waits 2 s for a free one.
  ///
  /// @param contentOctets how many octets it shall carry; ignored, as on the SDK
  /// @return a packet, which is sent or deleted; or TIMEOUT
  public PacketResult createPacket(int contentOctets) {
    String function = "wiced_packet_create";
    PacketResult created = packet(sdk.transmitPool().create(Packet.SEGMENT_OCTETS, function));
    sdk.returned(function, created.result(), contentOctets);
    return created;
  }

  TcpSocket newSocket(Interface on, boolean counted) {
    TcpSocket socket = new TcpSocket(sdk, parts, on, sockets::remove, counted);
    sockets.add(socket);
    return socket;
  }

  /// Pulls the plug of all sockets.
  void closeAll() {
    sockets.forEach(socket -> socket.core().unplug());
  }

  private static PacketResult packet(@Nullable Packet packet) {
    return packet == null
        ? new PacketResult.Failed(WicedResult.TIMEOUT)
        : new PacketResult.Got(packet);
  }
}
