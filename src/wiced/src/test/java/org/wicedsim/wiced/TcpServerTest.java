package org.wicedsim.wiced;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Guest;

/// `wiced_tcp_server_start` and its relatives (SPEC 3.4).
class TcpServerTest {
  private static final int PORT = 27_708;
  private static final Ipv4Address CLIENT = Ipv4Address.of(198, 51, 100, 77);

  @RegisterExtension final Bench bench = new Bench();

  private final Tcp tcp = bench.play().wiced().tcp();
  private final BlockingQueue<TcpSocket> accepted = new LinkedBlockingQueue<>();
  private volatile TcpServer server = start(2);

  @Test
  void oneSocketListensAndTheOthersAreClosed() {
    assertThat(server.sockets())
        .extracting(TcpSocket::state)
        .containsExactly(SocketState.LISTEN, SocketState.CLOSED);
  }

  @Test
  void severalClientsAreServedAtATime() throws InterruptedException {
    Guest first = guest();
    TcpSocket ofFirst = nextAccepted();
    Guest second = guest();
    TcpSocket ofSecond = nextAccepted();

    second.send("two");
    first.send("one");

    assertThat(List.of(read(ofFirst), read(ofSecond))).containsExactly("one", "two");
  }

  @Test
  void aClientMoreThanThereAreSocketsWaitsForOneToBeFree() throws InterruptedException {
    guest();
    TcpSocket ofFirst = nextAccepted();
    guest();
    nextAccepted();
    Guest third = guest();
    third.send("three");
    assertThat(server.sockets()).extracting(TcpSocket::state).containsOnly(SocketState.CONNECTED);

    assertThat(server.disconnect(ofFirst, 0)).isEqualTo(WicedResult.SUCCESS);

    assertThat(read(nextAccepted())).isEqualTo("three");
  }

  @Test
  void aDisconnectedSocketListensAgain() throws InterruptedException {
    Guest guest = guest();
    TcpSocket served = nextAccepted();
    guest.close();

    server.disconnect(served);

    guest();
    assertThat(nextAccepted().state()).isEqualTo(SocketState.CONNECTED);
  }

  @Test
  void aServerThatStoppedListensNoMore() {
    assertThat(server.stop()).isEqualTo(WicedResult.SUCCESS);

    await().until(this::isRefused);
  }

  @Test
  void moreThanEighteenSocketsAreRefused() {
    assertThat(tcp.startServer(Interface.STA, 4_000, 19, null, null, null))
        .isEqualTo(new TcpServer.Started.Failed(WicedResult.BADARG));
    assertThat(tcp.startServer(Interface.STA, 4_000, 0, null, null, null))
        .isEqualTo(new TcpServer.Started.Failed(WicedResult.BADARG));
    assertThat(tcp.startServer(Interface.STA, 4_000, 18, null, null, null))
        .isInstanceOf(TcpServer.Started.Running.class);
  }

  @Test
  void aServerAtAPortWhereOneListensIsRefused() {
    assertThat(tcp.startServer(Interface.STA, PORT, 1, null, null, null))
        .isEqualTo(new TcpServer.Started.Failed(WicedResult.ERROR));
  }

  private TcpServer start(int sockets) {
    TcpServer.Started started =
        tcp.startServer(
            Interface.STA,
            PORT,
            sockets,
            socket -> {
              server.accept(socket);
              accepted.add(socket);
            },
            null,
            null);
    assertThat(started).isInstanceOf(TcpServer.Started.Running.class);
    return ((TcpServer.Started.Running) started).server();
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

  private TcpSocket nextAccepted() throws InterruptedException {
    TcpSocket socket = accepted.poll(20, TimeUnit.SECONDS);
    assertThat(socket).as("an accepted socket").isNotNull();
    await().until(() -> socket.state() == SocketState.CONNECTED);
    return socket;
  }

  private static String read(TcpSocket socket) {
    PacketResult received = socket.receive(20_000);
    assertThat(received).isInstanceOf(PacketResult.Got.class);
    Packet packet = ((PacketResult.Got) received).packet();
    String text = ISO_8859_1.decode(packet.getData(0).octets()).toString();
    packet.delete();
    return text;
  }
}
