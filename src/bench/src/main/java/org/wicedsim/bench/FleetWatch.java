package org.wicedsim.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.wiced.WicedEvent;

/// Counts what a whole fleet of boards shows. Every board calls it on threads of its own.
final class FleetWatch implements EventStream.Subscriber {
  private static final String READY = "Ready";
  private static final Set<String> UNDER_WAY =
      Set.of("Resolving", "Connecting", "Sending", "Waiting");
  private static final String STORED = "Stored";

  private final Map<String, LongAdder> troubles = new ConcurrentSkipListMap<>();
  private volatile CountDownLatch boots = new CountDownLatch(0);
  private volatile Semaphore turns = new Semaphore(0);
  private volatile CountDownLatch ends = new CountDownLatch(0);
  private final LongAdder stored = new LongAdder();

  /// Waits for so many boards from now on.
  void expectBoots(int boards) {
    boots = new CountDownLatch(boards);
  }

  /// Waits for so many presses from now on, so many of them under way at once.
  void expectPresses(int presses, int underWay) {
    stored.reset();
    turns = new Semaphore(underWay);
    ends = new CountDownLatch(presses);
  }

  /// Waits until another board may be pressed.
  ///
  /// @return whether it may, in time
  boolean awaitTurn(Duration limit) throws InterruptedException {
    return turns.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Whether all expected boards took presses in time.
  boolean awaitBoots(Duration limit) throws InterruptedException {
    return boots.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Whether all expected presses ended in time, well or badly.
  boolean awaitPresses(Duration limit) throws InterruptedException {
    return ends.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// How many of the expected presses the server has acknowledged.
  long stored() {
    return stored.sum();
  }

  /// What went wrong so far: endings of presses and diagnostics by their names, with their counts.
  Map<String, LongAdder> troubles() {
    return troubles;
  }

  @Override
  public void onEvent(EventStream.Stamped stamped) {
    switch (stamped.event()) {
      case WicedEvent.SdkCall call -> onCall(call.function());
      case WicedEvent.FirmwareState state -> onState(state.state());
      case WicedEvent.FirmwareCrashed crashed -> onCrash(crashed.cause());
      case HalEvent.Diagnostic diagnostic -> count(diagnostic.code());
      default -> {
        // The rest tells nothing of success or failure.
      }
    }
  }

  private void onCall(String function) {
    if (function.equals(Bench.LISTENS_TO_BUTTON)) {
      boots.countDown();
    }
  }

  private void onState(String state) {
    if (state.equals(READY)) {
      turns.release();
    } else if (!UNDER_WAY.contains(state)) {
      if (state.equals(STORED)) {
        stored.increment();
      } else {
        count(state);
      }
      ends.countDown();
    }
  }

  private void onCrash(String cause) {
    count(cause);
    ends.countDown();
    turns.release();
  }

  /// Counts a trouble that no board tells of.
  void note(String trouble) {
    count(trouble);
  }

  private void count(String trouble) {
    troubles.computeIfAbsent(trouble, _ -> new LongAdder()).increment();
  }
}
