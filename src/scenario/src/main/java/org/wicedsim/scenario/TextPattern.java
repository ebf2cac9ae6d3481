package org.wicedsim.scenario;

import java.util.List;

/// A text in which `*` stands for any run of characters, none included.
///
/// @param parts the texts around each `*`: one part more than there are `*`
public record TextPattern(List<String> parts) {
  public TextPattern {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a pattern has at least one part");
    }
  }

  /// Whether the whole of `text` fits.
  public boolean matches(String text) {
    String first = parts.getFirst();
    String last = parts.getLast();
    if (parts.size() == 1) {
      return text.equals(first);
    }
    if (!text.startsWith(first)) {
      return false;
    }
    int end = first.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = text.indexOf(part, end);
      if (found < 0) {
        return false;
      }
      end = found + part.length();
    }
    return end <= text.length() - last.length() && text.endsWith(last);
  }

  /// Finds the first place in `text` that fits, and no more of it than is needed; a pattern of
  /// nothing but `*` takes all that is there, if anything is.
  ///
  /// @return where the fitting part ends, or -1 when there is none from `from` on
  public int find(String text, int from) {
    int end = from;
    for (String part : parts) {
      int found = text.indexOf(part, end);
      if (found < 0) {
        return -1;
      }
      end = found + part.length();
    }
    if (end > from) {
      return end;
    }
    return text.length() > from ? text.length() : -1;
  }

  /// The pattern as a script writes it.
  @Override
  public String toString() {
    return ScriptText.write(this);
  }
}
