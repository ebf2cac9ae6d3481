package org.wicedsim.scenario;

import java.util.Optional;

/// A line of the console; patterns fit any part of it, one after the other.
final class ConsoleLine implements Candidate {
  private final StringBuilder text = new StringBuilder();
  private long nanos;
  private int taken;
  private boolean open = true;

  void append(char c, long at) {
    text.append(c);
    nanos = at;
  }

  /// Ends the line; the CR of a CR LF is no part of it.
  void end() {
    open = false;
    if (text.length() > taken && text.charAt(text.length() - 1) == '\r') {
      text.setLength(text.length() - 1);
    }
  }

  int length() {
    return text.length();
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Optional<String> take(TextPattern pattern) {
    int start = taken;
    int end = pattern.find(text.toString(), start);
    if (end < 0) {
      return Optional.empty();
    }
    taken = end;
    return Optional.of(shown(start, end));
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public boolean isUsedUp() {
    return !open && taken == text.length();
  }

  @Override
  public String shown() {
    return shown(taken, text.length());
  }

  /// As a script would write it; C1 controls, which a terminal would obey, are replaced.
  private String shown(int start, int end) {
    return ScriptText.write(text.substring(start, end).replaceAll("[\\x80-\\x9F]", "\uFFFD"));
  }
}
