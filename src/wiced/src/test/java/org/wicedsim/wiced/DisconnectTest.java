package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;

/// `wiced_tcp_disconnect_with_timeout`, with a peer that never ends its side.
class DisconnectTest {
  private static final int PORT = 27_708;

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final TcpSocket socket = played.wiced().tcp().createSocket(Interface.STA);

  @Test
  void thePeersFinIsAwaitedAsLongAsTheFirmwareSays() {
    connectToAPeerThatHolds();
    CompletableFuture<WicedResult> ended =
        CompletableFuture.supplyAsync(() -> socket.disconnect(500));
    await().until(() -> clock.pending() == 1);
    clock.advance(Duration.ofMillis(499));
    assertThat(ended).isNotDone();

    clock.advance(Duration.ofMillis(1));

    assertThat(ended.join()).isEqualTo(WicedResult.SUCCESS);
    assertThat(socket.state()).isEqualTo(SocketState.CLOSED);
  }

  @Test
  void withoutALimitNobodyIsAwaited() {
    connectToAPeerThatHolds();

    assertThat(socket.disconnect(0)).isEqualTo(WicedResult.SUCCESS);

    assertThat(socket.state()).isEqualTo(SocketState.CLOSED);
    assertThat(played.log().resultsOf("wiced_tcp_disconnect_with_timeout"))
        .containsExactly(WicedResult.SUCCESS);
  }

  @Test
  void aSecondDisconnectFindsNoConnection() {
    connectToAPeerThatHolds();
    socket.disconnect(0);

    assertThat(socket.disconnect(0)).isEqualTo(WicedResult.SOCKET_CLOSED);
  }

  private void connectToAPeerThatHolds() {
    bench.listen(
        PORT,
        client -> {
          client.hold();
          return 0;
        });
    assertThat(socket.connect(Bench.SERVER, PORT, 60_000)).isEqualTo(WicedResult.SUCCESS);
  }
}
