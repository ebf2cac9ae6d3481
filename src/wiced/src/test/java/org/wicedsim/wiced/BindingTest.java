package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.EventLog;
import org.wicedsim.wiced.testing.TestBoard;

/// What a binding to another language relies on.
class BindingTest {
  private static final int STACK = 6_200;

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play(new ManualClock());
  private final Binding binding = Binding.of(played.wiced());

  @Test
  void objectsAreNotInitialised() {
    assertThat(binding.semaphore().set()).isEqualTo(WicedResult.SEMAPHORE_ERROR);
    assertThat(binding.mutex().lock()).isEqualTo(WicedResult.ERROR);
    assertThat(binding.queue().push(new byte[4], Rtos.NO_WAIT)).isEqualTo(WicedResult.QUEUE_ERROR);
    assertThat(binding.eventFlags().set(1)).isEqualTo(WicedResult.ERROR);
    assertThat(binding.timer().start()).isEqualTo(WicedResult.ERROR);
    assertThat(binding.timedEvent().deregister()).isEqualTo(WicedResult.ERROR);
  }

  @Test
  void objectsAreInitialisedLater() {
    WicedSemaphore semaphore = binding.semaphore();
    WicedTimer timer = binding.timer();

    assertThat(semaphore.init()).isEqualTo(WicedResult.SUCCESS);
    assertThat(timer.init(10, () -> {})).isEqualTo(WicedResult.SUCCESS);

    assertThat(semaphore.set()).isEqualTo(WicedResult.SUCCESS);
    assertThat(timer.start()).isEqualTo(WicedResult.SUCCESS);
  }

  @Test
  void aThreadRunsOnceItIsStarted() {
    CompletableFuture<Void> ran = new CompletableFuture<>();
    WicedThread thread = binding.newThread(9, "late", STACK, () -> ran.complete(null));

    assertThat(binding.hasEnded(thread)).isFalse();
    binding.start(thread);

    assertThat(ran.join()).isNull();
    await().until(() -> binding.hasEnded(thread));
  }

  @Test
  void aBadPriorityIsPublishedAndRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> binding.newThread(32, "bad", STACK, () -> {}))
        .withMessageContaining("'bad'");

    assertThat(played.log().calls())
        .last()
        .isEqualTo(
            EventLog.call(
                "wiced_rtos_create_thread", "32, bad, 6200", WicedResult.THREAD_CREATE_FAILED));
  }

  @Test
  void aWorkerTakesEventsOnceItIsStarted() {
    CompletableFuture<Void> ran = new CompletableFuture<>();
    WicedWorkerThread worker = binding.newWorkerThread(5, STACK, 3);

    binding.start(worker);
    worker.sendAsynchronousEvent(() -> ran.complete(null));

    assertThat(ran.join()).isNull();
  }

  @Test
  void aCallBearsTheLineThatTheBindingSupplies() {
    binding.calledFrom(() -> "app.c:43");
    binding.returned("wiced_function", WicedResult.BADARG, 1, "two");
    binding.calledFrom(null);

    assertThat(played.log().all(WicedEvent.SdkCall.class))
        .last()
        .isEqualTo(
            new WicedEvent.SdkCall("wiced_function", "1, two", WicedResult.BADARG, "app.c:43"));
  }

  @Test
  void aLeakBearsThatLineToo() {
    binding.calledFrom(() -> "app.c:44");
    played.wiced().tcp().createSocket(Interface.STA);
    binding.calledFrom(null);

    played.board().close();

    assertThat(played.log().awaitDiagnostic("leaked-socket")).contains("app.c:44");
  }

  @Test
  void behindTheCallItIsForgotten() {
    binding.calledFrom(() -> "app.c:43");
    binding.calledFrom(null);

    binding.returned("wiced_function", WicedResult.SUCCESS);

    assertThat(played.log().all(WicedEvent.SdkCall.class).getLast().site())
        .isNotEqualTo("app.c:43");
  }

  /// To find a line is dear: nobody pays for what nobody watches.
  @Test
  void theLineIsNotAskedForOnABoardThatNobodyWatches() {
    AtomicInteger asked = new AtomicInteger();
    Resources none = new Resources(List.of(), Map.of());
    Sdk unwatched = new Sdk(new VirtualBoard(TestBoard.course(), none, new ManualClock()), true);
    CallSite.calledFrom(() -> "app.c:" + asked.incrementAndGet());

    unwatched.returned("wiced_function", WicedResult.SUCCESS);
    CallSite.calledFrom(null);

    assertThat(asked).hasValue(0);
  }

  @Test
  void aDiagnosticIsAnEvent() {
    binding.diagnose("some-code", "100% wrong");

    assertThat(played.log().all()).contains(new HalEvent.Diagnostic("some-code", "100% wrong"));
  }
}
