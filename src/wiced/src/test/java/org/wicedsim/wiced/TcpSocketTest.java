package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.FullListener;
import org.wicedsim.wiced.testing.Peer;

/// SPEC 3.1 and 3.6: bind, connect, disconnect, delete, with the SDK's codes.
class TcpSocketTest {
  private static final int PORT = 27_708;

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final Wiced wiced = played.wiced();

  @Test
  void anyPortIsADynamicOne() {
    Peer<Integer> peer = bench.listen(PORT, client -> client.remote().getPort());
    TcpSocket socket = newSocket();

    assertThat(socket.bind(Tcp.ANY_PORT)).isEqualTo(WicedResult.SUCCESS);

    socket.connect(Bench.SERVER, PORT, 5_000);
    assertThat(peer.next()).isBetween(49_152, 65_534);
  }

  @Test
  void aFixedPortIsWhereTheConnectionComesFrom() {
    Peer<Integer> peer = bench.listen(PORT, client -> client.remote().getPort());
    TcpSocket socket = newSocket();

    assertThat(socket.bind(5_000)).isEqualTo(WicedResult.SUCCESS);

    socket.connect(Bench.SERVER, PORT, 5_000);
    assertThat(peer.next()).isEqualTo(5_000);
  }

  @Test
  void anUnboundSocketIsBoundByConnect() {
    Peer<Integer> peer = bench.listen(PORT, client -> client.remote().getPort());

    assertThat(newSocket().connect(Bench.SERVER, PORT, 5_000)).isEqualTo(WicedResult.SUCCESS);

    assertThat(peer.next()).isBetween(49_152, 65_534);
  }

  @Test
  void aSecondBindIsAnError() {
    TcpSocket socket = newSocket();
    socket.bind(5_000);

    assertThat(socket.bind(5_001)).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void aPortOfAnotherSocketIsUnavailableAfterThreeSeconds() {
    newSocket().bind(5_000);
    CompletableFuture<WicedResult> second =
        CompletableFuture.supplyAsync(() -> newSocket().bind(5_000));
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofMillis(2_999));

    assertThat(second).isNotDone();
    clock.advance(Duration.ofMillis(1));
    assertThat(second.join()).isEqualTo(WicedResult.PORT_UNAVAILABLE);
  }

  @Test
  void aPortThatIsGivenBackMeanwhileIsTaken() {
    TcpSocket first = newSocket();
    first.bind(5_000);
    CompletableFuture<WicedResult> second =
        CompletableFuture.supplyAsync(() -> newSocket().bind(5_000));
    await().until(() -> clock.pending() == 1);

    first.delete();

    assertThat(second.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_535, 65_536})
  void aPortThatIsNoneIsRefused(int port) {
    assertThatThrownBy(() -> newSocket().bind(port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + port);
  }

  @Test
  void aPortThatAnotherProgramHoldsIsReplacedAndToldOf() throws Exception {
    bench.listen(PORT, Peer.Client::readToEnd);
    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress(bench.lan().loopback(Bench.BOARD), 5_000));
      TcpSocket socket = newSocket();
      socket.bind(5_000);

      assertThat(socket.connect(Bench.SERVER, PORT, 5_000)).isEqualTo(WicedResult.SUCCESS);
    }
    assertThat(played.log().awaitDiagnostic("port-moved")).contains("198.51.100.14:5000");
  }

  @Test
  void withoutANetworkNothingWorks() {
    TcpSocket socket = newSocket();
    wiced.network().down(Interface.STA);

    assertThat(socket.bind(5_000)).isEqualTo(WicedResult.NOTUP);
    assertThat(socket.connect(Bench.SERVER, PORT, 5_000)).isEqualTo(WicedResult.NOTUP);
    assertThat(socket.disconnect()).isEqualTo(WicedResult.NOTUP);
    assertThat(socket.delete()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void theZeroAddressAndPortAreNoWay() {
    assertThat(newSocket().connect(new Ipv4Address(0), PORT, 5_000)).isEqualTo(WicedResult.ERROR);
    assertThat(newSocket().connect(Bench.SERVER, 0, 5_000)).isEqualTo(WicedResult.ERROR);
    assertThat(played.log().diagnosticCodes()).containsExactly("no-route", "no-route");
  }

  @Test
  void aPortWhereNobodyListensRefuses() {
    WicedResult result = newSocket().connect(Bench.SERVER, PORT, 5_000);

    assertThat(result).isEqualTo(WicedResult.SOCKET_CLOSED);
    assertThat(result.code()).isEqualTo(7014);
    assertThat(played.log().diagnosticCodes()).containsExactly("connect-refused");
    assertThat(played.log().awaitDiagnostic("connect-refused")).contains("198.51.100.3:27708");
  }

  @Test
  void aServerThatDoesNotAnswerTimesOut() throws Exception {
    try (FullListener _ = new FullListener(bench.serverAt(PORT))) {
      CompletableFuture<WicedResult> result =
          CompletableFuture.supplyAsync(() -> newSocket().connect(Bench.SERVER, PORT, 2_000));
      await().until(() -> clock.pending() == 1);

      clock.advance(Duration.ofSeconds(2));

      assertThat(result.join()).isEqualTo(WicedResult.SOCKET_CLOSED);
    }
    assertThat(played.log().diagnosticCodes()).containsExactly("connect-timed-out");
    assertThat(played.log().awaitDiagnostic("connect-timed-out"))
        .contains("198.51.100.3:27708", "2000 ms");
  }

  @Test
  void aSocketWorksAgainAfterAConnectThatFailed() {
    TcpSocket socket = newSocket();
    socket.bind(5_000);
    socket.connect(Bench.SERVER, PORT, 5_000);
    Peer<Integer> peer = bench.listen(PORT, client -> client.remote().getPort());

    // The failure unbound it (SPEC 3.1), so it may be bound anew.
    assertThat(socket.bind(5_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(socket.connect(Bench.SERVER, PORT, 5_000)).isEqualTo(WicedResult.SUCCESS);

    assertThat(peer.next()).isEqualTo(5_000);
  }

  @Test
  void aSecondConnectIsAnErrorAndTheConnectionStays() {
    Peer<String> peer = bench.listen(PORT, client -> client.read(4));
    TcpSocket socket = newSocket();
    socket.connect(Bench.SERVER, PORT, 5_000);

    assertThat(socket.connect(Bench.SERVER, PORT, 5_000)).isEqualTo(WicedResult.ERROR);

    assertThat(socket.state()).isEqualTo(SocketState.CONNECTED);
    TcpStream stream = wiced.tcp().streamInit(socket);
    stream.write(new byte[] {'p', 'i', 'n', 'g'});
    stream.flush();
    assertThat(peer.next()).isEqualTo("ping");
  }

  @Test
  void disconnectSendsFinAndWaitsForThePeersFin() {
    CompletableFuture<Void> seenFin = new CompletableFuture<>();
    CompletableFuture<Void> mayFinish = new CompletableFuture<>();
    bench.listen(
        PORT,
        client -> {
          client.readToEnd();
          seenFin.complete(null);
          return mayFinish.get();
        });
    TcpSocket socket = newSocket();
    socket.connect(Bench.SERVER, PORT, 5_000);
    CompletableFuture<WicedResult> result = CompletableFuture.supplyAsync(socket::disconnect);
    seenFin.join();

    assertThat(result).isNotDone();
    mayFinish.complete(null);

    assertThat(result.join()).isEqualTo(WicedResult.SUCCESS);
    assertThat(socket.state()).isEqualTo(SocketState.CLOSED);
  }

  @Test
  void disconnectWaitsThreeSecondsAtMost() {
    bench.listen(
        PORT,
        client -> {
          client.hold();
          return 0;
        });
    TcpSocket socket = newSocket();
    socket.connect(Bench.SERVER, PORT, 5_000);
    CompletableFuture<WicedResult> result = CompletableFuture.supplyAsync(socket::disconnect);
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofSeconds(3));

    assertThat(result.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void disconnectWithoutAConnectionDoesNothing() {
    Peer<Integer> peer = bench.listen(PORT, client -> client.remote().getPort());
    TcpSocket socket = newSocket();
    socket.bind(5_000);

    assertThat(socket.disconnect()).isEqualTo(WicedResult.SOCKET_CLOSED);

    socket.connect(Bench.SERVER, PORT, 5_000);
    assertThat(peer.next()).isEqualTo(5_000);
  }

  @Test
  void whatWasReceivedAndNotReadIsLostAndThePeerSeesFinNotReset() {
    Peer<String> peer =
        bench.listen(
            PORT,
            client -> {
              client.send("never read");
              return client.readToEnd();
            });
    TcpSocket socket = newSocket();
    socket.connect(Bench.SERVER, PORT, 5_000);
    played.log().await(WicedEvent.SegmentReceived.class);

    assertThat(socket.disconnect()).isEqualTo(WicedResult.SUCCESS);

    // A reset would have made the script fail.
    assertThat(peer.next()).isEmpty();
  }

  @Test
  void deleteAlwaysSucceeds() {
    TcpSocket socket = newSocket();

    assertThat(socket.delete()).isEqualTo(WicedResult.SUCCESS);
    assertThat(socket.delete()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void deleteEndsTheConnectionAndFreesThePort() {
    Peer<String> peer = bench.listen(PORT, Peer.Client::readToEnd);
    TcpSocket socket = newSocket();
    socket.bind(5_000);
    socket.connect(Bench.SERVER, PORT, 5_000);

    assertThat(socket.delete()).isEqualTo(WicedResult.SUCCESS);

    assertThat(peer.next()).isEmpty();
    assertThat(newSocket().bind(5_000)).isEqualTo(WicedResult.SUCCESS);
  }

  /// As firmware that binds a fixed port does with each press: the kernel keeps the pair of ends in
  /// TIME_WAIT, which the board's own stack would not.
  @Test
  void aFixedPortConnectsToTheSameServerAgainAndAgain() {
    Peer<String> peer = bench.listen(PORT, Peer.Client::readToEnd);

    for (int i = 0; i < 5; i++) {
      TcpSocket socket = newSocket();
      socket.bind(5_000);
      assertThat(socket.connect(Bench.SERVER, PORT, 5_000)).isEqualTo(WicedResult.SUCCESS);
      socket.delete();
      assertThat(peer.next()).isEmpty();
    }
  }

  @Test
  void aSocketThatWasDeletedIsClosed() {
    bench.listen(PORT, Peer.Client::readToEnd);
    TcpSocket socket = newSocket();
    socket.connect(Bench.SERVER, PORT, 5_000);
    socket.delete();

    assertThat(socket.state()).isEqualTo(SocketState.CLOSED);
    assertThat(wiced.tcp().streamInit(socket).read(new byte[1], 1_000))
        .isEqualTo(WicedResult.SOCKET_CLOSED);
  }

  @Test
  void aReadThatWaitsEndsWhenAnotherThreadDeletesTheSocket() {
    bench.listen(PORT, Peer.Client::readToEnd);
    TcpSocket socket = newSocket();
    socket.connect(Bench.SERVER, PORT, 5_000);
    TcpStream stream = wiced.tcp().streamInit(socket);
    CompletableFuture<WicedResult> read =
        CompletableFuture.supplyAsync(() -> stream.read(new byte[1], 60_000));
    await().until(() -> clock.pending() == 1);

    socket.delete();

    assertThat(read.join()).isEqualTo(WicedResult.SOCKET_CLOSED);
  }

  @Test
  void manySocketsAtOnceKeepApart() throws Exception {
    try (ServerSocket server = new ServerSocket()) {
      server.bind(bench.serverAt(PORT), 64);
      for (int i = 0; i < 32; i++) {
        TcpSocket socket = newSocket();
        socket.connect(Bench.SERVER, PORT, 5_000);
        TcpStream stream = wiced.tcp().streamInit(socket);
        stream.write(new byte[] {(byte) i});
        stream.flush();
      }
      for (int i = 0; i < 32; i++) {
        try (Socket accepted = server.accept()) {
          assertThat(accepted.getInputStream().read()).isEqualTo(i);
        }
      }
    }
  }

  private TcpSocket newSocket() {
    return wiced.tcp().createSocket(Interface.STA);
  }
}
