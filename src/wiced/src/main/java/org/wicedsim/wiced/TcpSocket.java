package org.wicedsim.wiced;

import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Ipv4Address;

/// A TCP socket (`wiced_tcp_socket_t`), of a client or of a server. Calls may come from any thread
/// of the firmware, one at a time, as on the SDK.
public final class TcpSocket {
  /// What Linux takes (tcp(7)).
  private static final int MAX_KEEPALIVE_SECONDS = 32_767;

  private static final int MAX_KEEPALIVE_PROBES = 127;

  private final Sdk sdk;
  private final SocketCore core;
  private final Runnable forget;
  private final Ledger.Entry entry;

  /// @param counted whether the firmware has to delete it; a server deletes its own
  TcpSocket(Sdk sdk, TcpParts parts, Interface on, Consumer<TcpSocket> forget, boolean counted) {
    this.sdk = sdk;
    this.forget = () -> forget.accept(this);
    core = new SocketCore(sdk, parts, on, this, sdk.nextSocket());
    entry =
        counted
            ? sdk.ledger().open(Ledger.Kind.SOCKET, "wiced_tcp_create_socket", core::isInUse)
            : Ledger.Entry.NONE;
  }

  /// Binds the socket to a local port (`wiced_tcp_bind`); only a client does.
  ///
  /// Whether the machine gives the port shows only when the socket connects; if not, another one is
  /// used then, and a diagnostic says so.
  ///
  /// @param port 1 to 65534, or [Tcp#ANY_PORT]
  /// @return SUCCESS; NOTUP without a network; ERROR when it is bound already; PORT_UNAVAILABLE
  ///   when another socket of the board keeps the port for 3 s
  /// @throws IllegalArgumentException when the port is out of range
  public WicedResult bind(int port) {
    return sdk.returned("wiced_tcp_bind", core.bind(checked(Tcp.ANY_PORT, port)), this, port);
  }

  /// Seals the connections of this socket with TLS (`wiced_tcp_enable_tls`); the handshake follows
  /// inside [#connect(Ipv4Address, int, long)] or [#accept()].
  public WicedResult enableTls(TlsContext context) {
    core.use(context);
    return sdk.returned("wiced_tcp_enable_tls", WicedResult.SUCCESS, this);
  }

  /// Connects to a server (`wiced_tcp_connect`); an unbound socket is bound to any port first.
  ///
  /// @param timeoutMs for the TCP connection; a TLS handshake has 20 s of its own
  /// @return SUCCESS; NOTUP without a network; SOCKET_CLOSED when the server refuses or does not
  ///   answer in time; ERROR when there is no way to the address, the socket is connected already,
  ///   or the TLS handshake fails. A diagnostic says which it was, and why.
  public WicedResult connect(Ipv4Address address, int port, long timeoutMs) {
    WicedResult result = core.connect(new Endpoint(address, port), timeoutMs);
    return sdk.returned("wiced_tcp_connect", result, this, address, port, timeoutMs);
  }

  /// Listens at a port of the board (`wiced_tcp_listen`); up to five clients may wait.
  ///
  /// Sockets may share a port: the one that listened last gets the next client.
  ///
  /// @param port 1 to 65534
  /// @return SUCCESS; NOTUP without a network; ERROR when another socket waits for a client there,
  ///   or this one at another port; IN_PROGRESS when a client was waiting already, which is this
  ///   socket's now; PORT_UNAVAILABLE when another program on this machine has the port
  /// @throws IllegalArgumentException when the port is out of range
  public WicedResult listen(int port) {
    return sdk.returned("wiced_tcp_listen", core.listen(checked(1, port)), this, port);
  }

  /// Waits for a client (`wiced_tcp_accept`), for 3 s. An earlier connection of the socket is ended
  /// first, so that a server may loop on this call alone.
  ///
  /// With a connect callback it does not wait: it is meant to be called from there.
  ///
  /// @return SUCCESS; SOCKET_CLOSED when no client came; ERROR when the socket does not listen, or
  ///   the TLS handshake fails; NOTUP without a network
  public WicedResult accept() {
    return accept(SocketCore.ACCEPT_TIMEOUT_MS);
  }

  /// As [#accept()], with another limit, as a program has it that was built with another
  /// `WICED_TCP_ACCEPT_TIMEOUT` (SPEC 3.1).
  ///
  /// @param timeoutMs [Rtos#NO_WAIT] to [Rtos#NEVER_TIMEOUT]
  public WicedResult accept(long timeoutMs) {
    return sdk.returned("wiced_tcp_accept", core.accept(timeoutMs), this);
  }

  /// Ends the connection (`wiced_tcp_disconnect`): TLS says good-bye, FIN is sent, and the peer's
  /// FIN is awaited for 3 s. What was received and not read is lost. A socket that listened has to
  /// listen or accept again.
  ///
  /// @return SUCCESS; NOTUP without a network; SOCKET_CLOSED when there was no connection, and then
  ///   nothing happens
  public WicedResult disconnect() {
    WicedResult result = core.disconnect(SocketCore.DISCONNECT_TIMEOUT_MS);
    return sdk.returned("wiced_tcp_disconnect", result, this);
  }

  /// As [#disconnect()], with another limit (`wiced_tcp_disconnect_with_timeout`).
  public WicedResult disconnect(long timeoutMs) {
    WicedResult result = core.disconnect(timeoutMs);
    return sdk.returned("wiced_tcp_disconnect_with_timeout", result, this, timeoutMs);
  }

  /// Ends the connection if there is one, and the socket (`wiced_tcp_delete_socket`): its port is
  /// given back, and its TLS context is ended with it.
  ///
  /// @return SUCCESS, always
  public WicedResult delete() {
    end();
    return sdk.returned("wiced_tcp_delete_socket", WicedResult.SUCCESS, this);
  }

  /// Begins TLS on a connected socket (`wiced_tcp_start_tls`); its context must be enabled.
  ///
  /// @return SUCCESS; SOCKET_CLOSED without a connection; ERROR without a context, or when the
  ///   handshake fails
  public WicedResult startTls(TlsRole role) {
    return sdk.returned("wiced_tcp_start_tls", core.startTls(role), this, role);
  }

  /// Has the SDK call the firmware when something happens (`wiced_tcp_register_callbacks`); null
  /// for what it does not want to hear of. The connect callback is registered before the socket
  /// listens.
  public WicedResult registerCallbacks(
      @Nullable SocketCallback connect,
      @Nullable SocketCallback receive,
      @Nullable SocketCallback disconnect) {
    core.watch().use(new SocketCallbacks(connect, receive, disconnect));
    return sdk.returned("wiced_tcp_register_callbacks", WicedResult.SUCCESS, this);
  }

  /// Drops all callbacks (`wiced_tcp_unregister_callbacks`).
  public WicedResult unregisterCallbacks() {
    core.watch().use(SocketCallbacks.NONE);
    return sdk.returned("wiced_tcp_unregister_callbacks", WicedResult.SUCCESS, this);
  }

  /// Sends a packet (`wiced_tcp_send_packet`); waits up to 3 s for room. Once it was sent the
  /// packet is the stack's; if it could not be, it is still the firmware's.
  ///
  /// @return SUCCESS; SOCKET_CLOSED without a connection; NOTUP without a network; ERROR when there
  ///   was no room; INVALID_PACKET when it was sent or deleted before
  public WicedResult sendPacket(Packet packet) {
    return sdk.returned("wiced_tcp_send_packet", core.send(packet), this, packet);
  }

  /// Sends octets (`wiced_tcp_send_buffer`), in as many packets as it takes.
  ///
  /// @return SUCCESS; TIMEOUT when there is no transmit packet; or the code of the packet that
  ///   could not be sent: those before it were
  public WicedResult sendBuffer(byte[] octets) {
    String function = "wiced_tcp_send_buffer";
    WicedResult result = WicedResult.SUCCESS;
    for (int done = 0; done < octets.length && result.isSuccess(); ) {
      Packet packet = newPacket(function);
      if (packet == null) {
        result = WicedResult.TIMEOUT;
      } else {
        int part = Math.min(segmentOctets(), octets.length - done);
        packet.put(octets, done, part);
        done += part;
        result = core.send(packet);
        sdk.transmitPool().delete(packet);
      }
    }
    return sdk.returned(function, result, this, octets.length);
  }

  /// Takes the next segment that has arrived (`wiced_tcp_receive`), and waits for one. What came
  /// before the peer's FIN is given out first.
  ///
  /// @param timeoutMs [Rtos#NO_WAIT] to [Rtos#NEVER_TIMEOUT]
  /// @return a packet to be deleted; or TIMEOUT; SOCKET_CLOSED, or over TLS TLS_PEER_CLOSE_NOTIFY,
  ///   at the end; NOTUP without a network
  public PacketResult receive(long timeoutMs) {
    String function = "wiced_tcp_receive";
    PacketResult received = core.receive(timeoutMs, function);
    sdk.returned(function, received.result(), this, timeoutMs);
    return received;
  }

  /// The client at the other end (`wiced_tcp_server_peer`), while there is a connection.
  public Optional<Endpoint> serverPeer() {
    return peer("wiced_tcp_server_peer");
  }

  /// The server at the other end (`wiced_tcp_client_peer`), while there is a connection.
  public Optional<Endpoint> clientPeer() {
    return peer("wiced_tcp_client_peer");
  }

  /// Sets the type of service of what is sent (`wiced_tcp_set_type_of_service`): the octet in the
  /// IP header (RFC 2474).
  ///
  /// @param tos 0 to 255: 0x00 and 0xC0 best effort, 0x40 and 0x80 background, 0x20 and 0xA0 video,
  ///   0x60 and 0xE0 voice
  /// @throws IllegalArgumentException when it is no octet
  public void setTypeOfService(int tos) {
    if (tos < 0 || tos > 0xFF) {
      throw new IllegalArgumentException("a type of service is from 0 to 255, not " + tos);
    }
    core.set(ChannelOption.IP_TOS, tos);
    sdk.returned("wiced_tcp_set_type_of_service", WicedResult.SUCCESS, this, tos);
  }

  /// Has a connection probed while it is silent (`wiced_tcp_enable_keepalive`; RFC 9293 section
  /// 3.8.4).
  ///
  /// @param intervalSeconds between two probes, 1 to 32767
  /// @param probes how many may stay unanswered, 1 to 127
  /// @param timeSeconds of silence before the first probe, 1 to 32767
  /// @return SUCCESS; BADARG when a number is out of range
  public WicedResult enableKeepalive(int intervalSeconds, int probes, int timeSeconds) {
    boolean inRange =
        isWithin(intervalSeconds, MAX_KEEPALIVE_SECONDS)
            && isWithin(probes, MAX_KEEPALIVE_PROBES)
            && isWithin(timeSeconds, MAX_KEEPALIVE_SECONDS);
    if (inRange) {
      core.set(ChannelOption.SO_KEEPALIVE, true);
      core.set(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), intervalSeconds);
      core.set(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), probes);
      core.set(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), timeSeconds);
    }
    return sdk.returned(
        "wiced_tcp_enable_keepalive",
        inRange ? WicedResult.SUCCESS : WicedResult.BADARG,
        this,
        intervalSeconds,
        probes,
        timeSeconds);
  }

  /// The socket's state (`wiced_tcp_get_socket_state`).
  public SocketState state() {
    SocketState state = core.state();
    sdk.returned("wiced_tcp_get_socket_state", WicedResult.SUCCESS, this, state);
    return state;
  }

  /// The socket's number in events.
  @Override
  public String toString() {
    return core.toString();
  }

  void end() {
    core.delete();
    entry.close();
    forget.run();
  }

  SocketCore core() {
    return core;
  }

  /// A stream on this socket, without a word.
  TcpStream stream() {
    return new TcpStream(sdk, this);
  }

  /// How many octets fit into a segment of this socket.
  int segmentOctets() {
    return core.tlsContext() == null
        ? Packet.SEGMENT_OCTETS
        : Packet.SEGMENT_OCTETS - TlsSession.RECORD_OVERHEAD_OCTETS;
  }

  /// A packet to fill, as large as a segment of this socket; null when the pool stays empty.
  @Nullable Packet newPacket(String function) {
    boolean connected =
        core.connection().filter(c -> c.state() == SocketState.CONNECTED).isPresent();
    return sdk.transmitPool().create(connected ? segmentOctets() : 0, function);
  }

  private Optional<Endpoint> peer(String function) {
    Optional<Endpoint> peer = core.connection().map(Connection::remote);
    sdk.returned(function, peer.isPresent() ? WicedResult.SUCCESS : WicedResult.ERROR, this);
    return peer;
  }

  private static boolean isWithin(int number, int largest) {
    return number >= 1 && number <= largest;
  }

  private static int checked(int lowest, int port) {
    if (port < lowest || port >= LanSeat.PORT) {
      throw new IllegalArgumentException(
          "a local port is from %d to %d, not %d".formatted(lowest, LanSeat.PORT - 1, port));
    }
    return port;
  }
}
