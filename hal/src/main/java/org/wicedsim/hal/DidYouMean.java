package org.wicedsim.hal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// Finds the names that a mistyped one was probably meant to be: for keys of files, words of
/// scripts and commands alike.
public final class DidYouMean {
  /// One slip of the finger in so many letters is a typing error, more of them spell another word.
  private static final int LETTERS_PER_SLIP = 3;

  private DidYouMean() {}

  /// The names nearest to `typed`, all equally near; empty when none is. A name that begins with
  /// what was typed is one slip away; one or two letters are near to anything and never meant.
  public static List<String> of(String typed, Collection<String> names) {
    TreeMap<Integer, List<String>> bySlips =
        names.stream()
            .filter(name -> slips(typed, name) <= name.length() / LETTERS_PER_SLIP)
            .collect(groupingBy(name -> slips(typed, name), TreeMap::new, toList()));
    return bySlips.isEmpty() ? List.of() : bySlips.firstEntry().getValue();
  }

  /// What was expected instead of `typed`, to stand behind "expected": the name that was probably
  /// meant, or all of them.
  static String expected(String typed, Collection<String> names) {
    List<String> near = of(typed, names);
    return near.isEmpty() ? "one of " + String.join(", ", names) : "'" + near.getFirst() + "'?";
  }

  /// The letters that must be added, dropped, changed or swapped with the next one.
  private static int slips(String typed, String name) {
    String a = typed.toLowerCase(Locale.ROOT);
    String b = name.toLowerCase(Locale.ROOT);
    if (!a.isEmpty() && b.startsWith(a)) {
      return 1;
    }
    int[][] slips = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        slips[i][j] = i == 0 || j == 0 ? i + j : step(slips, a, b, i, j);
      }
    }
    return slips[a.length()][b.length()];
  }

  private static int step(int[][] slips, String a, String b, int i, int j) {
    int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(slips[i - 1][j - 1] + changed, Math.min(slips[i - 1][j] + 1, slips[i][j - 1] + 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
  }
}
