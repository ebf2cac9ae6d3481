package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.wicedsim.wiced.WicedUart.STDIO;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.testing.Bench;

/// SPEC 3.7: the console's octets one by one, and UARTs that lead nowhere.
class WicedUartTest {
  private static final int UNCONNECTED = 2;

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final WicedUart uart = played.wiced().uart();
  private final byte[] buffer = new byte[8];

  @Test
  void oneKeyIsOneOctetWithoutALineEnd() {
    type("a");

    assertThat(uart.receiveBytes(STDIO, buffer, 1, Rtos.NO_WAIT))
        .isEqualTo(new WicedUart.Received(WicedResult.SUCCESS, 1));
    assertThat(buffer[0]).isEqualTo((byte) 'a');
  }

  @Test
  void whatIsTypedIsNotEchoed() {
    type("a");

    uart.receiveBytes(STDIO, buffer, 1, Rtos.NO_WAIT);

    assertThat(played.log().all(HalEvent.UartSent.class))
        .doesNotContain(new HalEvent.UartSent(Octets.of("a")));
  }

  @Test
  void octetsAboveSevenBitsArriveAsTheyAre() {
    played.board().levers().type(Octets.of(new byte[] {(byte) 0xFF, (byte) 0x80}));

    uart.receiveBytes(STDIO, buffer, 2, Rtos.NO_WAIT);

    assertThat(buffer).startsWith(0xFF, 0x80);
  }

  @Test
  void receiveWaitsForAllThatIsWanted() {
    type("ab");
    CompletableFuture<WicedUart.Received> received =
        CompletableFuture.supplyAsync(() -> uart.receiveBytes(STDIO, buffer, 3, 500));
    await().until(() -> clock.pending() == 1);

    type("c");

    assertThat(received.join()).isEqualTo(new WicedUart.Received(WicedResult.SUCCESS, 3));
    assertThat(buffer).startsWith('a', 'b', 'c');
  }

  @Test
  void aTimeOutKeepsWhatCameInTime() {
    type("ab");
    CompletableFuture<WicedUart.Received> received =
        CompletableFuture.supplyAsync(() -> uart.receiveBytes(STDIO, buffer, 3, 500));
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofMillis(500));

    assertThat(received.join()).isEqualTo(new WicedUart.Received(WicedResult.TIMEOUT, 2));
    assertThat(buffer).startsWith('a', 'b');
  }

  @Test
  void theTimeOutIsThatOfEachWaitAndNotOfTheCall() {
    CompletableFuture<WicedUart.Received> received =
        CompletableFuture.supplyAsync(() -> uart.receiveBytes(STDIO, buffer, 2, 500));
    await().until(() -> clock.pending() == 1);
    clock.advance(Duration.ofMillis(400));
    type("a");

    await()
        .untilAsserted(() -> {
          clock.advance(Duration.ofMillis(50));
          assertThat(received).isCompletedWithValue(new WicedUart.Received(WicedResult.TIMEOUT, 1));
        });

    assertThat(Duration.ofNanos(clock.nanos())).isGreaterThanOrEqualTo(Duration.ofMillis(900));
  }

  @Test
  void nothingIsReceivedWithoutAWaitWhenNothingWasTyped() {
    assertThat(uart.receiveBytes(STDIO, buffer, 1, Rtos.NO_WAIT))
        .isEqualTo(new WicedUart.Received(WicedResult.TIMEOUT, 0));
  }

  /// As a loop meets it that hands the count of a time-out back in.
  @Test
  void nothingIsWantedAndNothingComes() {
    assertThat(uart.receiveBytes(STDIO, buffer, 0, Rtos.NEVER_TIMEOUT))
        .isEqualTo(new WicedUart.Received(WicedResult.SUCCESS, 0));
  }

  @Test
  void aWaitWithoutALimitNeverEndsByItself() {
    CompletableFuture<WicedUart.Received> received =
        CompletableFuture.supplyAsync(
            () -> uart.receiveBytes(STDIO, buffer, 1, Rtos.NEVER_TIMEOUT));
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofDays(365));
    type("a");

    assertThat(received.join().result()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void moreThanTheBufferHoldsIsRefused() {
    assertThatThrownBy(() -> uart.receiveBytes(STDIO, buffer, 9, Rtos.NO_WAIT))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void transmitShowsOctetsOnTheConsoleAtOnce() {
    assertThat(uart.transmitBytes(STDIO, new byte[] {'>', ' '})).isEqualTo(WicedResult.SUCCESS);

    assertThat(played.log().console()).endsWith("> ");
  }

  /// The SDK prints there, and has opened it.
  @Test
  void initOfTheConsolesUartIsAnErrorAndHurtsNobody() {
    assertThat(uart.init(STDIO, WicedUart.Config.of(115_200), 64)).isEqualTo(WicedResult.ERROR);

    assertThat(uart.transmitBytes(STDIO, new byte[] {'a'})).isEqualTo(WicedResult.SUCCESS);
    assertThat(played.log().awaitDiagnostic("uart")).contains("UART 1");
  }

  @Test
  void withoutStdioTheConsolesUartMustBeOpened() {
    WicedUart raw = new WicedUart(new Sdk(played.board().hardware(), false), false);
    assertThat(raw.transmitBytes(STDIO, new byte[] {'a'})).isEqualTo(WicedResult.ERROR);

    assertThat(raw.init(STDIO, WicedUart.Config.of(9_600), 64)).isEqualTo(WicedResult.SUCCESS);

    assertThat(raw.transmitBytes(STDIO, new byte[] {'b'})).isEqualTo(WicedResult.SUCCESS);
    assertThat(played.log().all(HalEvent.UartSent.class))
        .doesNotContain(new HalEvent.UartSent(Octets.of("a")))
        .contains(new HalEvent.UartSent(Octets.of("b")));
  }

  @Test
  void aUartThatIsNotOpenIsAnError() {
    assertThat(uart.transmitBytes(UNCONNECTED, new byte[1])).isEqualTo(WicedResult.ERROR);
    assertThat(uart.receiveBytes(UNCONNECTED, buffer, 1, Rtos.NO_WAIT).result())
        .isEqualTo(WicedResult.ERROR);
  }

  @Test
  void aUartThatWasClosedIsAnError() {
    uart.init(UNCONNECTED, WicedUart.Config.of(9_600), 64);

    assertThat(uart.deinit(UNCONNECTED)).isEqualTo(WicedResult.SUCCESS);

    assertThat(uart.transmitBytes(UNCONNECTED, new byte[1])).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void nothingIsConnectedToTheOtherUarts() {
    assertThat(uart.init(UNCONNECTED, WicedUart.Config.of(9_600), 64))
        .isEqualTo(WicedResult.SUCCESS);
    type("a");

    assertThat(uart.transmitBytes(UNCONNECTED, new byte[] {'b'})).isEqualTo(WicedResult.SUCCESS);
    assertThat(uart.receiveBytes(UNCONNECTED, buffer, 1, Rtos.NO_WAIT))
        .isEqualTo(new WicedUart.Received(WicedResult.TIMEOUT, 0));
    assertThat(played.log().all(HalEvent.UartSent.class))
        .doesNotContain(new HalEvent.UartSent(Octets.of("b")));
    assertThat(played.log().awaitDiagnostic("uart")).contains("nothing is connected to UART 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, -1})
  void aUartThatTheBoardDoesNotHaveIsABadArgument(int none) {
    assertThat(uart.init(none, WicedUart.Config.of(9_600), 64)).isEqualTo(WicedResult.BADARG);
    assertThat(uart.deinit(none)).isEqualTo(WicedResult.BADARG);
    assertThat(uart.transmitBytes(none, new byte[1])).isEqualTo(WicedResult.BADARG);
    assertThat(uart.receiveBytes(none, buffer, 1, Rtos.NO_WAIT).result())
        .isEqualTo(WicedResult.BADARG);
  }

  private void type(String text) {
    played.board().levers().type(Octets.of(text));
  }
}
