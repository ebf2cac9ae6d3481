package org.wicedsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Something seen, and when: a line of a report.
///
/// @param nanos the board's time
record Sighting(long nanos, String text) {
  /// A report shows so many sightings, the newest, and counts the others.
  static final int MAX_SHOWN = 10;

  /// A sighting shows so many characters, and counts the others.
  static final int MAX_SHOWN_CHARS = 200;

  private static final double NANOS_PER_SECOND = 1e9;

  /// The newest of `sightings`, and how many came before.
  ///
  /// @param forgotten how many more there were before these
  static List<String> report(List<Sighting> sightings, long forgotten) {
    int hidden = Math.max(0, sightings.size() - MAX_SHOWN);
    List<String> lines = new ArrayList<>();
    sightings.stream().skip(hidden).map(Sighting::toString).forEach(lines::add);
    if (hidden + forgotten > 0) {
      lines.add(
          "and %d earlier ones".formatted(hidden + forgotten)
              + (forgotten > 0 ? ", of which %d are forgotten".formatted(forgotten) : ""));
    }
    return lines;
  }

  /// A time of the board in seconds.
  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3fs", nanos / NANOS_PER_SECOND);
  }

  @Override
  public String toString() {
    int surplus = text.length() - MAX_SHOWN_CHARS;
    String shown =
        surplus <= 0
            ? text
            : "%s... and %d more characters".formatted(text.substring(0, MAX_SHOWN_CHARS), surplus);
    return seconds(nanos) + " " + shown;
  }
}
