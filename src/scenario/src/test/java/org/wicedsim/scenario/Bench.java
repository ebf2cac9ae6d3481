package org.wicedsim.scenario;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.wicedsim.hal.Level;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.wiced.WicedEvent;

/// A board without firmware, whose part the test plays, and a runner that watches it.
final class Bench implements AutoCloseable {
  private static final long LIMIT_SECONDS = 10;

  /// A script that runs on a thread of its own.
  record Running(Thread thread, CompletableFuture<Outcome> end) {
    /// Returns once the script waits for the board, or has ended.
    Running untilItWaits() {
      await()
          .until(() ->
              end.isDone()
                  || thread.getState() == Thread.State.TIMED_WAITING
                  || thread.getState() == Thread.State.WAITING);
      return this;
    }

    Outcome outcome() {
      return end.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  final ManualClock clock = new ManualClock();
  final VirtualBoard board;
  final ScenarioRunner runner;

  Bench() {
    board = new VirtualBoard(Scripts.BOARD, new Resources(List.of(), Map.of()), clock);
    runner = new ScenarioRunner(board.levers(), board.events(), clock);
  }

  /// Runs a script on a thread of its own; its time passes when [#pass] is called.
  Running start(String script) {
    return start(runner, script);
  }

  /// Runs a script on a thread of its own.
  static Running start(ScenarioRunner runner, String script) {
    Script parsed = Scripts.script(script);
    CompletableFuture<Outcome> end = new CompletableFuture<>();
    Thread thread = Thread.ofPlatform().daemon().start(() -> end.complete(runner.run(parsed)));
    return new Running(thread, end).untilItWaits();
  }

  /// Runs a script that needs no time to pass: what it expects has happened already.
  Outcome run(String script) {
    return start(script).outcome();
  }

  void pass(long ms) {
    clock.advance(Duration.ofMillis(ms));
  }

  void light(int led, boolean lit) {
    board.pin(Scripts.BOARD.led(led).pin()).write(lit ? Level.HIGH : Level.LOW);
  }

  void print(String text) {
    print(Octets.of(text));
  }

  void print(Octets octets) {
    board.uart().transmit(octets);
  }

  void send(String data) {
    board.events().publish(new WicedEvent.SegmentSent(1, false, Octets.of(data)));
  }

  void receive(String data) {
    board.events().publish(new WicedEvent.SegmentReceived(1, false, Octets.of(data)));
  }

  @Override
  public void close() {
    runner.close();
    board.close();
  }
}
