package org.wicedsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What of one kind was seen and not yet taken by an expectation, oldest first.
///
/// The oldest is forgotten when there is no room; a report counts it. Guarded by [Watch].
final class Track {
  /// So many sightings wait for an expectation, the newest.
  static final int MAX_SIGHTS = 4096;

  private final String nothing;
  private final List<Sight> sights = new ArrayList<>();
  private long forgotten;
  private int searched;
  private @Nullable Sighting lastTaken;

  /// @param nothing what to say when there is nothing to report, such as "nothing was sent"
  Track(String nothing) {
    this.nothing = nothing;
  }

  void add(Sight sight) {
    if (sights.size() == MAX_SIGHTS) {
      sights.removeFirst();
      searched = Math.max(0, searched - 1);
      forgotten++;
    }
    sights.add(sight);
  }

  /// Drops the newest sight if there is nothing left of it.
  void tidy() {
    if (!sights.isEmpty() && sights.getLast().isUsedUp()) {
      sights.removeLast();
      searched = Math.min(searched, sights.size());
    }
  }

  /// Begins a search at the oldest sight. Each call of the result looks at what was added since the
  /// call before, and returns true when it took something, and all that was older with it.
  BooleanSupplier search(TextPattern pattern) {
    searched = 0;
    return () -> take(pattern);
  }

  /// What could have been meant: everything that was not taken.
  ///
  /// @param unfinished what is on its way to be a sight
  List<String> report(List<Sighting> unfinished) {
    List<Sighting> seen =
        Stream.concat(
                sights.stream().map(sight -> new Sighting(sight.nanos(), sight.shown())),
                unfinished.stream())
            .toList();
    if (seen.isEmpty()) {
      return List.of(lastTaken == null ? nothing : "%s after %s".formatted(nothing, lastTaken));
    }
    return Sighting.report(seen, forgotten);
  }

  private boolean take(TextPattern pattern) {
    while (searched < sights.size()) {
      Sight sight = sights.get(searched);
      Optional<String> taken = sight.take(pattern);
      if (taken.isPresent()) {
        lastTaken = new Sighting(sight.nanos(), taken.get());
        sights.subList(0, sight.isUsedUp() ? searched + 1 : searched).clear();
        searched = 0;
        forgotten = 0;
        return true;
      }
      if (sight.isOpen()) {
        return false; // It may grow.
      }
      searched++;
    }
    return false;
  }
}
