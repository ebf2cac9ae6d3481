package org.wicedsim.hal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A button between a line and its pressed level. Its contact can bounce: between the touch and the
/// end of the bounce it opens and closes at times drawn from the seed.
///
/// A timer may run although it was cancelled a moment before, so every task asks under the lock
/// whether its touch or its move is still the last one.
final class VirtualButton {
  private static final int MAX_BOUNCES = 8;

  private final int number;
  private final BoardDescription.Button wiring;
  private final VirtualPin pin;
  private final Clock clock;
  private final EventStream events;
  private final Random random;
  private final List<Clock.Timer> bounces = new ArrayList<>();
  private Clock.@Nullable Timer tapEnd;
  private boolean pressed;
  private boolean powered = true;
  private long touches;
  private long moves;

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

  synchronized void press() {
    touch();
    move(true);
  }

  synchronized void release() {
    touch();
    move(false);
  }

  synchronized void tap(Duration hold) {
    press();
    if (powered) {
      long tap = touches;
      tapEnd = clock.schedule(hold, () -> endTap(tap));
    }
  }

  /// Ends a tap or a bounce that is under way; from now on touches have no effect.
  synchronized void powerOff() {
    powered = false;
    touch();
    endBounce();
  }

  /// A new touch takes over from a tap that is under way.
  private void touch() {
    touches++;
    if (tapEnd != null) {
      tapEnd.cancel();
      tapEnd = null;
    }
  }

  private synchronized void endTap(long tap) {
    if (tap == touches) {
      release();
    }
  }

  private void move(boolean down) {
    if (pressed == down || !powered) {
      return;
    }
    pressed = down;
    endBounce();
    if (events.isObserved()) {
      events.publish(new HalEvent.ButtonContact(number, down));
    }
    contact(down);
    if (wiring.bounce().isPositive()) {
      bounce(down);
    }
  }

  private void bounce(boolean down) {
    long move = moves;
    long[] instants =
        random
            .longs(2L * (1 + random.nextInt(MAX_BOUNCES / 2)), 1, wiring.bounce().toNanos() + 1)
            .sorted()
            .toArray();
    for (int i = 0; i < instants.length; i++) {
      boolean closed = i % 2 == 0 ? !down : down;
      bounces.add(clock.schedule(Duration.ofNanos(instants[i]), () -> bounceTo(closed, move)));
    }
  }

  private synchronized void bounceTo(boolean closed, long move) {
    if (move == moves) {
      contact(closed);
    }
  }

  private void endBounce() {
    moves++;
    bounces.forEach(Clock.Timer::cancel);
    bounces.clear();
  }

  private void contact(boolean closed) {
    if (closed) {
      pin.drive(wiring.pressed());
    } else {
      pin.letGo();
    }
  }
}
