package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;

/// `wiced_tcp_accept` without a client waits 3 s, or as long as the program was built to (SPEC
/// 3.1).
class AcceptTest {
  private static final int PORT = 27_708;

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final TcpSocket socket = played.wiced().tcp().createSocket(Interface.STA);

  @Test
  void acceptWaitsForThreeSeconds() {
    socket.listen(PORT);
    CompletableFuture<WicedResult> accepted = CompletableFuture.supplyAsync(socket::accept);

    assertGivesUpAfter(accepted, 3_000);
  }

  @Test
  void acceptWaitsAsLongAsTheProgramWasBuiltTo() {
    socket.listen(PORT);
    CompletableFuture<WicedResult> accepted =
        CompletableFuture.supplyAsync(() -> socket.accept(100));

    assertGivesUpAfter(accepted, 100);
  }

  private void assertGivesUpAfter(CompletableFuture<WicedResult> accepted, long timeoutMs) {
    await().until(() -> clock.pending() == 1);
    clock.advance(Duration.ofMillis(timeoutMs - 1));
    assertThat(accepted).isNotDone();

    clock.advance(Duration.ofMillis(1));

    assertThat(accepted.join()).isEqualTo(WicedResult.SOCKET_CLOSED);
  }
}
