package org.wicedsim.hal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// "Did you mean": the known word that a mistyped one is closest to.
final class Suggestion {
  private Suggestion() {}

  /// What was expected instead of `word`, to stand behind "expected": the one that was probably
  /// meant, or all of `known`.
  static String among(Collection<String> known, String word) {
    return closest(word, known)
        .map(close -> "'" + close + "'?")
        .orElse("one of " + String.join(", ", known));
  }

  /// The closest of `known` to `word`, if it is no more than a third of its letters away.
  static Optional<String> closest(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /// Levenshtein's distance: how many letters must be put in, taken out or replaced.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
      }
    }
    return row[b.length()];
  }
}
