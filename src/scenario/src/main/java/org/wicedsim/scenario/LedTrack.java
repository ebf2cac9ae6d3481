package org.wicedsim.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The present state of one LED, and how it came to be. Guarded by [Watch].
final class LedTrack {
  /// So many changes are kept for reports, the newest.
  static final int MAX_CHANGES = 256;

  private final int led;
  private final Deque<Sighting> changes = new ArrayDeque<>();
  private long forgotten;
  private @Nullable Boolean lit;

  LedTrack(int led) {
    this.led = led;
  }

  /// Takes the state that the board shows, unless an event told of a later one.
  void start(boolean shines) {
    if (lit == null) {
      lit = shines;
    }
  }

  void onLight(boolean shines, long nanos) {
    lit = shines;
    if (changes.size() == MAX_CHANGES) {
      changes.removeFirst();
      forgotten++;
    }
    changes.add(new Sighting(nanos, name(shines)));
  }

  boolean is(boolean wanted) {
    return lit != null && lit == wanted;
  }

  List<String> report() {
    return changes.isEmpty()
        ? List.of(name(is(true)) + ", without a change")
        : Sighting.report(List.copyOf(changes), forgotten);
  }

  private String name(boolean shines) {
    return "led %d %s".formatted(led, shines ? "on" : "off");
  }
}
