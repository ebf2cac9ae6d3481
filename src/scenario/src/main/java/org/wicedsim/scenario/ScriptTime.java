package org.wicedsim.scenario;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times in scripts: a whole number with its unit, `ms` or `s`.
final class ScriptTime {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final int MS_PER_SECOND = 1000;

  private ScriptTime() {}

  /// Reads a time.
  ///
  /// @throws IllegalArgumentException with a message that names the text and what was expected
  static Duration parse(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a time such as 200ms or 2s, not '%s'".formatted(text)
              + (NUMBER.matcher(text).matches() ? ": its unit is missing, ms or s" : ""));
    }
    long amount = Long.parseLong(matcher.group(1));
    Duration time =
        matcher.group(2).equals("ms") ? Duration.ofMillis(amount) : Duration.ofSeconds(amount);
    if (time.compareTo(ScriptParser.MAX_TIME) > 0) {
      throw new IllegalArgumentException(
          "expected a time up to %s, not '%s'".formatted(write(ScriptParser.MAX_TIME), text));
    }
    return time;
  }

  static String write(Duration time) {
    long ms = time.toMillis();
    return ms > 0 && ms % MS_PER_SECOND == 0 ? ms / MS_PER_SECOND + "s" : ms + "ms";
  }
}
