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
  static final int MAX_CANDIDATES = 4096;

  private final String nothing;
  private final List<Candidate> candidates = new ArrayList<>();
  private long forgotten;
  private int searched;
  private @Nullable Sighting lastTaken;

  /// @param nothing what to say when there is nothing to report, such as "nothing was sent"
  Track(String nothing) {
    this.nothing = nothing;
  }

  void add(Candidate candidate) {
    if (candidates.size() == MAX_CANDIDATES) {
      candidates.removeFirst();
      searched = Math.max(0, searched - 1);
      forgotten++;
    }
    candidates.add(candidate);
  }

  /// Drops the newest candidate if there is nothing left of it.
  void tidy() {
    if (!candidates.isEmpty() && candidates.getLast().isUsedUp()) {
      candidates.removeLast();
      searched = Math.min(searched, candidates.size());
    }
  }

  /// Begins a search at the oldest candidate. Each call of the result looks at what was added since
  /// the call before, and returns true when it took something, and all that was older with it.
  BooleanSupplier search(TextPattern pattern) {
    searched = 0;
    return () -> take(pattern);
  }

  /// What could have been meant: everything that was not taken.
  ///
  /// @param unfinished what is on its way to be a candidate
  List<String> report(List<Sighting> unfinished) {
    List<Sighting> seen =
        Stream.concat(
                candidates.stream()
                    .map(candidate -> new Sighting(candidate.nanos(), candidate.shown())),
                unfinished.stream())
            .toList();
    if (seen.isEmpty()) {
      return List.of(lastTaken == null ? nothing : "%s after %s".formatted(nothing, lastTaken));
    }
    return Sighting.report(seen, forgotten);
  }

  private boolean take(TextPattern pattern) {
    while (searched < candidates.size()) {
      Candidate candidate = candidates.get(searched);
      Optional<String> taken = candidate.take(pattern);
      if (taken.isPresent()) {
        lastTaken = new Sighting(candidate.nanos(), taken.get());
        candidates.subList(0, candidate.isUsedUp() ? searched + 1 : searched).clear();
        searched = 0;
        forgotten = 0;
        return true;
      }
      if (candidate.isOpen()) {
        return false; // It may grow.
      }
      searched++;
    }
    return false;
  }
}
