package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Guest;

/// `wiced_tcp_listen` and `wiced_tcp_accept` without callbacks (SPEC 3.1).
class TcpListenTest {
  private static final int PORT = 27_708;
  private static final Ipv4Address CLIENT = Ipv4Address.of(198, 51, 100, 77);

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final Tcp tcp = played.wiced().tcp();

  @Test
  void aClientIsAcceptedAndServed() {
    TcpSocket server = listening();
    Guest guest = guest();

    assertThat(server.accept()).isEqualTo(WicedResult.SUCCESS);

    guest.send("R01D605");
    assertThat(serveOne(server)).isEqualTo("R01D605");
    assertThat(guest.read(1)).isEqualTo("X");
  }

  @Test
  void withoutAClientAcceptGivesSocketClosedAfterThreeSeconds() {
    TcpSocket server = listening();
    CompletableFuture<WicedResult> accepted = later(server::accept);
    await().until(() -> clock.pending() > 0);

    clock.advance(Duration.ofMillis(2_999));
    assertThat(accepted).isNotDone();
    clock.advance(Duration.ofMillis(1));

    assertThat(accepted.join()).isEqualTo(WicedResult.SOCKET_CLOSED);
    assertThat(server.state()).isEqualTo(SocketState.LISTEN);
  }

  @Test
  void aServerMayLoopOnAcceptAlone() {
    TcpSocket server = listening();
    for (String request : List.of("R000101", "R000202", "R000303")) {
      Guest guest = guest();
      assertThat(server.accept()).isEqualTo(WicedResult.SUCCESS);
      guest.send(request);
      assertThat(serveOne(server)).isEqualTo(request);
      guest.close();
    }
  }

  @Test
  void acceptEndsThePreviousConnection() {
    TcpSocket server = listening();
    Guest first = guest();
    server.accept();
    Guest second = guest();

    CompletableFuture<WicedResult> next = later(server::accept);
    assertThat(first.read(1)).as("the end of the first connection").isEmpty();
    first.close();

    assertThat(next.join()).isEqualTo(WicedResult.SUCCESS);
    second.send("R01D605");
    assertThat(serveOne(server)).isEqualTo("R01D605");
  }

  /// SPEC 4, exercise 04: up to five more wait while one is served.
  @Test
  void fiveClientsWaitWhileOneIsServedAndAreServedInTheirOrder() {
    TcpSocket server = listening();
    List<Guest> guests = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Guest guest = guest();
      guest.send("R00000" + i);
      guests.add(guest);
    }
    List<String> served = new ArrayList<>();
    for (Guest guest : guests) {
      assertThat(server.accept()).isEqualTo(WicedResult.SUCCESS);
      served.add(serveOne(server));
      guest.close();
    }

    assertThat(served)
        .containsExactly("R000000", "R000001", "R000002", "R000003", "R000004", "R000005");
  }

  @Test
  void anotherSocketAtAPortWhereOneWaitsIsRefused() {
    listening();

    assertThat(tcp.createSocket(Interface.STA).listen(PORT)).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void anotherSocketGetsTheClientThatWaitsAlready() {
    TcpSocket first = listening();
    Guest served = guest();
    first.accept();
    Guest waiting = guest();
    waiting.send("R01D605");
    TcpSocket second = tcp.createSocket(Interface.STA);

    await().until(() -> second.listen(PORT) == WicedResult.IN_PROGRESS);

    assertThat(second.accept()).isEqualTo(WicedResult.SUCCESS);
    assertThat(serveOne(second)).isEqualTo("R01D605");
    served.close();
  }

  @Test
  void aPortOfAnotherProgramIsUnavailable() throws IOException {
    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress(bench.lan().loopback(Bench.BOARD), PORT));

      assertThat(tcp.createSocket(Interface.STA).listen(PORT))
          .isEqualTo(WicedResult.PORT_UNAVAILABLE);
    }
    assertThat(played.log().awaitDiagnostic("port-in-use")).contains("198.51.100.14:27708");
  }

  @Test
  void aDeletedSocketListensNoMore() {
    TcpSocket server = listening();

    server.delete();

    await().until(this::isRefused);
    assertThat(listening().state()).isEqualTo(SocketState.LISTEN);
  }

  @Test
  void thePeerIsKnownByItsAddressOnTheLan() {
    TcpSocket server = listening();
    Guest guest = guest();
    server.accept();

    assertThat(server.serverPeer()).contains(new Endpoint(CLIENT, guest.socket().getLocalPort()));
  }

  @Test
  void aProgramFromOutsideTheLanComesByWayOfTheGateway() {
    TcpSocket server = listening();
    Guest guest = bench.keep(Guest.fromOutside(bench.lan(), Bench.BOARD, PORT));
    server.accept();

    assertThat(server.serverPeer())
        .contains(new Endpoint(Ipv4Address.of(198, 51, 100, 1), guest.socket().getLocalPort()));
  }

  @Test
  void theStatesOfAServerAreEvents() {
    TcpSocket server = listening();
    Guest guest = guest();
    server.accept();
    guest.finish();
    await().until(() -> server.state() == SocketState.CLOSING);
    server.disconnect();

    assertThat(played.log().all(WicedEvent.SocketChanged.class))
        .extracting(WicedEvent.SocketChanged::state)
        .containsExactly(
            SocketState.LISTEN,
            SocketState.CONNECTING,
            SocketState.CONNECTED,
            SocketState.CLOSING,
            SocketState.CLOSED);
    assertThat(server.state()).isEqualTo(SocketState.CLOSED);
  }

  @Test
  void aSocketThatDoesNotListenAcceptsNobody() {
    assertThat(tcp.createSocket(Interface.STA).accept()).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void aSocketThatListensDoesNotConnect() {
    assertThat(listening().connect(Bench.SERVER, PORT, 100)).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void withoutANetworkNothingListens() {
    TcpSocket server = listening();
    played.wiced().network().down(Interface.STA);

    assertThat(server.accept()).isEqualTo(WicedResult.NOTUP);
    assertThat(tcp.createSocket(Interface.STA).listen(PORT)).isEqualTo(WicedResult.NOTUP);
  }

  @Test
  void aPortOutOfRangeIsRefused() {
    TcpSocket socket = tcp.createSocket(Interface.STA);

    assertThatThrownBy(() -> socket.listen(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> socket.listen(65_535)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTypeOfServiceIsAnOctet() {
    TcpSocket socket = tcp.createSocket(Interface.STA);

    assertThatThrownBy(() -> socket.setTypeOfService(256))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private TcpSocket listening() {
    TcpSocket socket = tcp.createSocket(Interface.STA);
    assertThat(socket.listen(PORT)).isEqualTo(WicedResult.SUCCESS);
    return socket;
  }

  private boolean isRefused() {
    try {
      guest();
      return false;
    } catch (UncheckedIOException _) {
      return true;
    }
  }

  private Guest guest() {
    return bench.keep(Guest.connect(bench.lan(), CLIENT, Bench.BOARD, PORT));
  }

  private String serveOne(TcpSocket server) {
    TcpStream stream = tcp.streamInit(server);
    byte[] request = new byte[7];
    assertThat(stream.read(request, 20_000)).isEqualTo(WicedResult.SUCCESS);
    stream.write("X".getBytes(StandardCharsets.ISO_8859_1));
    stream.deinit();
    return new String(request, StandardCharsets.ISO_8859_1);
  }

  private static <T> CompletableFuture<T> later(Supplier<T> call) {
    return CompletableFuture.supplyAsync(call);
  }
}
