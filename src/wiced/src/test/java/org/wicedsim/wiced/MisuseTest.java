package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Certs;
import org.wicedsim.wiced.testing.Guest;
import org.wicedsim.wiced.testing.Peer;
import org.wicedsim.wiced.testing.TestBoard;

/// What was deleted, ended or switched off does no harm, and keeps nothing of the machine.
class MisuseTest {
  private static final int PORT = 27_708;
  private static final Ipv4Address CLIENT = Ipv4Address.of(198, 51, 100, 77);
  private static final Ipv4Address OTHER = Ipv4Address.of(198, 51, 100, 99);

  @RegisterExtension final Bench bench = new Bench();

  @Test
  void aSocketThatWasDeletedIsInvalid() {
    bench.listen(PORT, Peer.Client::readToEnd);
    Bench.Played played = bench.play();
    TcpSocket socket = played.wiced().tcp().createSocket(Interface.STA);
    socket.delete();

    assertThat(socket.bind(Tcp.ANY_PORT)).isEqualTo(WicedResult.INVALID_SOCKET);
    assertThat(socket.connect(Bench.SERVER, PORT, 1_000)).isEqualTo(WicedResult.INVALID_SOCKET);
    assertThat(socket.listen(PORT)).isEqualTo(WicedResult.INVALID_SOCKET);
    assertThat(played.log().awaitDiagnostic("socket-deleted")).contains("wiced_tcp_create_socket");
  }

  @Test
  void aSocketThatListensDoesNotListenAtAnotherPortToo() {
    TcpSocket socket = listening(bench.play(), 4_000);

    assertThat(socket.listen(4_001)).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void aSocketThatListensAtAnotherPortLaterLeavesTheFirst() {
    TcpSocket socket = listening(bench.play(), 4_000);
    Guest guest = guest(4_000);
    assertThat(socket.accept()).isEqualTo(WicedResult.SUCCESS);
    guest.close();
    socket.disconnect();

    assertThat(socket.listen(4_001)).isEqualTo(WicedResult.SUCCESS);

    await().until(() -> isRefused(4_000));
  }

  @Test
  void theTypeOfServiceOfAConnectionThatWasResetIsNoCrash() {
    TcpSocket socket = listening(bench.play(), PORT);
    Guest guest = guest(PORT);
    assertThat(socket.accept()).isEqualTo(WicedResult.SUCCESS);
    guest.reset();
    await().until(() -> socket.state() == SocketState.CLOSED);

    assertThatCode(() -> socket.setTypeOfService(0xA0)).doesNotThrowAnyException();
  }

  /// The clock stands still: only the guest's FIN ends the wait.
  @Test
  void aGuestThatLeavesBeforeItIsAcceptedHoldsNothingUp() {
    Bench.Played played = bench.play(new ManualClock());
    TcpSocket socket = listening(played, PORT);
    Guest guest = guest(PORT);
    await().until(() -> socket.state() == SocketState.CONNECTING);
    guest.finish();

    assertThat(socket.disconnect()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aServerThatIsStoppedInTheMiddleOfAHandshakeListensNoMore() {
    Bench.Played played = bench.play();
    CompletableFuture<WicedResult> accepted = new CompletableFuture<>();
    TcpServer server = secureServer(played, accepted);
    guest(PORT);
    await().until(() -> server.sockets().getFirst().state() == SocketState.CONNECTED);

    server.stop();

    assertThat(accepted.join()).isEqualTo(WicedResult.ERROR);
    await().until(() -> isRefused(PORT));
  }

  /// A server runs for weeks: what one connection needed ends with it.
  @Test
  void aServersTlsContextsEndWithTheirConnections() {
    Bench.Played played = bench.play();
    CompletableFuture<WicedResult> accepted = new CompletableFuture<>();
    TcpServer server = secureServer(played, accepted);
    Guest guest = guest(PORT);
    guest.send("no TLS");
    assertThat(accepted.join()).isEqualTo(WicedResult.ERROR);

    server.stop();
    played.board().close();

    assertThat(played.log().diagnosticCodes()).doesNotContain("leaked-tls-context");
  }

  @Test
  void aStreamThatWasFilledBeforeTlsWasEnabledIsSent() {
    Peer<String> peer = bench.listen(PORT, Peer.Client::readToEnd);
    Wiced wiced = bench.play().wiced();
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.connect(Bench.SERVER, PORT, 10_000);
    TcpStream stream = wiced.tcp().streamInit(socket);
    stream.write(new byte[Packet.SEGMENT_OCTETS - 1]);

    socket.enableTls(wiced.tls().initContext(null));

    assertThat(stream.write(new byte[2])).isEqualTo(WicedResult.SUCCESS);
    stream.deinit();
    socket.delete();
    assertThat(peer.next()).hasSize(Packet.SEGMENT_OCTETS + 1);
  }

  @Test
  void aNetworkCannotBeBroughtUpOnABoardThatIsOff() {
    Bench.Played played = bench.play();
    played.board().close();

    WicedResult result =
        played
            .wiced()
            .network()
            .up(
                Interface.ETHERNET,
                NetworkConfig.STATIC_IP,
                new IpSettings(OTHER, Ipv4Address.of(255, 255, 255, 0), Bench.SERVER));

    assertThat(result).isEqualTo(WicedResult.NOTUP);
    assertThat(LanSeat.isTaken(bench.lan(), OTHER)).isFalse();
  }

  @Test
  void aPowerOffInTheMiddleOfListenKeepsNoPort() throws InterruptedException {
    CountDownLatch left = new CountDownLatch(1);
    TestBoard board =
        bench.run(
            new SystemClock(),
            wiced -> {
              wiced.network().up(Interface.STA, NetworkConfig.EXTERNAL_DHCP_SERVER);
              TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
              // As the power does that goes off while the thread computes.
              Thread.currentThread().interrupt();
              try {
                socket.listen(PORT);
              } finally {
                left.countDown();
              }
            });
    left.await();

    board.close();

    await().until(this::isFree);
  }

  private boolean isFree() {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(bench.lan().loopback(Bench.BOARD), PORT));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static TcpSocket listening(Bench.Played played, int port) {
    TcpSocket socket = played.wiced().tcp().createSocket(Interface.STA);
    assertThat(socket.listen(port)).isEqualTo(WicedResult.SUCCESS);
    return socket;
  }

  private static TcpServer secureServer(
      Bench.Played played, CompletableFuture<WicedResult> accepted) {
    Identity identity = Certs.selfSigned();
    CompletableFuture<TcpServer> server = new CompletableFuture<>();
    TcpServer.Started started =
        played
            .wiced()
            .tcp()
            .startServer(
                Interface.STA,
                PORT,
                1,
                socket -> accepted.complete(server.join().accept(socket)),
                null,
                null);
    assertThat(started).isInstanceOf(TcpServer.Started.Running.class);
    TcpServer running = ((TcpServer.Started.Running) started).server();
    running.enableTls(
        played
            .wiced()
            .tls()
            .initIdentity(
                Pem.encode(identity.privateKey()).getBytes(ISO_8859_1),
                Certs.pem(identity.certificate())));
    server.complete(running);
    return running;
  }

  private Guest guest(int port) {
    return bench.keep(Guest.connect(bench.lan(), CLIENT, Bench.BOARD, port));
  }

  private boolean isRefused(int port) {
    try {
      guest(port);
      return false;
    } catch (UncheckedIOException _) {
      return true;
    }
  }
}
