package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;

/// SPEC 3.7: messages of one size, copied, first in first out.
class WicedQueueTest {
  private static final int STACK = 6_200;

  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final Rtos rtos = played.wiced().rtos();
  private final WicedQueue queue = rtos.initQueue("numbers", 4, 2);

  @Test
  void messagesComeOutInTheOrderInWhichTheyWentIn() {
    queue.push(message(1), Rtos.NO_WAIT);
    queue.push(message(2), Rtos.NO_WAIT);

    assertThat(pop()).isEqualTo(1);
    assertThat(pop()).isEqualTo(2);
  }

  @Test
  void aMessageIsCopiedWhenItIsPushed() {
    byte[] message = message(1);
    queue.push(message, Rtos.NO_WAIT);

    message[3] = 9;

    assertThat(pop()).isEqualTo(1);
  }

  @Test
  void onlyAMessagesLengthIsCopied() {
    byte[] into = {9, 9, 9, 9, 9};
    queue.push(new byte[] {1, 2, 3, 4, 5}, Rtos.NO_WAIT);

    queue.pop(into, Rtos.NO_WAIT);

    assertThat(into).containsExactly(1, 2, 3, 4, 9);
  }

  @Test
  void anArrayThatIsTooShortIsRefused() {
    assertThatThrownBy(() -> queue.push(new byte[3], Rtos.NO_WAIT))
        .hasMessage("a message of this queue has 4 octets, not 3");
    assertThatThrownBy(() -> queue.pop(new byte[3], Rtos.NO_WAIT))
        .hasMessage("a message of this queue has 4 octets, not 3");
  }

  @Test
  void popOfAnEmptyQueueTimesOutAtOnceWithoutAWait() {
    byte[] into = {9, 9, 9, 9};

    assertThat(queue.pop(into, Rtos.NO_WAIT)).isEqualTo(WicedResult.TIMEOUT);
    assertThat(into).containsExactly(9, 9, 9, 9);
  }

  @Test
  void popOfAnEmptyQueueTimesOutAfterItsWait() {
    CompletableFuture<WicedResult> popped =
        CompletableFuture.supplyAsync(() -> queue.pop(new byte[4], 500));
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofMillis(500));

    assertThat(popped.join()).isEqualTo(WicedResult.TIMEOUT);
  }

  @Test
  void pushOnAFullQueueIsAQueueErrorAndTheMessageIsLost() {
    fill();

    assertThat(queue.push(message(3), Rtos.NO_WAIT)).isEqualTo(WicedResult.QUEUE_ERROR);

    assertThat(pop()).isEqualTo(1);
    assertThat(pop()).isEqualTo(2);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void pushOnAFullQueueGivesUpAfterItsWait() {
    fill();
    CompletableFuture<WicedResult> pushed =
        CompletableFuture.supplyAsync(() -> queue.push(message(3), 500));
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofMillis(500));

    assertThat(pushed.join()).isEqualTo(WicedResult.QUEUE_ERROR);
    assertThat(queue.occupancy()).isEqualTo(2);
  }

  @Test
  void pushWaitsForRoom() {
    fill();
    CompletableFuture<WicedResult> pushed =
        CompletableFuture.supplyAsync(() -> queue.push(message(3), 500));
    await().until(() -> clock.pending() == 1);

    assertThat(pop()).isEqualTo(1);

    assertThat(pushed.join()).isEqualTo(WicedResult.SUCCESS);
    assertThat(pop()).isEqualTo(2);
    assertThat(pop()).isEqualTo(3);
  }

  @Test
  void popWaitsForAMessage() {
    byte[] into = new byte[4];
    CompletableFuture<WicedResult> popped =
        CompletableFuture.supplyAsync(() -> queue.pop(into, 500));
    await().until(() -> clock.pending() == 1);

    queue.push(message(7), Rtos.NO_WAIT);

    assertThat(popped.join()).isEqualTo(WicedResult.SUCCESS);
    assertThat(into).isEqualTo(message(7));
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void threadsThatWaitAreServedInTheOrderInWhichTheyCame() {
    List<Integer> served = new CopyOnWriteArrayList<>();
    IntStream.range(0, 5)
        .forEach(i ->
            rtos.createThread(
                20 - i,
                "waiter",
                STACK,
                () -> {
                  byte[] into = new byte[4];
                  queue.pop(into, Rtos.NEVER_TIMEOUT);
                  served.add(10 * i + number(into));
                }));

    IntStream.range(0, 5).forEach(i -> queue.push(message(i), Rtos.NO_WAIT));

    await().untilAsserted(() -> assertThat(served).containsExactlyInAnyOrder(0, 11, 22, 33, 44));
  }

  @Test
  void emptyFullAndOccupancyFollowTheMessages() {
    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.isFull()).isFalse();
    assertThat(queue.occupancy()).isZero();

    fill();

    assertThat(queue.isEmpty()).isFalse();
    assertThat(queue.isFull()).isTrue();
    assertThat(queue.occupancy()).isEqualTo(2);
    assertThat(played.log().resultsOf("wiced_rtos_is_queue_full"))
        .containsExactly(WicedResult.ERROR, WicedResult.SUCCESS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 63})
  void aSizeThatIsNoMultipleOfFourIsAnError(int octets) {
    assertThatThrownBy(() -> rtos.initQueue("odd", octets, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'odd'")
        .hasMessageContaining("not " + octets);
    assertThat(played.log().resultsOf("wiced_rtos_init_queue")).endsWith(WicedResult.ERROR);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-4, 1", "68, 1", "4, 0", "4, -1"})
  void aQueueThatThreadXDoesNotHaveIsAQueueError(int octets, int messages) {
    assertThatThrownBy(() -> rtos.initQueue(null, octets, messages))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(played.log().resultsOf("wiced_rtos_init_queue")).endsWith(WicedResult.QUEUE_ERROR);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 64})
  void theSmallestAndTheLargestMessageAreCopiedWhole(int octets) {
    byte[] message = new byte[octets];
    new Random(42).nextBytes(message);
    WicedQueue edge = rtos.initQueue("edge", octets, 1);
    byte[] into = new byte[octets];

    edge.push(message, Rtos.NO_WAIT);
    edge.pop(into, Rtos.NO_WAIT);

    assertThat(into).isEqualTo(message);
  }

  @Test
  void deinitWakesWhoeverWaits() {
    CompletableFuture<WicedResult> popped =
        CompletableFuture.supplyAsync(() -> queue.pop(new byte[4], 500));
    await().until(() -> clock.pending() == 1);

    assertThat(queue.deinit()).isEqualTo(WicedResult.SUCCESS);

    assertThat(popped.join()).isEqualTo(WicedResult.QUEUE_ERROR);
  }

  /// An interrupt may push before the queue is initialised.
  @Test
  void aQueueThatWasEndedOrNeverInitialisedFailsWithoutHarm() {
    fill();
    queue.deinit();
    WicedQueue raw = new WicedQueue(new Sdk(played.board().hardware(), false));

    for (WicedQueue dead : List.of(queue, raw)) {
      assertThat(dead.push(message(1), Rtos.NO_WAIT)).isEqualTo(WicedResult.QUEUE_ERROR);
      assertThat(dead.pop(new byte[4], Rtos.NO_WAIT)).isEqualTo(WicedResult.QUEUE_ERROR);
      assertThat(dead.deinit()).isEqualTo(WicedResult.QUEUE_ERROR);
      assertThat(dead.isEmpty()).isTrue();
      assertThat(dead.isFull()).isTrue();
      assertThat(dead.occupancy()).isZero();
    }
    assertThat(raw.init("late", 4, 1)).isEqualTo(WicedResult.SUCCESS);
    assertThat(raw.init("again", 4, 1)).isEqualTo(WicedResult.QUEUE_ERROR);
    assertThat(raw.isEmpty()).isTrue();
  }

  @Test
  void whatManyThreadsPushManyThreadsPopOnceEach() {
    int threads = 8;
    int each = 250;
    List<Integer> popped = new CopyOnWriteArrayList<>();
    IntStream.range(0, threads)
        .forEach(i ->
            rtos.createThread(
                31,
                "pusher",
                STACK,
                () ->
                    IntStream.range(0, each)
                        .forEach(n -> queue.push(message(i * each + n), Rtos.NEVER_TIMEOUT))));
    IntStream.range(0, threads)
        .forEach(_ ->
            rtos.createThread(
                31,
                "popper",
                STACK,
                () -> IntStream.range(0, each).forEach(_ -> popped.add(pop()))));

    await()
        .untilAsserted(() ->
            assertThat(popped)
                .containsExactlyInAnyOrderElementsOf(
                    IntStream.range(0, threads * each).boxed().toList()));
    assertThat(queue.isEmpty()).isTrue();
  }

  private void fill() {
    queue.push(message(1), Rtos.NO_WAIT);
    queue.push(message(2), Rtos.NO_WAIT);
  }

  private int pop() {
    byte[] into = new byte[4];
    assertThat(queue.pop(into, Rtos.NEVER_TIMEOUT)).isEqualTo(WicedResult.SUCCESS);
    return number(into);
  }

  private static byte[] message(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }

  private static int number(byte[] message) {
    return ByteBuffer.wrap(message).getInt();
  }
}
