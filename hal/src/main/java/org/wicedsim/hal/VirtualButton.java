package org.wicedsim.hal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A button between a line and its pressed level. Its contact can bounce: between the touch and the
/// end of the bounce it opens and closes at times drawn from the seed.
final class VirtualButton {
  private static final int MAX_BOUNCES = 8;

  private final int number;
  private final BoardDescription.Button wiring;
  private final VirtualPin pin;
  private final Clock clock;
  private final EventStream events;
  private final Random random;
  private final List<Clock.Timer> bounces = new ArrayList<>();
  private boolean pressed;

  VirtualButton(
      int number, BoardDescription.Button wiring, VirtualPin pin, Clock clock, EventStream events) {
    this.number = number;
    this.wiring = wiring;
    this.pin = pin;
    this.clock = clock;
    this.events = events;
    random = new Random(wiring.bounceSeed());
  }

  synchronized boolean isPressed() {
    return pressed;
  }

  void press() {
    move(true);
  }

  void release() {
    move(false);
  }

  /// Ends a bounce that is under way.
  synchronized void stop() {
    bounces.forEach(Clock.Timer::cancel);
    bounces.clear();
  }

  private synchronized void move(boolean down) {
    if (pressed == down) {
      return;
    }
    pressed = down;
    stop();
    if (events.isObserved()) {
      events.publish(new HalEvent.ButtonContact(number, down));
    }
    contact(down);
    if (wiring.bounce().isPositive()) {
      bounce(down);
    }
  }

  private void bounce(boolean down) {
    long[] instants =
        random
            .longs(2L * (1 + random.nextInt(MAX_BOUNCES / 2)), 1, wiring.bounce().toNanos())
            .sorted()
            .toArray();
    for (int i = 0; i < instants.length; i++) {
      boolean closed = i % 2 == 0 ? !down : down;
      bounces.add(clock.schedule(Duration.ofNanos(instants[i]), () -> contact(closed)));
    }
  }

  private void contact(boolean closed) {
    if (closed) {
      pin.drive(wiring.pressed());
    } else {
      pin.letGo();
    }
  }
}
