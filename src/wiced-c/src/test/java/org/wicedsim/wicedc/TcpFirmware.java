package org.wicedsim.wicedc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.NetworkConfig;

/// A firmware that a test plays on a board with its network up: it calls as C does, and its
/// callbacks are noted. Peers are plain sockets of the JDK.
final class TcpFirmware implements AutoCloseable {
  static final int STA = 0;
  static final int PORT = 27_708;
  static final int SUCCESS = 0;
  static final int TIMEOUT = 2;
  static final int ERROR = 4;
  static final int BADARG = 5;
  static final int NOTUP = 9;
  static final int INVALID_PACKET = 7008;
  static final int INVALID_SOCKET = 7009;
  static final int PORT_UNAVAILABLE = 7011;
  static final int SOCKET_CLOSED = 7014;

  static final long SERVER = 0xC6336403L; // 198.51.100.3
  static final long BOARD = 0xC633640EL; // 198.51.100.14
  static final long GUEST = 0xC633644DL; // 198.51.100.77
  static final int IPV4 = 4;

  /// Nothing that a test waits for takes longer.
  private static final int PATIENCE_MS = 20_000;

  private final SdkBench bench;
  private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private final TlsCalls tls;
  private final TcpCalls tcp;
  private Runnable onEntry = () -> {};

  /// How Java entered the firmware.
  record Entry(long function, long first, long second) {}

  TcpFirmware(SdkBench bench) {
    this.bench = bench;
    Session session = bench.session();
    Session own = new Session(session.wiced(), session.binding(), new NotingCode());
    tls = new TlsCalls(own);
    tcp = new TcpCalls(own, tls);
    session.wiced().network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
  }

  /// What a call gave: its result, and the slots behind it.
  record Answer(long result, Slots slots) {
    int number() {
      return slots.int32(0);
    }

    long state() {
      return slots.get(SocketFields.STATE);
    }

    long peerAddress() {
      return slots.get(SocketFields.PEER_ADDRESS);
    }

    long peerPort() {
      return slots.get(SocketFields.PEER_PORT);
    }
  }

  Answer call(TcpCall call, long... arguments) {
    Slots slots = bench.slots(arguments);
    return new Answer(tcp.answer(call, slots), slots);
  }

  Answer call(TlsCall call, long... arguments) {
    Slots slots = bench.slots(arguments);
    return new Answer(tls.answer(call, slots), slots);
  }

  /// The number of a new socket, whose structure is nowhere else.
  int socket() {
    return call(TcpCall.WICED_TCP_CREATE_SOCKET, bench.octets(8), STA).number();
  }

  Answer connect(int socket, int port) {
    return call(TcpCall.WICED_TCP_CONNECT, socket, SERVER, port, 5_000, 0, 0, IPV4);
  }

  /// A socket that is connected to a peer that listens at the port.
  int connected(int port) {
    int socket = socket();
    connect(socket, port);
    return socket;
  }

  /// A listener at the class server's address.
  ServerSocket listener() throws IOException {
    ServerSocket listener = new ServerSocket();
    open.add(listener);
    listener.bind(new InetSocketAddress(bench.lan().loopback(address(SERVER)), 0));
    listener.setSoTimeout(PATIENCE_MS);
    return listener;
  }

  /// A client of the board, which comes from another address of the LAN.
  Socket guest(int port) throws IOException {
    Socket guest = new Socket();
    open.add(guest);
    guest.bind(new InetSocketAddress(bench.lan().loopback(address(GUEST)), 0));
    guest.connect(new InetSocketAddress(bench.lan().loopback(SdkBench.BOARD), port), PATIENCE_MS);
    guest.setSoTimeout(PATIENCE_MS);
    return guest;
  }

  /// What a peer that has come next sends.
  static String read(Socket peer, int octets) throws IOException {
    peer.setSoTimeout(PATIENCE_MS);
    return new String(peer.getInputStream().readNBytes(octets), StandardCharsets.US_ASCII);
  }

  /// Runs on the networking worker at each entry from now on, behind noting it.
  void onEntry(Runnable action) {
    onEntry = action;
  }

  /// The next entry of the firmware.
  Entry nextEntry() throws InterruptedException {
    Entry entry = entries.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
    if (entry == null) {
      throw new AssertionError("the firmware was not entered");
    }
    return entry;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable part : open) {
      part.close();
    }
  }

  private static Ipv4Address address(long bits) {
    return new Ipv4Address((int) bits);
  }

  private final class NotingCode implements NativeCode {
    @Override
    public long call(long function, long first, long second) {
      entries.add(new Entry(function, first, second));
      onEntry.run();
      return 0;
    }

    @Override
    public long callOn(long stack, long function, long first) {
      throw new AssertionError("TCP makes no threads");
    }
  }
}
