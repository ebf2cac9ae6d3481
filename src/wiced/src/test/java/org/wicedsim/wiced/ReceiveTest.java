package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Guest;
import org.wicedsim.wiced.testing.Peer;

/// `wiced_tcp_receive`, and who is at the other end (`wiced_tcp_client_peer`,
/// `wiced_tcp_server_peer`).
class ReceiveTest {
  private static final int PORT = 27_708;
  private static final Ipv4Address CLIENT = Ipv4Address.of(198, 51, 100, 77);

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final TcpSocket socket = played.wiced().tcp().createSocket(Interface.STA);

  @Test
  void oneReceiveGivesOneSegment() {
    CompletableFuture<Void> second = new CompletableFuture<>();
    bench.listen(
        PORT,
        client -> {
          client.send("one");
          second.get();
          client.send("two");
          return client.readToEnd();
        });
    connect();
    played.log().await(WicedEvent.SegmentReceived.class);
    second.complete(null);
    await().until(() -> played.log().all(WicedEvent.SegmentReceived.class).size() == 2);

    assertThat(receiveText()).isEqualTo("one");
    assertThat(receiveText()).isEqualTo("two");
  }

  @Test
  void nothingInTimeIsATimeOut() {
    bench.listen(PORT, Peer.Client::readToEnd);
    connect();
    CompletableFuture<PacketResult> received =
        CompletableFuture.supplyAsync(() -> socket.receive(100));
    await().until(() -> clock.pending() == 1);
    clock.advance(Duration.ofMillis(99));
    assertThat(received).isNotDone();

    clock.advance(Duration.ofMillis(1));

    assertThat(received.join()).isEqualTo(new PacketResult.Failed(WicedResult.TIMEOUT));
  }

  @Test
  void withoutAWaitNothingIsATimeOutAtOnce() {
    bench.listen(PORT, Peer.Client::readToEnd);
    connect();

    assertThat(socket.receive(Rtos.NO_WAIT))
        .isEqualTo(new PacketResult.Failed(WicedResult.TIMEOUT));
  }

  @Test
  void whatCameBeforeTheEndIsGivenOutFirst() {
    bench.listen(
        PORT,
        client -> {
          client.send("last words");
          client.finish();
          return client.readToEnd();
        });
    connect();
    await().until(() -> socket.state() == SocketState.CLOSING);

    assertThat(receiveText()).isEqualTo("last words");
    assertThat(socket.receive(60_000))
        .isEqualTo(new PacketResult.Failed(WicedResult.SOCKET_CLOSED));
  }

  /// A packet that was received is the firmware's also when the socket is gone.
  @Test
  void aReceivedPacketOutlivesItsSocket() {
    bench.listen(
        PORT,
        client -> {
          client.send("kept");
          return client.readToEnd();
        });
    connect();
    PacketResult received = socket.receive(60_000);
    socket.delete();

    assertThat(text(received)).isEqualTo("kept");
  }

  @Test
  void aClientKnowsItsServerWhileItIsConnected() {
    bench.listen(PORT, Peer.Client::readToEnd);
    assertThat(socket.clientPeer()).isEmpty();

    connect();

    assertThat(socket.clientPeer()).contains(new Endpoint(Bench.SERVER, PORT));
    socket.disconnect();
    assertThat(socket.clientPeer()).isEqualTo(Optional.empty());
    assertThat(played.log().resultsOf("wiced_tcp_client_peer"))
        .containsExactly(WicedResult.ERROR, WicedResult.SUCCESS, WicedResult.ERROR);
  }

  @Test
  void aServerKnowsItsClientWhileItIsConnected() {
    socket.listen(PORT);
    assertThat(socket.serverPeer()).isEmpty();
    Guest guest = bench.keep(Guest.connect(bench.lan(), CLIENT, Bench.BOARD, PORT));

    socket.accept();

    assertThat(socket.serverPeer()).contains(new Endpoint(CLIENT, guest.socket().getLocalPort()));
  }

  private void connect() {
    assertThat(socket.connect(Bench.SERVER, PORT, 60_000)).isEqualTo(WicedResult.SUCCESS);
  }

  private String receiveText() {
    return text(socket.receive(60_000));
  }

  private static String text(PacketResult received) {
    assertThat(received).isInstanceOf(PacketResult.Got.class);
    Packet packet = ((PacketResult.Got) received).packet();
    String text = ISO_8859_1.decode(packet.getData(0).octets()).toString();
    assertThat(packet.delete()).isEqualTo(WicedResult.SUCCESS);
    return text;
  }
}
