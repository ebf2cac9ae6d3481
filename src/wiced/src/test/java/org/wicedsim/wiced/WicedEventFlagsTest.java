package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wicedsim.wiced.WicedEventFlags.WaitOption.WAIT_FOR_ALL_EVENTS;
import static org.wicedsim.wiced.WicedEventFlags.WaitOption.WAIT_FOR_ANY_EVENT;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.testing.Bench;

/// SPEC 3.7: any or all of 32 flags, cleared or kept.
class WicedEventFlagsTest {
  @RegisterExtension final Bench bench = new Bench();

  private final ManualClock clock = new ManualClock();
  private final Bench.Played played = bench.play(clock);
  private final Rtos rtos = played.wiced().rtos();
  private final WicedEventFlags group = rtos.initEventFlags();

  @ParameterizedTest
  @CsvSource({
    "0b001, WAIT_FOR_ANY_EVENT, true",
    "0b011, WAIT_FOR_ANY_EVENT, true",
    "0b110, WAIT_FOR_ANY_EVENT, false",
    "0b001, WAIT_FOR_ALL_EVENTS, true",
    "0b011, WAIT_FOR_ALL_EVENTS, false",
    "0b000, WAIT_FOR_ALL_EVENTS, false",
  })
  void anyAndAllAskForTheirFlags(
      String wanted, WicedEventFlags.WaitOption option, boolean satisfied) {
    group.set(0b1001);

    WicedEventFlags.Flags flags =
        group.await(Integer.parseInt(wanted.substring(2), 2), false, option, Rtos.NO_WAIT);

    assertThat(flags.result()).isEqualTo(satisfied ? WicedResult.SUCCESS : WicedResult.ERROR);
  }

  @Test
  void allFlagsThatAreSetAreReported() {
    group.set(0b1001);

    assertThat(group.await(0b0011, true, WAIT_FOR_ANY_EVENT, Rtos.NO_WAIT))
        .isEqualTo(new WicedEventFlags.Flags(WicedResult.SUCCESS, 0b1001));
  }

  @Test
  void clearTakesWhatWasAskedForAndNothingElse() {
    group.set(0b1001);

    group.await(0b0011, true, WAIT_FOR_ANY_EVENT, Rtos.NO_WAIT);

    assertThat(group.await(-1, false, WAIT_FOR_ANY_EVENT, Rtos.NO_WAIT).flags()).isEqualTo(0b1000);
  }

  @Test
  void withoutClearTheFlagsStay() {
    group.set(0b1001);

    group.await(0b0001, false, WAIT_FOR_ALL_EVENTS, Rtos.NO_WAIT);

    assertThat(group.await(-1, false, WAIT_FOR_ANY_EVENT, Rtos.NO_WAIT).flags()).isEqualTo(0b1001);
  }

  @Test
  void setAddsToWhatIsSet() {
    group.set(0b01);
    group.set(0x8000_0000);

    assertThat(group.await(0x8000_0001, false, WAIT_FOR_ALL_EVENTS, Rtos.NO_WAIT))
        .isEqualTo(new WicedEventFlags.Flags(WicedResult.SUCCESS, 0x8000_0001));
  }

  /// Unlike every other wait of the SDK.
  @Test
  void aTimeOutIsAnError() {
    CompletableFuture<WicedEventFlags.Flags> waited =
        CompletableFuture.supplyAsync(() -> group.await(1, true, WAIT_FOR_ANY_EVENT, 500));
    await().until(() -> clock.pending() == 1);

    clock.advance(Duration.ofMillis(500));

    assertThat(waited.join()).isEqualTo(new WicedEventFlags.Flags(WicedResult.ERROR, 0));
  }

  @Test
  void aWaitForAllEndsWithTheLastOfThem() {
    CompletableFuture<WicedEventFlags.Flags> waited = waitFor(0b11, WAIT_FOR_ALL_EVENTS);

    group.set(0b01);
    assertThat(waited).isNotDone();
    group.set(0b10);

    assertThat(waited.join()).isEqualTo(new WicedEventFlags.Flags(WicedResult.SUCCESS, 0b11));
  }

  @Test
  void oneSetWakesAllThatWaitThoughEachClears() {
    List<CompletableFuture<WicedEventFlags.Flags>> waits =
        List.of(
            waitFor(0b01, WAIT_FOR_ANY_EVENT),
            waitFor(0b11, WAIT_FOR_ANY_EVENT),
            waitFor(0b01, WAIT_FOR_ALL_EVENTS));

    group.set(0b01);

    assertThat(waits)
        .allSatisfy(waited ->
            assertThat(waited.join())
                .isEqualTo(new WicedEventFlags.Flags(WicedResult.SUCCESS, 0b01)));
    assertThat(group.await(-1, false, WAIT_FOR_ANY_EVENT, Rtos.NO_WAIT).result())
        .isEqualTo(WicedResult.ERROR);
  }

  @Test
  void deinitWakesWhoeverWaits() {
    CompletableFuture<WicedEventFlags.Flags> waited = waitFor(1, WAIT_FOR_ANY_EVENT);

    assertThat(group.deinit()).isEqualTo(WicedResult.SUCCESS);

    assertThat(waited.join().result()).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void aGroupThatWasEndedOrNeverInitialisedIsAnError() {
    group.set(1);
    group.deinit();
    WicedEventFlags raw = new WicedEventFlags(new Sdk(played.board().hardware(), false));

    for (WicedEventFlags dead : List.of(group, raw)) {
      assertThat(dead.set(1)).isEqualTo(WicedResult.ERROR);
      assertThat(dead.await(1, true, WAIT_FOR_ANY_EVENT, Rtos.NO_WAIT).result())
          .isEqualTo(WicedResult.ERROR);
      assertThat(dead.deinit()).isEqualTo(WicedResult.ERROR);
    }
    assertThat(raw.init()).isEqualTo(WicedResult.SUCCESS);
    assertThat(raw.init()).isEqualTo(WicedResult.ERROR);
    assertThat(raw.await(-1, false, WAIT_FOR_ANY_EVENT, Rtos.NO_WAIT).flags()).isZero();
  }

  private CompletableFuture<WicedEventFlags.Flags> waitFor(
      int flags, WicedEventFlags.WaitOption option) {
    CompletableFuture<WicedEventFlags.Flags> waited = new CompletableFuture<>();
    rtos.createThread(
        9,
        "waiter",
        6_200,
        () -> waited.complete(group.await(flags, true, option, Rtos.NEVER_TIMEOUT)));
    return waited;
  }
}
