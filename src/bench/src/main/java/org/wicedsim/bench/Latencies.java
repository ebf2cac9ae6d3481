package org.wicedsim.bench;

import java.util.Arrays;
import java.util.Locale;

/// Times of one kind, to be told by their median, their 99th percentile and the worst.
final class Latencies {
  private final long[] sortedNanos;

  /// @param nanos at least one
  Latencies(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("no times to tell of: measure at least once");
    }
    sortedNanos = nanos.clone();
    Arrays.sort(sortedNanos);
  }

  /// The shortest time that at least `percent` of the times do not exceed.
  ///
  /// @param percent above 0, up to 100, which is the worst
  long percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sortedNanos.length);
    return sortedNanos[Math.max(1, rank) - 1];
  }

  /// A line of a table, in microseconds.
  String row(String label) {
    return String.format(
        Locale.ROOT,
        "  %-40s %8d %8d %8d",
        label,
        micros(percentile(50)),
        micros(percentile(99)),
        micros(percentile(100)));
  }

  /// The line above such lines.
  static String head(String title) {
    return String.format(Locale.ROOT, "%-42s %8s %8s %8s", title, "p50 us", "p99 us", "max us");
  }

  private static long micros(long nanos) {
    return Math.round(nanos / 1e3);
  }
}
