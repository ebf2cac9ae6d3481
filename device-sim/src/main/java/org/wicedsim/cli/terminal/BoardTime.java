package org.wicedsim.cli.terminal;

import java.time.Duration;

/// Times as the screen writes them.
final class BoardTime {
  private static final Duration LEAST = Duration.ofNanos(100_000);
  private static final Duration MILLISECOND = Duration.ofMillis(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private BoardTime() {}

  /// Minutes, seconds and milliseconds since the board's start, such as `0:03.217`.
  static String of(long nanos) {
    Duration time = Duration.ofNanos(nanos);
    return "%d:%02d.%03d".formatted(time.toMinutes(), time.toSecondsPart(), time.toMillisPart());
  }

  /// How long something took, such as `<0.1 ms`, `0.4 ms`, `12 ms` or `1.25 s`.
  static String taken(Duration duration) {
    if (duration.compareTo(LEAST) < 0) {
      return "<0.1 ms";
    }
    if (duration.compareTo(MILLISECOND) < 0) {
      return "0.%d ms".formatted(duration.toNanos() / 100_000);
    }
    if (duration.compareTo(SECOND) < 0) {
      return duration.toMillis() + " ms";
    }
    return "%d.%02d s".formatted(duration.toSeconds(), duration.toMillisPart() / 10);
  }
}
