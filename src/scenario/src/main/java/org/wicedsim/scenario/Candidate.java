package org.wicedsim.scenario;

import java.util.Optional;

/// Something a script can expect to see: a message, or a line of the console.
sealed interface Candidate permits MessageCandidate, ConsoleLine {
  /// The board's time when it was seen, or its latest part.
  long nanos();

  /// Takes what fits `pattern`, if anything does.
  ///
  /// @return what was taken, for people
  Optional<String> take(TextPattern pattern);

  /// Whether it may still grow.
  boolean isOpen();

  /// Whether there is nothing left to take.
  boolean isUsedUp();

  /// What is left, for people.
  String shown();
}
