package org.wicedsim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.scenario.Dialogue.Direction;

/// What a script has seen of its board, and the one thing that it waits for.
///
/// Events are held against the expectation on the thread that publishes them, each as it comes. So
/// an LED that shines for an instant is seen, and what comes at the deadline or after never counts,
/// however late the script's thread wakes up.
final class Watch implements EventStream.Subscriber {
  private final Clock clock;
  private final Dialogue dialogue = new Dialogue(this::onMessage);
  private final Track sent = new Track("nothing was sent");
  private final Track answers = new Track("no answer");
  private final ConsoleTrack console = new ConsoleTrack();
  private final Map<Integer, LedTrack> leds = new HashMap<>();

  private BooleanSupplier awaited = Watch::never;
  private long deadline;
  private boolean met;

  Watch(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void onEvent(EventStream.Stamped stamped) {
    dialogue.onEvent(stamped);
    switch (stamped.event()) {
      case HalEvent.UartSent event -> console.append(event.octets(), stamped.nanos());
      case HalEvent.LedLight event -> led(event.led()).onLight(event.lit(), stamped.nanos());
      default -> {} // No script expects other events.
    }
    if (!met && stamped.nanos() < deadline && awaited.getAsBoolean()) {
      met = true;
      notifyAll();
    }
  }

  /// Takes the state of an LED as the board shows it, unless an event told of a later one.
  synchronized void startLed(int led, boolean lit) {
    led(led).start(lit);
  }

  /// Waits until an expectation is met, by the board's clock.
  ///
  /// @return false when it was not met in time
  boolean await(Step.Expectation expectation) throws InterruptedException {
    return await(search(expectation), expectation.within());
  }

  /// Lets time pass, by the board's clock.
  void pause(Duration duration) throws InterruptedException {
    await(Watch::never, duration);
  }

  /// What was seen instead of what was expected.
  synchronized List<String> report(Step.Expectation expectation) {
    return switch (expectation) {
      case Step.ExpectLed led -> led(led.led()).report();
      case Step.ExpectSent _ -> sent.report(unfinished(false));
      case Step.ExpectAnswer _ -> answers.report(unfinished(true));
      case Step.ExpectConsole _ -> console.track().report(List.of());
    };
  }

  private synchronized boolean await(BooleanSupplier wanted, Duration within)
      throws InterruptedException {
    deadline = clock.nanos() + within.toNanos();
    met = wanted.getAsBoolean();
    awaited = wanted;
    Clock.Timer timer = clock.schedule(within, this::wake);
    try {
      while (!met && clock.nanos() < deadline) {
        wait();
      }
      return met;
    } finally {
      timer.cancel();
      awaited = Watch::never;
    }
  }

  private synchronized BooleanSupplier search(Step.Expectation expectation) {
    return switch (expectation) {
      case Step.ExpectLed(int number, boolean lit, _) -> {
        LedTrack led = led(number);
        yield () -> led.is(lit);
      }
      case Step.ExpectSent(TextPattern message, _) -> sent.search(message);
      case Step.ExpectAnswer(TextPattern message, _) -> answers.search(message);
      case Step.ExpectConsole(TextPattern text, _) -> console.track().search(text);
    };
  }

  private void onMessage(Dialogue.Message message, boolean answer) {
    if (message.direction() == Direction.SENT) {
      sent.add(new MessageCandidate(message));
    }
    if (answer) {
      answers.add(new MessageCandidate(message));
    }
  }

  private List<Sighting> unfinished(boolean answers) {
    List<Sighting> sightings = new ArrayList<>();
    dialogue.unfinished((message, answer) -> {
      if (answers ? answer : message.direction() == Direction.SENT) {
        sightings.add(new Sighting(message.nanos(), message.octets() + ", not finished"));
      }
    });
    return sightings;
  }

  private LedTrack led(int number) {
    return leds.computeIfAbsent(number, LedTrack::new);
  }

  private static boolean never() {
    return false;
  }

  private synchronized void wake() {
    notifyAll();
  }
}
