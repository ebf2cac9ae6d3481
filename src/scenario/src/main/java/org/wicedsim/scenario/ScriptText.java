package org.wicedsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Texts in scripts, bare or in quotes; escapes work in both.
final class ScriptText {
  private static final String CURLY_QUOTES = "“”„‘’";
  private static final int DELETE = 0x7F;

  private ScriptText() {}

  /// Reads a text in which `*` is a character like any other.
  static String parse(Word word) throws Mistake {
    return parts(word, false).getFirst();
  }

  /// Reads a text in which `*` stands for any run of characters.
  static TextPattern parsePattern(Word word) throws Mistake {
    List<String> parts = parts(word, true);
    List<String> tidy = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean outer = i == 0 || i == parts.size() - 1;
      if (outer || !parts.get(i).isEmpty()) { // Two * in a row are one.
        tidy.add(parts.get(i));
      }
    }
    return new TextPattern(tidy);
  }

  static String write(String text) {
    return isPlain(text) ? text : quote(escape(text));
  }

  static String write(TextPattern pattern) {
    boolean bare = pattern.parts().stream().noneMatch(part -> part.contains("*"));
    String stars = String.join("*", pattern.parts());
    if (bare && isPlain(stars)) {
      return stars;
    }
    return quote(
        pattern.parts().stream()
            .map(part -> escape(part).replace("*", "\\*"))
            .collect(Collectors.joining("*")));
  }

  private static List<String> parts(Word word, boolean stars) throws Mistake {
    String raw = word.raw();
    boolean quoted = word.isQuoted();
    if (!quoted && CURLY_QUOTES.indexOf(raw.charAt(0)) >= 0) {
      throw new Mistake(word.offset(), "expected straight quotes (\"), not " + raw.charAt(0));
    }
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int end = quoted ? raw.length() - 1 : raw.length();
    for (int i = quoted ? 1 : 0; i < end; i++) {
      char c = raw.charAt(i);
      if (c == '*' && stars) {
        parts.add(part.toString());
        part.setLength(0);
      } else if (c == '\\') {
        part.append(escaped(word, i, end));
        i += raw.charAt(i + 1) == 'x' ? 3 : 1;
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    if (parts.equals(List.of(""))) {
      throw new Mistake(word.offset(), "expected a text, not empty quotes");
    }
    return parts;
  }

  private static char escaped(Word word, int backslash, int end) throws Mistake {
    String name = word.raw().substring(backslash + 1, Math.min(backslash + 2, end));
    return switch (name) {
      case "n" -> '\n';
      case "r" -> '\r';
      case "t" -> '\t';
      case "\"", "\\", "*" -> name.charAt(0);
      case "x" -> hex(word, backslash, end);
      default ->
          throw new Mistake(
              word.offset() + backslash,
              "unknown escape '\\%s': expected \\n, \\r, \\t, \\\", \\\\, \\* or \\x and two hex digits"
                  .formatted(name));
    };
  }

  private static char hex(Word word, int backslash, int end) throws Mistake {
    String digits = word.raw().substring(backslash + 2, Math.min(backslash + 4, end));
    if (!digits.matches("[0-7][0-9A-Fa-f]")) {
      throw new Mistake(
          word.offset() + backslash, "expected \\x and two hex digits, from 00 to 7F");
    }
    return (char) Integer.parseInt(digits, 16);
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && CURLY_QUOTES.indexOf(text.charAt(0)) < 0
        && text.chars().allMatch(c -> c > ' ' && c != '"' && c != '#' && c != '\\' && c != DELETE);
  }

  private static String quote(String escaped) {
    return '"' + escaped + '"';
  }

  private static String escape(String text) {
    return text.chars().mapToObj(c -> escape((char) c)).collect(Collectors.joining());
  }

  private static String escape(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> c < ' ' || c == DELETE ? "\\x%02X".formatted((int) c) : String.valueOf(c);
    };
  }
}
