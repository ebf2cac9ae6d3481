package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.ClassIdentity;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wiced.VirtualLan;
import org.wicedsim.wwepserver.ClassServer;
import org.wicedsim.wwepserver.ClassServerConfig;
import org.wicedsim.wwepserver.ServerIdentity;
import org.wicedsim.wwepserver.TlsSettings;
import org.wicedsim.wwepserver.Transaction;
import org.wicedsim.wwepserver.Transport;

/// A LAN for one test alone, with the boards, servers and guests on it. Behind the test all of them
/// are closed, the last one first; when it has failed, all that its boards did is printed. A crash
/// that the test does not ask for fails it.
///
/// Register it with `@RegisterExtension`, in a field that is not static.
final class CLan implements AfterEachCallback {
  static final Ipv4Address SERVER = Ipv4Address.of(198, 51, 100, 3);
  static final Ipv4Address CLIENT = Ipv4Address.of(198, 51, 100, 14);
  static final Ipv4Address GUEST = Ipv4Address.of(198, 51, 100, 77);
  static final int PLAIN_PORT = 27_708;
  static final int TLS_PORT = 40_508;

  private final LanSeat whole = LanSeat.takeFreeLan();
  private final Deque<AutoCloseable> kept = new ArrayDeque<>();
  private final List<CBoard> boards = new CopyOnWriteArrayList<>();
  private final Identity identity =
      CertificateMaker.selfSigned(
          ClassIdentity.spec(Instant.now(), serverAddress()), KeyKind.EC_P256);

  VirtualLan lan() {
    return whole.lan();
  }

  /// Who the class server is. Its certificate is on every board, and so is its key.
  Identity identity() {
    return identity;
  }

  /// The loopback address behind the class server's address.
  Inet4Address serverAddress() {
    return (Inet4Address) loopback(SERVER);
  }

  /// Builds and starts a program of `src/test/firmware`.
  CBoard start(String program) throws Exception {
    return start(CProgram.of(program));
  }

  /// Builds and starts a program.
  CBoard start(CProgram program) throws Exception {
    CBoard board = keep(new CBoard(this, program));
    boards.add(board);
    board.switchOn();
    return board;
  }

  /// Starts the class server, plain and TLS.
  ///
  /// @return what it answered so far, such as `plain W01D6050001 A01D6050001`
  List<String> classServer() throws IOException {
    return classServer(identity);
  }

  /// Starts somebody who says that he is the class server.
  List<String> classServer(Identity who) throws IOException {
    List<String> transactions = new CopyOnWriteArrayList<>();
    keep(
        ClassServer.start(
            ClassServerConfig.builder()
                .addresses(List.of(loopback(SERVER)))
                .plainPort(PLAIN_PORT)
                .tls(
                    new TlsSettings(
                        TLS_PORT, new ServerIdentity(who.privateKey(), who.chain()), List.of()))
                .transactions(transaction -> transactions.add(text(transaction)))
                .build()));
    return transactions;
  }

  /// A listener of the test's own at the class server's address.
  ServerSocket listener(int port) throws IOException {
    ServerSocket listener = keep(new ServerSocket());
    listener.bind(new InetSocketAddress(loopback(SERVER), port));
    listener.setSoTimeout(Math.toIntExact(CBoard.PATIENCE.toMillis()));
    return listener;
  }

  /// A guest of the LAN that is connected to the board at the class server's address.
  Guest guest(int port) throws IOException {
    return keep(Guest.of(connected(port)));
  }

  /// A guest that speaks TLS on its port, and trusts the class server's certificate.
  Guest tlsGuest() throws Exception {
    return tlsGuest(TLS_PORT);
  }

  Guest tlsGuest(int port) throws Exception {
    return keep(Guest.overTls(connected(port), identity.certificate()));
  }

  InetAddress loopback(Ipv4Address address) {
    return whole.lan().loopback(address);
  }

  /// Closes `part` behind the test.
  <C extends AutoCloseable> C keep(C part) {
    kept.push(part);
    return part;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    try {
      while (!kept.isEmpty()) {
        kept.pop().close();
      }
    } finally {
      whole.close();
      if (context.getExecutionException().isPresent()) {
        boards.forEach(System.out::println);
      }
    }
    assertThat(boards).flatExtracting(CBoard::unexpectedCrashes).isEmpty();
  }

  private Socket connected(int port) throws IOException {
    Socket socket = keep(new Socket());
    socket.bind(new InetSocketAddress(loopback(GUEST), 0));
    int patienceMs = Math.toIntExact(CBoard.PATIENCE.toMillis());
    socket.connect(new InetSocketAddress(loopback(SERVER), port), patienceMs);
    socket.setSoTimeout(patienceMs);
    return socket;
  }

  private static String text(Transaction transaction) {
    return "%s %s %s"
        .formatted(
            transaction.peer().transport() == Transport.TLS ? "TLS" : "plain",
            transaction.request(),
            transaction.answer());
  }
}
