package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wicedsim.hal.HalEvent.UartOverrun;
import org.wicedsim.hal.HalEvent.UartSent;
import org.wicedsim.hal.HalEvent.UartTyped;

/// What the console carries in both directions.
abstract class UartContract extends ContractPart {
  private static final Duration TIMEOUT = Duration.ofMillis(50);
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);
  private static final int BUFFER = Uart.RECEIVE_BUFFER_OCTETS;

  UartContract(BoardBench bench) {
    super(bench);
  }

  @Test
  void whatIsSentIsOneEvent() {
    Board board = start().board();
    Recorder recorder = Recorder.of(board);
    Octets octets = Octets.of(new byte[] {'o', 'k', '\r', '\n', 0, (byte) 0xFF});

    board.uart().transmit(octets);

    assertThat(recorder.events()).containsExactly(new UartSent(octets));
  }

  @Test
  void typedOctetsArriveInTheirOrder() throws InterruptedException {
    BoardBench.Rig rig = start();

    rig.levers().type(Octets.of("ab"));
    rig.levers().type(Octets.of("c"));

    assertThat(receive(rig.board().uart(), 3)).isEqualTo(Octets.of("abc"));
  }

  /// Console input is one octet a key press, and octets are not signed.
  @Test
  void everyOctetArrivesAsANumberFrom0To255() throws InterruptedException {
    BoardBench.Rig rig = start();
    byte[] octets = {0, 1, 127, (byte) 128, (byte) 255};

    rig.levers().type(Octets.of(octets));

    for (int expected : new int[] {0, 1, 127, 128, 255}) {
      assertThat(rig.board().uart().receive(Duration.ZERO)).hasValue(expected);
    }
  }

  @Test
  void whatIsTypedIsAnEvent() {
    BoardBench.Rig rig = start();
    Recorder recorder = Recorder.of(rig.board());

    rig.levers().type(Octets.of("x"));

    assertThat(recorder.events()).containsExactly(new UartTyped(Octets.of("x")));
  }

  /// A view that shows what was typed shows what the firmware reads.
  @Test
  void octetsOfManyHandsArriveAsTheEventsSay() throws InterruptedException {
    BoardBench.Rig rig = start();
    Recorder recorder = Recorder.of(rig.board());
    List<Thread> hands =
        IntStream.range(0, BUFFER)
            .mapToObj(i -> Octets.of(new byte[] {(byte) i}))
            .map(octet -> Thread.startVirtualThread(() -> rig.levers().type(octet)))
            .toList();
    for (Thread hand : hands) {
      hand.join();
    }

    List<Octets> received = new ArrayList<>();
    for (int i = 0; i < BUFFER; i++) {
      received.add(receive(rig.board().uart(), 1));
    }

    assertThat(received)
        .isEqualTo(recorder.events(UartTyped.class).stream().map(UartTyped::octets).toList());
  }

  @Test
  void aFullBufferLosesNothing() throws InterruptedException {
    BoardBench.Rig rig = start();
    Recorder recorder = Recorder.of(rig.board());

    rig.levers().type(Octets.of("x".repeat(BUFFER)));

    assertThat(recorder.events(UartOverrun.class)).isEmpty();
    assertThat(receive(rig.board().uart(), BUFFER)).isEqualTo(Octets.of("x".repeat(BUFFER)));
  }

  @Test
  void whatComesToAFullBufferIsLostAndSaid() throws InterruptedException {
    BoardBench.Rig rig = start();
    Recorder recorder = Recorder.of(rig.board());

    rig.levers().type(Octets.of("1".repeat(BUFFER - 1)));
    rig.levers().type(Octets.of("23456"));

    assertThat(recorder.events(UartOverrun.class)).containsExactly(new UartOverrun(4));
    assertThat(receive(rig.board().uart(), BUFFER))
        .isEqualTo(Octets.of("1".repeat(BUFFER - 1) + "2"));
    assertThat(rig.board().uart().receive(Duration.ZERO)).isEmpty();
  }

  @Test
  void aBufferThatWasReadTakesOctetsAgain() throws InterruptedException {
    BoardBench.Rig rig = start();
    rig.levers().type(Octets.of("1".repeat(BUFFER + 1)));
    receive(rig.board().uart(), 1);

    rig.levers().type(Octets.of("2"));

    assertThat(receive(rig.board().uart(), BUFFER))
        .isEqualTo(Octets.of("1".repeat(BUFFER - 1) + "2"));
  }

  @Test
  void anEmptyBufferAnswersAtOnceWithoutATimeout() throws InterruptedException {
    assertThat(start().board().uart().receive(Duration.ZERO)).isEmpty();
  }

  @Test
  void nothingTypedInTimeIsEmpty() throws Exception {
    BoardBench.Rig rig = start();
    long begin = rig.board().clock().nanos();
    CompletableFuture<OptionalInt> received = receiving(rig.board().uart(), TIMEOUT);

    await().until(() -> passUntilDone(rig, received));

    assertThat(received.get()).isEmpty();
    assertThat(rig.board().clock().nanos() - begin).isGreaterThanOrEqualTo(TIMEOUT.toNanos());
  }

  @Test
  void aWaitingReceiveGetsWhatIsTyped() throws Exception {
    BoardBench.Rig rig = start();
    CompletableFuture<OptionalInt> received = receiving(rig.board().uart(), FOREVER);

    rig.levers().type(Octets.of("k"));

    assertThat(received.get(10, TimeUnit.SECONDS)).hasValue('k');
  }

  /// Firmware that waits for a key must not outlive its board.
  @Test
  void aWaitingReceiveIsInterruptedWhenTheBoardIsSwitchedOff() {
    Board board = start().board();
    CompletableFuture<OptionalInt> received = receiving(board.uart(), FOREVER);

    board.close();

    assertThat(received)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withCauseInstanceOf(InterruptedException.class);
  }

  private static boolean passUntilDone(BoardBench.Rig rig, CompletableFuture<?> done) {
    rig.pass(TIMEOUT);
    return done.isDone();
  }

  private static CompletableFuture<OptionalInt> receiving(Uart uart, Duration timeout) {
    CompletableFuture<OptionalInt> received = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        received.complete(uart.receive(timeout));
      } catch (InterruptedException | RuntimeException e) {
        received.completeExceptionally(e);
      }
    });
    return received;
  }

  private static Octets receive(Uart uart, int count) throws InterruptedException {
    byte[] octets = new byte[count];
    for (int i = 0; i < count; i++) {
      octets[i] = (byte) uart.receive(Duration.ZERO).orElseThrow();
    }
    return Octets.of(octets);
  }
}
