package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Guest;

/// `wiced_tcp_register_callbacks` (SPEC 3.1): everything on the networking worker, one after
/// another.
class CallbacksTest {
  private static final int PORT = 27_708;
  private static final Ipv4Address CLIENT = Ipv4Address.of(198, 51, 100, 77);

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play();
  private final Tcp tcp = played.wiced().tcp();
  private final TcpSocket server = tcp.createSocket(Interface.STA);

  @Test
  void theConnectCallbackAcceptsTheClient() {
    CompletableFuture<WicedResult> accepted = new CompletableFuture<>();
    server.registerCallbacks(socket -> accepted.complete(socket.accept()), null, null);
    server.listen(PORT);

    guest();

    assertThat(accepted.join()).isEqualTo(WicedResult.SUCCESS);
    assertThat(server.state()).isEqualTo(SocketState.CONNECTED);
  }

  @Test
  void nothingIsAcceptedUntilTheFirmwareDoes() {
    CountDownLatch called = new CountDownLatch(1);
    server.registerCallbacks(_ -> called.countDown(), null, null);
    server.listen(PORT);

    guest();

    await().until(() -> called.getCount() == 0);
    assertThat(server.state()).isEqualTo(SocketState.CONNECTING);
  }

  @Test
  void withAConnectCallbackAcceptDoesNotWait() {
    server.registerCallbacks(_ -> {}, null, null);
    server.listen(PORT);

    assertThat(server.accept()).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void anAcceptedSocketIsAcceptedAgain() {
    CompletableFuture<WicedResult> second = new CompletableFuture<>();
    server.registerCallbacks(
        socket -> {
          socket.accept();
          second.complete(socket.accept());
        },
        null,
        null);
    server.listen(PORT);

    guest();

    assertThat(second.join()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void theReceiveCallbackComesForEachSegment() {
    List<String> received = new CopyOnWriteArrayList<>();
    server.registerCallbacks(TcpSocket::accept, socket -> received.add(takeText(socket)), null);
    server.listen(PORT);
    Guest guest = guest();

    guest.send("first");
    await().untilAsserted(() -> assertThat(received).containsExactly("first"));
    guest.send("second");

    await().untilAsserted(() -> assertThat(received).containsExactly("first", "second"));
  }

  @Test
  void theDisconnectCallbackComesAtThePeersFinWithTheSocketClosing() {
    CompletableFuture<SocketState> seen = new CompletableFuture<>();
    server.registerCallbacks(TcpSocket::accept, null, socket -> seen.complete(socket.state()));
    server.listen(PORT);
    Guest guest = guest();
    await().until(() -> server.state() == SocketState.CONNECTED);

    guest.finish();

    assertThat(seen.join()).isEqualTo(SocketState.CLOSING);
  }

  @Test
  void theDisconnectCallbackComesAtAResetOnce() {
    AtomicInteger calls = new AtomicInteger();
    server.registerCallbacks(TcpSocket::accept, null, _ -> calls.incrementAndGet());
    server.listen(PORT);
    Guest guest = guest();
    await().until(() -> server.state() == SocketState.CONNECTED);

    guest.reset();

    await().until(() -> server.state() == SocketState.CLOSED);
    await().untilAsserted(() -> assertThat(calls).hasValue(1));
    server.delete();
    assertThat(calls).hasValue(1);
  }

  @Test
  void callbacksOfAllSocketsRunOneAfterAnother() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    SocketCallback busy =
        socket -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          played.wiced().rtos().delayMilliseconds(20);
          socket.accept();
          running.decrementAndGet();
          done.incrementAndGet();
        };
    for (int port = PORT; port < PORT + 3; port++) {
      TcpSocket socket = tcp.createSocket(Interface.STA);
      socket.registerCallbacks(busy, null, null);
      socket.listen(port);
      bench.keep(Guest.connect(bench.lan(), CLIENT, Bench.BOARD, port));
    }

    await().untilAsserted(() -> assertThat(done).hasValue(3));
    assertThat(most).hasValue(1);
  }

  @Test
  void unregisteredCallbacksAreNotCalled() {
    AtomicInteger calls = new AtomicInteger();
    server.registerCallbacks(TcpSocket::accept, _ -> calls.incrementAndGet(), null);
    server.listen(PORT);
    Guest guest = guest();
    await().until(() -> server.state() == SocketState.CONNECTED);

    server.unregisterCallbacks();
    guest.send("unheard");

    played.log().await(WicedEvent.SegmentReceived.class);
    guest.finish();
    await().until(() -> server.state() == SocketState.CLOSING);
    assertThat(calls).hasValue(0);
  }

  @Test
  void aClientHearsOfItsServerToo() {
    CompletableFuture<String> heard = new CompletableFuture<>();
    bench.listen(
        PORT,
        client -> {
          client.send("A01D6050001");
          return client.readToEnd();
        });
    TcpSocket client = tcp.createSocket(Interface.STA);
    client.registerCallbacks(null, socket -> heard.complete(takeText(socket)), null);

    client.connect(Bench.SERVER, PORT, 2_000);

    assertThat(heard.join()).isEqualTo("A01D6050001");
  }

  private static String takeText(TcpSocket socket) {
    if (!(socket.receive(0) instanceof PacketResult.Got(Packet packet))) {
      return "nothing";
    }
    String text = ISO_8859_1.decode(packet.getData(0).octets()).toString();
    packet.delete();
    return text;
  }

  private Guest guest() {
    return bench.keep(Guest.connect(bench.lan(), CLIENT, Bench.BOARD, PORT));
  }
}
