package org.wicedsim.scenario;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.Octets;

/// Runs scripts against a board: works its levers and watches its events.
///
/// It watches from the moment it is made, so make it before the firmware boots and nothing is
/// missed. Of each kind (sent, answer, console) what no expectation took is kept for the next one,
/// up to a limit; beyond, the oldest is forgotten, and the report of a failure counts it.
public final class ScenarioRunner implements AutoCloseable {
  /// How long a button stays released after a tap before the script works it again: longer than the
  /// debounce of any usual button, so that two taps in a row are two presses.
  public static final Duration BETWEEN_TAPS = Duration.ofMillis(50);

  private final Levers levers;
  private final Clock clock;
  private final Watch watch;
  private final EventStream.Subscription subscription;
  private final Map<Integer, Long> tapEndsNanos = new HashMap<>();

  /// @param clock the board's own, by which the script waits
  public ScenarioRunner(Levers levers, EventStream events, Clock clock) {
    this.levers = levers;
    this.clock = clock;
    watch = new Watch(clock);
    subscription = events.subscribe(watch);
  }

  /// Runs a script on the calling thread; ends at the first expectation that is not met.
  ///
  /// Interrupting the thread ends the run, and the thread's interrupt flag is cleared then. A
  /// second script goes on where the first one ended: it cannot expect again what that one took.
  /// One script at a time.
  ///
  /// @throws IllegalArgumentException when the script was parsed for a board with more buttons or
  ///   LEDs
  public Outcome run(Script script) {
    for (PlacedStep placed : script.steps()) {
      try {
        if (Thread.interrupted()) {
          return new Outcome.Interrupted(placed);
        }
        Optional<Outcome> end = run(script.file(), placed);
        if (end.isPresent()) {
          return end.get();
        }
      } catch (InterruptedException e) {
        return new Outcome.Interrupted(placed);
      }
    }
    return new Outcome.Passed();
  }

  /// Stops watching the board.
  @Override
  public void close() {
    subscription.close();
  }

  private Optional<Outcome> run(String file, PlacedStep placed) throws InterruptedException {
    switch (placed.step()) {
      case Step.Press(int button) -> {
        awaitEndOfTap(button);
        levers.press(button);
      }
      case Step.Release(int button) -> {
        awaitEndOfTap(button);
        levers.release(button);
      }
      case Step.Tap(int button, Duration hold) -> {
        awaitEndOfTap(button);
        levers.tap(button, hold);
        tapEndsNanos.put(button, clock.nanos() + hold.plus(BETWEEN_TAPS).toNanos());
      }
      case Step.Wait(Duration duration) -> watch.pause(duration);
      case Step.Type(String text) -> levers.type(Octets.of(text));
      case Step.Expectation expectation -> {
        return expect(file, placed, expectation);
      }
      case Step.Quit _ -> {
        return Optional.of(new Outcome.Quit(placed));
      }
    }
    return Optional.empty();
  }

  /// A tap goes on while the script does; another touch of its button has to wait.
  private void awaitEndOfTap(int button) throws InterruptedException {
    Long end = tapEndsNanos.remove(button);
    if (end != null) {
      watch.pause(Duration.ofNanos(Math.max(0, end - clock.nanos())));
    }
  }

  private Optional<Outcome> expect(String file, PlacedStep placed, Step.Expectation expectation)
      throws InterruptedException {
    if (expectation instanceof Step.ExpectLed expected) {
      watch.startLed(expected.led(), levers.isLit(expected.led()));
    }
    if (watch.await(expectation)) {
      return Optional.empty();
    }
    return Optional.of(
        new Outcome.Failed(
            file, placed, expectation.expected(), watch.report(expectation), clock.nanos()));
  }
}
