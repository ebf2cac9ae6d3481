package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.WicedEvent.PacketChanged;
import org.wicedsim.wiced.WicedEvent.Pool;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Peer;

/// Packets and their pools, of two packets each on the course's board (SPEC 2.7, 3.3).
class PacketTest {
  private static final int PORT = 27_708;

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final Tcp tcp = played.wiced().tcp();

  @Test
  void aPacketIsSentAsFarAsItsDataGoes() {
    Peer<String> peer = bench.listen(PORT, Peer.Client::readToEnd);
    TcpSocket socket = connected();
    Packet packet = created(socket);
    packet.data().put("W01D6050001 and more".getBytes(ISO_8859_1));

    assertThat(packet.setDataEnd(11)).isEqualTo(WicedResult.SUCCESS);
    assertThat(socket.sendPacket(packet)).isEqualTo(WicedResult.SUCCESS);
    packet.delete();
    delete(socket);

    assertThat(peer.next()).isEqualTo("W01D6050001");
  }

  /// The chapter's counts: created 1, sent 2, then one less for each of the two that let go.
  @Test
  void theReferencesOfASentPacketAreEvents() {
    bench.listen(PORT, Peer.Client::readToEnd);
    TcpSocket socket = connected();
    Packet packet = created(socket);
    packet.setDataEnd(1);
    socket.sendPacket(packet);
    await().until(() -> references(Pool.TRANSMIT).equals(List.of(1, 2, 1)));

    packet.delete();

    assertThat(references(Pool.TRANSMIT)).containsExactly(1, 2, 1, 0);
    assertThat(played.log().all(PacketChanged.class).getLast().free()).isEqualTo(2);
  }

  @Test
  void theReferencesOfAReceivedPacketAreEvents() {
    bench.listen(
        PORT,
        client -> {
          client.send("A");
          return client.readToEnd();
        });
    TcpSocket socket = connected();

    got(socket.receive(20_000)).delete();

    assertThat(references(Pool.RECEIVE)).containsExactly(1, 2, 1, 0);
  }

  @Test
  void aThirdPacketIsWaitedForTwoSeconds() {
    TcpSocket socket = tcp.createSocket(Interface.STA);
    created(socket);
    created(socket);
    CompletableFuture<PacketResult> third =
        CompletableFuture.supplyAsync(() -> tcp.createPacket(socket, 11));
    await().until(() -> clock.pending() > 0);

    clock.advance(Duration.ofMillis(1_999));
    assertThat(third).isNotDone();
    clock.advance(Duration.ofMillis(1));

    assertThat(third.join()).isEqualTo(new PacketResult.Failed(WicedResult.TIMEOUT));
    assertThat(played.log().awaitDiagnostic("no-transmit-packet")).contains("2 transmit packets");
  }

  @Test
  void aDeletedPacketMakesRoom() {
    TcpSocket socket = tcp.createSocket(Interface.STA);
    created(socket);
    Packet second = created(socket);
    CompletableFuture<PacketResult> third =
        CompletableFuture.supplyAsync(() -> tcp.createPacket(socket, 11));
    await().until(() -> clock.pending() > 0);

    second.delete();

    assertThat(third.join()).isInstanceOf(PacketResult.Got.class);
  }

  /// The SDK's own style: what was sent is not deleted.
  @Test
  void packetsThatAreSentAndForgottenDoNotRunOut() {
    bench.listen(PORT, Peer.Client::readToEnd);
    TcpSocket socket = connected();

    for (int i = 0; i < 10; i++) {
      Packet packet = created(socket);
      packet.setDataEnd(100);
      assertThat(socket.sendPacket(packet)).isEqualTo(WicedResult.SUCCESS);
      await().until(() -> played.log().all(PacketChanged.class).getLast().references() == 1);
    }

    assertThat(played.log().diagnosticCodes()).contains("packet-not-deleted");
  }

  @Test
  void aLateDeleteDoesNotTakeAnothersPlace() {
    bench.listen(PORT, Peer.Client::readToEnd);
    TcpSocket socket = connected();
    Packet forgotten = created(socket);
    forgotten.setDataEnd(1);
    socket.sendPacket(forgotten);
    await().until(() -> references(Pool.TRANSMIT).equals(List.of(1, 2, 1)));
    created(socket);
    Packet inItsPlace = created(socket);

    assertThat(forgotten.delete()).isEqualTo(WicedResult.SUCCESS);

    inItsPlace.setDataEnd(1);
    assertThat(socket.sendPacket(inItsPlace)).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aSecondDeleteIsAnErrorAndDoesNothing() {
    Packet packet = created(tcp.createSocket(Interface.STA));

    assertThat(packet.delete()).isEqualTo(WicedResult.SUCCESS);
    assertThat(packet.delete()).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void aPacketIsSentOnce() {
    bench.listen(PORT, Peer.Client::readToEnd);
    TcpSocket socket = connected();
    Packet packet = created(socket);
    packet.setDataEnd(1);
    socket.sendPacket(packet);

    assertThat(socket.sendPacket(packet)).isEqualTo(WicedResult.INVALID_PACKET);
  }

  @Test
  void aPacketThatCouldNotBeSentIsStillTheFirmwares() {
    TcpSocket socket = tcp.createSocket(Interface.STA);
    Packet packet = created(socket);

    assertThat(socket.sendPacket(packet)).isEqualTo(WicedResult.SOCKET_CLOSED);
    assertThat(packet.delete()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aConnectedSocketHasRoomForASegment() {
    bench.listen(PORT, Peer.Client::readToEnd);

    assertThat(created(connected()).availableSpace()).isEqualTo(1_460);
  }

  @Test
  void aSocketWithoutAConnectionHasNoRoomAndABufferAllTheSame() {
    Packet packet = created(tcp.createSocket(Interface.STA));

    assertThat(packet.availableSpace()).isZero();
    assertThat(packet.data().put(new byte[11]).position()).isEqualTo(11);
  }

  @Test
  void theEndOfTheDataLiesInsideTheBuffer() {
    Packet packet = created(tcp.createSocket(Interface.STA));

    assertThat(packet.setDataEnd(Packet.BUFFER_OCTETS)).isEqualTo(WicedResult.SUCCESS);
    assertThat(packet.setDataEnd(Packet.BUFFER_OCTETS + 1)).isEqualTo(WicedResult.ERROR);
    assertThat(packet.setDataEnd(-1)).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void theStartOfTheDataLiesBeforeItsEnd() {
    Packet packet = created(tcp.createSocket(Interface.STA));
    packet.setDataEnd(10);

    assertThat(packet.setDataStart(11)).isEqualTo(WicedResult.ERROR);
    assertThat(packet.setDataStart(4)).isEqualTo(WicedResult.SUCCESS);
    assertThat(packet.getData(0).totalOctets()).isEqualTo(6);
  }

  @Test
  void dataIsGivenFromAnOffsetOn() {
    bench.listen(
        PORT,
        client -> {
          client.send("A01D6050001");
          return client.readToEnd();
        });
    Packet packet = got(connected().receive(20_000));

    Packet.Data data = packet.getData(5);

    assertThat(ISO_8859_1.decode(data.octets()).toString()).isEqualTo("050001");
    assertThat(List.of(data.fragmentOctets(), data.totalOctets())).containsExactly(6, 6);
    assertThat(packet.getData(11)).isEqualTo(noData(WicedResult.SUCCESS));
    assertThat(packet.getData(12)).isEqualTo(noData(WicedResult.ERROR));
    assertThat(packet.getData(-1)).isEqualTo(noData(WicedResult.ERROR));
  }

  /// On the board the segment is lost and sent again; here its peer waits, and no octet is lost.
  @Test
  void aSegmentWithoutAFreePacketIsToldOfAndComesLater() {
    CompletableFuture<Void> goOn = new CompletableFuture<>();
    bench.listen(
        PORT,
        client -> {
          for (String segment : List.of("one", "two", "three")) {
            client.send(segment);
            await().until(() -> arrivals() + drops() >= (segment.equals("one") ? 1 : 2));
          }
          goOn.complete(null);
          return client.readToEnd();
        });
    TcpSocket socket = connected();
    WicedEvent.SegmentDropped dropped = played.log().await(WicedEvent.SegmentDropped.class);
    assertThat(dropped.octets()).isEqualTo(5);
    assertThat(dropped.dropped()).isEqualTo(1);

    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      Packet packet = got(socket.receive(20_000));
      all.append(ISO_8859_1.decode(packet.getData(0).octets()));
      packet.delete();
    }

    assertThat(all.toString()).isEqualTo("onetwothree");
    goOn.join();
  }

  @Test
  void receivingWithoutAConnectionGivesSocketClosed() {
    assertThat(tcp.createSocket(Interface.STA).receive(1_000))
        .isEqualTo(new PacketResult.Failed(WicedResult.SOCKET_CLOSED));
  }

  @Test
  void aBufferOfManySegmentsIsSentWhole() {
    Peer<Integer> peer = bench.listen(PORT, client -> client.readToEnd().length());
    TcpSocket socket = connected();

    assertThat(socket.sendBuffer(new byte[10_000])).isEqualTo(WicedResult.SUCCESS);
    delete(socket);

    assertThat(peer.next()).isEqualTo(10_000);
    assertThat(played.log().all(WicedEvent.SegmentSent.class))
        .extracting(sent -> sent.data().length())
        .containsExactly(1_460, 1_460, 1_460, 1_460, 1_460, 1_460, 1_240);
  }

  private static Packet.Data noData(WicedResult result) {
    return new Packet.Data(result, ByteBuffer.allocate(0), 0, 0);
  }

  private int arrivals() {
    return played.log().all(WicedEvent.SegmentReceived.class).size();
  }

  private int drops() {
    return played.log().all(WicedEvent.SegmentDropped.class).size();
  }

  private List<Integer> references(Pool pool) {
    return played.log().all(PacketChanged.class).stream()
        .filter(changed -> changed.pool() == pool)
        .map(PacketChanged::references)
        .toList();
  }

  private TcpSocket connected() {
    TcpSocket socket = tcp.createSocket(Interface.STA);
    assertThat(socket.connect(Bench.SERVER, PORT, 5_000)).isEqualTo(WicedResult.SUCCESS);
    return socket;
  }

  private static void delete(TcpSocket socket) {
    assertThat(socket.delete()).isEqualTo(WicedResult.SUCCESS);
  }

  private Packet created(TcpSocket socket) {
    return got(tcp.createPacket(socket, 11));
  }

  private static Packet got(PacketResult result) {
    assertThat(result).isInstanceOf(PacketResult.Got.class);
    return ((PacketResult.Got) result).packet();
  }
}
