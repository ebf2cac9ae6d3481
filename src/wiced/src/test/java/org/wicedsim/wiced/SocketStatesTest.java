package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Peer;

/// SPEC 2.6 and 3.1: the states of a socket, and the events that tell of them in order.
class SocketStatesTest {
  private static final int PORT = 27_708;
  private static final Endpoint REMOTE = new Endpoint(Bench.SERVER, PORT);

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play(new SystemClock());
  private final TcpSocket socket = played.wiced().tcp().createSocket(Interface.STA);

  @Test
  void aNewSocketIsClosed() {
    assertThat(socket.state()).isEqualTo(SocketState.CLOSED);
  }

  @Test
  void everyStateIsAnEventWithBothEnds() {
    bench.listen(PORT, Peer.Client::readToEnd);
    socket.bind(5_000);

    socket.connect(Bench.SERVER, PORT, 5_000);
    socket.disconnect();

    Endpoint local = new Endpoint(Bench.BOARD, 5_000);
    assertThat(played.log().all(WicedEvent.SocketChanged.class))
        .startsWith(
            new WicedEvent.SocketChanged(1, SocketState.CONNECTING, local, REMOTE),
            new WicedEvent.SocketChanged(1, SocketState.CONNECTED, local, REMOTE))
        .endsWith(new WicedEvent.SocketChanged(1, SocketState.CLOSED, local, REMOTE));
  }

  @Test
  void aConnectionThatIsRefusedWasNeverConnected() {
    socket.connect(Bench.SERVER, PORT, 5_000);

    assertThat(states()).containsExactly(SocketState.CONNECTING, SocketState.CLOSED);
    assertThat(socket.state()).isEqualTo(SocketState.CLOSED);
  }

  @Test
  void aPeerThatFinishesLeavesTheSocketClosing() {
    bench.listen(
        PORT,
        client -> {
          client.finish();
          return client.readToEnd();
        });

    socket.connect(Bench.SERVER, PORT, 5_000);

    await().until(() -> socket.state() == SocketState.CLOSING);
    socket.delete();
    assertThat(states())
        .containsExactly(
            SocketState.CONNECTING, SocketState.CONNECTED, SocketState.CLOSING, SocketState.CLOSED);
  }

  /// The peer's end must not overtake the news that there is a connection.
  @Test
  void aPeerThatFinishesAtOnceIsSeenEveryTime() {
    bench.listen(PORT, client -> 0);
    for (int i = 0; i < 50; i++) {
      TcpSocket brief = played.wiced().tcp().createSocket(Interface.STA);
      brief.connect(Bench.SERVER, PORT, 5_000);

      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> brief.state() == SocketState.CLOSING);
      brief.delete();
    }
  }

  @Test
  void aSocketStillSendsToAPeerThatHasFinished() {
    Peer<String> peer =
        bench.listen(
            PORT,
            client -> {
              client.finish();
              return client.readToEnd();
            });
    socket.connect(Bench.SERVER, PORT, 5_000);
    await().until(() -> socket.state() == SocketState.CLOSING);
    TcpStream stream = played.wiced().tcp().streamInit(socket);

    stream.write(new byte[] {'h', 'i'});
    assertThat(stream.flush()).isEqualTo(WicedResult.SUCCESS);

    socket.disconnect();
    assertThat(peer.next()).isEqualTo("hi");
  }

  @Test
  void aPeerThatResetsClosesTheSocket() {
    CompletableFuture<Void> go = new CompletableFuture<>();
    bench.listen(
        PORT,
        client -> {
          go.get();
          client.reset();
          return 0;
        });
    socket.connect(Bench.SERVER, PORT, 5_000);
    TcpStream stream = played.wiced().tcp().streamInit(socket);

    go.complete(null);

    assertThat(stream.read(new byte[1], 60_000)).isEqualTo(WicedResult.SOCKET_CLOSED);
    assertThat(socket.state()).isEqualTo(SocketState.CLOSED);
    stream.write(new byte[] {1});
    assertThat(stream.flush()).isEqualTo(WicedResult.SOCKET_CLOSED);
    assertThat(states())
        .containsExactly(SocketState.CONNECTING, SocketState.CONNECTED, SocketState.CLOSED);
    assertThat(played.log().all(WicedEvent.SegmentSent.class)).isEmpty();
  }

  @Test
  void aSocketThatWasResetConnectsAgainOnceItIsDisconnected() {
    CompletableFuture<Void> go = new CompletableFuture<>();
    Peer.Script<String> resetting =
        client -> {
          go.get();
          client.reset();
          return "";
        };
    Iterator<Peer.Script<String>> scripts = List.of(resetting, Peer.Client::readToEnd).iterator();
    bench.listen(PORT, client -> scripts.next().talk(client));
    socket.connect(Bench.SERVER, PORT, 5_000);
    go.complete(null);
    await().until(() -> socket.state() == SocketState.CLOSED);

    socket.disconnect();

    assertThat(socket.connect(Bench.SERVER, PORT, 5_000)).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void theRequestIsToldOfBeforeItsAnswer() {
    bench.listen(
        PORT,
        client -> {
          client.read(1);
          client.send("A");
          return 0;
        });
    for (int i = 0; i < 50; i++) {
      TcpSocket each = played.wiced().tcp().createSocket(Interface.STA);
      each.connect(Bench.SERVER, PORT, 5_000);
      TcpStream stream = played.wiced().tcp().streamInit(each);
      stream.write(new byte[] {'R'});
      stream.flush();
      stream.read(new byte[1], 5_000);
      each.delete();
    }

    assertThat(kinds(SocketStatesTest::isSegment))
        .isEqualTo(repeated("SegmentSent", "SegmentReceived"));
  }

  /// A server that speaks first may be faster than the board's own thread.
  @Test
  void nothingIsReceivedBeforeTheConnectionIsToldOf() {
    bench.listen(
        PORT,
        client -> {
          client.send("hello");
          return client.readToEnd();
        });
    for (int i = 0; i < 50; i++) {
      TcpSocket each = played.wiced().tcp().createSocket(Interface.STA);
      each.connect(Bench.SERVER, PORT, 5_000);
      played.wiced().tcp().streamInit(each).read(new byte[5], 5_000);
      each.delete();
    }

    assertThat(
            kinds(event ->
                event instanceof WicedEvent.SegmentReceived
                    || (event instanceof WicedEvent.SocketChanged changed
                        && changed.state() == SocketState.CONNECTED)))
        .isEqualTo(repeated("SocketChanged", "SegmentReceived"));
  }

  private List<String> kinds(Predicate<Event> wanted) {
    return played.log().all().stream()
        .filter(wanted)
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  private static List<String> repeated(String first, String second) {
    return Collections.nCopies(50, List.of(first, second)).stream().flatMap(List::stream).toList();
  }

  private List<SocketState> states() {
    return played.log().all(WicedEvent.SocketChanged.class).stream()
        .map(WicedEvent.SocketChanged::state)
        .toList();
  }

  private static boolean isSegment(Event event) {
    return event instanceof WicedEvent.SegmentSent || event instanceof WicedEvent.SegmentReceived;
  }
}
