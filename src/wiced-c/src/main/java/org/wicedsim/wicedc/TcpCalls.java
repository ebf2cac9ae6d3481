package org.wicedsim.wicedc;

/// Answers the calls about TCP: sockets, streams, packets and servers.
final class TcpCalls {
  private final SocketCalls sockets;
  private final SocketDetailCalls details;
  private final StreamCalls streams;
  private final PacketCalls packets;
  private final ServerCalls servers;

  /// @param tls has the contexts and identities that sockets and servers use
  TcpCalls(Session session, TlsCalls tls) {
    Missing missing = new Missing(session.binding());
    Sockets all = new Sockets(missing);
    sockets = new SocketCalls(session, tls, all, missing);
    details = new SocketDetailCalls(session, all, missing);
    streams = new StreamCalls(session, all, missing);
    packets = new PacketCalls(session, all, missing);
    servers = new ServerCalls(session, tls, all, missing);
  }

  /// The result of a call, as C gets it.
  long answer(TcpCall call, Slots slots) {
    return switch (call) {
      case WICED_TCP_CREATE_SOCKET -> sockets.create(slots);
      case WICED_TCP_SET_TYPE_OF_SERVICE -> details.setTypeOfService(slots);
      case WICED_TCP_REGISTER_CALLBACKS -> details.registerCallbacks(slots);
      case WICED_TCP_UNREGISTER_CALLBACKS -> details.unregisterCallbacks(slots);
      case WICED_TCP_BIND -> sockets.bind(slots);
      case WICED_TCP_CONNECT -> sockets.connect(slots);
      case WICED_TCP_LISTEN -> sockets.listen(slots);
      case WICED_TCP_ACCEPT -> sockets.accept(slots);
      case WICED_TCP_SERVER_PEER, WICED_TCP_CLIENT_PEER -> details.peer(call, slots);
      case WICED_TCP_DISCONNECT -> sockets.disconnect(slots);
      case WICED_TCP_DISCONNECT_WITH_TIMEOUT -> sockets.disconnectWithTimeout(slots);
      case WICED_TCP_DELETE_SOCKET -> sockets.delete(slots);
      case WICED_TCP_ENABLE_KEEPALIVE -> details.enableKeepalive(slots);
      case WICED_TCP_GET_SOCKET_STATE -> details.state(slots);
      case WICED_TCP_ENABLE_TLS -> sockets.enableTls(slots);
      case WICED_TCP_START_TLS -> sockets.startTls(slots);
      case WICED_TCP_SEND_PACKET -> packets.send(slots);
      case WICED_TCP_RECEIVE -> packets.receive(slots);
      case WICED_TCP_SEND_BUFFER -> sockets.sendBuffer(slots);
      case WICED_PACKET_CREATE_TCP -> packets.createTcp(slots);
      case WICED_PACKET_CREATE -> packets.create(slots);
      case WICED_PACKET_DELETE -> packets.delete(slots);
      case WICED_PACKET_GET_DATA -> packets.getData(slots);
      case WICED_PACKET_SET_DATA_END -> packets.setDataEnd(slots);
      case WICED_PACKET_SET_DATA_START -> packets.setDataStart(slots);
      case WICED_PACKET_GET_NEXT_FRAGMENT -> packets.getNextFragment(slots);
      case WICED_TCP_STREAM_INIT -> streams.init(slots);
      case WICED_TCP_STREAM_DEINIT -> streams.deinit(slots);
      case WICED_TCP_STREAM_WRITE -> streams.write(slots);
      case WICED_TCP_STREAM_FLUSH -> streams.flush(slots);
      case WICED_TCP_STREAM_READ -> streams.read(slots);
      case WICED_TCP_STREAM_READ_WITH_COUNT -> streams.readWithCount(slots);
      case WICED_TCP_STREAM_WRITE_RESOURCE -> streams.writeResource(slots);
      case WICED_TCP_SERVER_START -> servers.start(slots);
      case WICED_TCP_SERVER_STOP -> servers.stop(slots);
      case WICED_TCP_SERVER_ACCEPT -> servers.accept(slots);
      case WICED_TCP_SERVER_DISCONNECT_SOCKET -> servers.disconnect(slots);
      case WICED_TCP_SERVER_DISCONNECT_SOCKET_WITH_TIMEOUT -> servers.disconnectWithTimeout(slots);
      case WICED_TCP_SERVER_ENABLE_TLS -> servers.enableTls(slots);
      case SIM_SOCKET_FIELDS -> details.fields(slots);
      case SIM_SERVER_NUMBERS -> servers.numbers(slots);
    };
  }
}
