package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Certs;
import org.wicedsim.wiced.testing.Guest;
import org.wicedsim.wiced.testing.Peer;

/// When callbacks come and when they do not: over TLS, in a server of several connections, and when
/// the firmware does not return from one.
class CallbackRulesTest {
  private static final int PORT = 27_708;
  private static final Ipv4Address CLIENT = Ipv4Address.of(198, 51, 100, 77);
  private static final Identity SERVER = Certs.selfSigned();

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play();
  private final Wiced wiced = played.wiced();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final CompletableFuture<TcpServer> running = new CompletableFuture<>();

  @Test
  void theReceiveCallbackHearsNothingOfAHandshake() {
    bench.listenTls(
        PORT,
        SERVER,
        client -> {
          client.read(1);
          client.send("A01D6050001");
          return client.readToEnd();
        });
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.enableTls(wiced.tls().initContext(null));
    socket.registerCallbacks(null, _ -> heard.add("received"), null);
    assertThat(socket.connect(Bench.SERVER, PORT, 10_000)).isEqualTo(WicedResult.SUCCESS);
    assertThat(heard).isEmpty();

    socket.sendBuffer("?".getBytes(ISO_8859_1));

    await().untilAsserted(() -> assertThat(heard).containsExactly("received"));
  }

  @Test
  void theDisconnectCallbackComesAlsoWhenTheFirmwareEndedFirst() {
    bench.listen(PORT, Peer.Client::readToEnd);
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.registerCallbacks(null, null, it -> heard.add("disconnected, " + it.state()));
    socket.connect(Bench.SERVER, PORT, 10_000);

    socket.disconnect();

    await().untilAsserted(() -> assertThat(heard).containsExactly("disconnected, CLOSED"));
  }

  @Test
  void everySocketOfAServerHasTheServersCallbacks() {
    start(2);
    Guest first = guest();
    first.send("1");
    await().until(() -> heard.contains("received on socket 1"));
    Guest second = guest();
    second.send("2");
    await().until(() -> heard.contains("received on socket 2"));

    first.finish();
    second.finish();

    await()
        .untilAsserted(() ->
            assertThat(heard)
                .contains("disconnected on socket 1", "disconnected on socket 2")
                .hasSize(4));
  }

  @Test
  void aClientThatCannotBeAcceptedLeavesTheServerListening() {
    TcpServer server = start(1);
    server.enableTls(
        wiced
            .tls()
            .initIdentity(
                Pem.encode(SERVER.privateKey()).getBytes(ISO_8859_1),
                Pem.encode(SERVER.certificate()).getBytes(ISO_8859_1)));

    guest().send("this is no TLS");

    await()
        .until(() ->
            played.log().resultsOf("wiced_tcp_server_accept").equals(List.of(WicedResult.ERROR)));
    assertThat(server.sockets()).extracting(TcpSocket::state).containsExactly(SocketState.LISTEN);
  }

  @Test
  void disconnectingOneSocketSucceedsWhileAnotherListens() {
    TcpServer server = start(2);
    guest();
    await().until(() -> server.sockets().getFirst().state() == SocketState.CONNECTED);
    await().until(() -> server.sockets().getLast().state() == SocketState.LISTEN);

    assertThat(server.disconnect(server.sockets().getFirst(), 0)).isEqualTo(WicedResult.SUCCESS);

    assertThat(server.sockets())
        .extracting(TcpSocket::state)
        .containsExactly(SocketState.CLOSED, SocketState.LISTEN);
  }

  /// Fifteen events wait for the networking worker, on the board too.
  @Test
  void callbacksThatFindTheQueueFullAreLostAndToldOf() {
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Void> blocked = new CompletableFuture<>();
    wiced
        .rtos()
        .networkingWorker()
        .sendAsynchronousEvent(() -> {
          blocked.complete(null);
          awaitQuietly(release);
        });
    blocked.join();
    while (wiced.rtos().networkingWorker().sendAsynchronousEvent(() -> {}).isSuccess()) {
      heard.add("waits");
    }
    bench.listen(PORT, Peer.Client::readToEnd);
    TcpSocket socket = wiced.tcp().createSocket(Interface.STA);
    socket.registerCallbacks(null, null, _ -> heard.add("disconnected"));
    socket.connect(Bench.SERVER, PORT, 10_000);
    socket.disconnect();

    assertThat(played.log().awaitDiagnostic("callback-lost")).contains("socket 1");
    assertThat(heard).hasSize(15).containsOnly("waits");
    release.countDown();
  }

  private TcpServer start(int sockets) {
    TcpServer.Started started =
        wiced
            .tcp()
            .startServer(
                Interface.STA,
                PORT,
                sockets,
                socket -> running.join().accept(socket),
                socket -> heard.add("received on " + socket),
                socket -> heard.add("disconnected on " + socket));
    assertThat(started).isInstanceOf(TcpServer.Started.Running.class);
    TcpServer server = ((TcpServer.Started.Running) started).server();
    running.complete(server);
    return server;
  }

  private Guest guest() {
    return bench.keep(Guest.connect(bench.lan(), CLIENT, Bench.BOARD, PORT));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
