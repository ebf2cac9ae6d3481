package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.BoardDescription.PacketPools;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Certs;
import org.wicedsim.wiced.testing.Peer;
import org.wicedsim.wiced.testing.TestBoard;

/// `wiced_tcp_send_packet` and `wiced_tcp_send_buffer` where they fail, with the SDK's seven
/// packets each way: the course's two run out before the send queue does.
class SendPacketTest {
  private static final int PORT = 27_708;
  private static final int SEGMENT = 1_460;

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played =
      bench.play(TestBoard.course().withPacketPools(new PacketPools(7, 7)), clock, bench.access());
  private final Tcp tcp = played.wiced().tcp();
  private final TcpSocket socket = tcp.createSocket(Interface.STA);

  @Test
  void withoutRoomForThreeSecondsThePacketStaysTheFirmwares() {
    bench.listen(
        PORT,
        client -> {
          client.hold();
          return 0;
        });
    connect();
    AtomicInteger sent = new AtomicInteger();
    CompletableFuture<WicedResult> failed =
        CompletableFuture.supplyAsync(() -> sendWhilePossible(sent));
    awaitStill(sent);
    await().until(() -> clock.pending() == 1);
    clock.advance(Duration.ofMillis(2_999));
    assertThat(failed).isNotDone();

    clock.advance(Duration.ofMillis(1));

    assertThat(failed.join()).isEqualTo(WicedResult.ERROR);
    assertThat(played.log().diagnosticCodes()).doesNotContain("no-transmit-packet");
  }

  @Test
  void withoutANetworkNothingIsSent() {
    bench.listen(PORT, Peer.Client::readToEnd);
    connect();
    Packet packet = filled(1);
    played.wiced().network().down(Interface.STA);

    assertThat(socket.sendPacket(packet)).isEqualTo(WicedResult.NOTUP);
    assertThat(socket.sendBuffer(new byte[1])).isEqualTo(WicedResult.NOTUP);
    assertThat(socket.receive(1_000)).isEqualTo(new PacketResult.Failed(WicedResult.NOTUP));

    assertThat(packet.delete()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aSocketWhoseConnectionWasResetSendsNothing() {
    bench.listen(
        PORT,
        client -> {
          client.read(1);
          client.reset();
          return 0;
        });
    connect();
    socket.sendPacket(filled(1));
    await().until(() -> socket.state() == SocketState.CLOSED);

    assertThat(socket.sendPacket(filled(1))).isEqualTo(WicedResult.SOCKET_CLOSED);
  }

  @Test
  void aDeletedSocketSendsNothing() {
    bench.listen(PORT, Peer.Client::readToEnd);
    connect();
    Packet packet = filled(1);
    socket.delete();

    assertThat(socket.sendPacket(packet)).isEqualTo(WicedResult.SOCKET_CLOSED);
  }

  @Test
  void aPacketThatWasMadeForNoSocketIsSentByAny() {
    Peer<String> peer = bench.listen(PORT, client -> client.read(SEGMENT));
    connect();
    Packet packet = got(tcp.createPacket(SEGMENT));

    assertThat(packet.availableSpace()).isEqualTo(SEGMENT);
    packet.setDataEnd(SEGMENT);
    assertThat(socket.sendPacket(packet)).isEqualTo(WicedResult.SUCCESS);
    assertThat(peer.next()).hasSize(SEGMENT);
  }

  /// What TLS adds to a segment takes room from it.
  @Test
  void aSealedSocketHasLessRoomInAPacket() {
    var server = Certs.selfSigned();
    bench.listenTls(PORT, server, Peer.Client::readToEnd);
    socket.enableTls(played.wiced().tls().initContext(null));
    connect();

    assertThat(got(tcp.createPacket(socket, 11)).availableSpace()).isEqualTo(SEGMENT - 29);
  }

  @Test
  void anEmptyBufferIsSentAtOnce() {
    assertThat(socket.sendBuffer(new byte[0])).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aBufferThatCannotBeSentKeepsNoPacket() {
    for (int i = 0; i < 8; i++) {
      assertThat(socket.sendBuffer(new byte[11])).isEqualTo(WicedResult.SOCKET_CLOSED);
    }
  }

  @Test
  void aBufferWaitsTwoSecondsForAPacket() {
    for (int i = 0; i < 7; i++) {
      filled(1);
    }
    CompletableFuture<WicedResult> sent =
        CompletableFuture.supplyAsync(() -> socket.sendBuffer(new byte[11]));
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofSeconds(2));

    assertThat(sent.join()).isEqualTo(WicedResult.TIMEOUT);
  }

  private void connect() {
    assertThat(socket.connect(Bench.SERVER, PORT, 60_000)).isEqualTo(WicedResult.SUCCESS);
  }

  private WicedResult sendWhilePossible(AtomicInteger sent) {
    while (true) {
      Packet packet = filled(SEGMENT);
      WicedResult result = socket.sendPacket(packet);
      // Once it was sent this does no harm, else it gives the packet back.
      assertThat(packet.delete()).isEqualTo(WicedResult.SUCCESS);
      if (!result.isSuccess()) {
        return result;
      }
      sent.incrementAndGet();
    }
  }

  private static void awaitStill(AtomicInteger sent) {
    AtomicInteger before = new AtomicInteger();
    await()
        .pollInterval(Duration.ofMillis(300))
        .until(() -> sent.get() > 0 && before.getAndSet(sent.get()) == sent.get());
  }

  private Packet filled(int octets) {
    Packet packet = got(tcp.createPacket(socket, octets));
    packet.setDataEnd(octets);
    return packet;
  }

  private static Packet got(PacketResult result) {
    assertThat(result).isInstanceOf(PacketResult.Got.class);
    return ((PacketResult.Got) result).packet();
  }
}
