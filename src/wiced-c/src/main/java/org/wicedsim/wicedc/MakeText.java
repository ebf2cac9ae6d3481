package org.wicedsim.wicedc;

import java.util.ArrayList;
import java.util.List;

/// How the text of a makefile is taken apart.
final class MakeText {
  private MakeText() {}

  /// The words between blanks.
  static List<String> words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
  }

  /// The place of the bracket that closes the one at `open`; -1 when there is none.
  static int closing(String text, int open) {
    char opening = text.charAt(open);
    char closing = opening == '(' ? ')' : '}';
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == opening) {
        depth++;
      } else if (c == closing && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /// The parts between the commas that stand in no brackets.
  static List<String> arguments(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '{' -> depth++;
        case ')', '}' -> depth--;
        case ',' -> {
          if (depth == 0) {
            parts.add(text.substring(start, i));
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /// Whether a word matches a pattern in which the first `wildcard` stands for anything.
  static boolean matches(String pattern, String word, char wildcard) {
    int at = pattern.indexOf(wildcard);
    if (at < 0) {
      return pattern.equals(word);
    }
    String before = pattern.substring(0, at);
    String after = pattern.substring(at + 1);
    return word.length() >= before.length() + after.length()
        && word.startsWith(before)
        && word.endsWith(after);
  }

  /// The word, rewritten when it matches: `a.c` by `%.c` and `%.o` is `a.o`.
  static String substituted(String pattern, String replacement, String word) {
    if (!matches(pattern, word, '%')) {
      return word;
    }
    int at = pattern.indexOf('%');
    if (at < 0) {
      return replacement;
    }
    String stem = word.substring(at, word.length() - (pattern.length() - at - 1));
    return replacement.replace("%", stem);
  }
}
