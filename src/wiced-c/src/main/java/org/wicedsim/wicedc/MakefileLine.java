package org.wicedsim.wicedc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// A line of a makefile: with the lines that continue it, and without its comment.
///
/// @param number of its first line, from 1
/// @param tabbed whether it begins with a tabulator, as the lines of a recipe do
record MakefileLine(int number, String text, boolean tabbed) {
  /// The lines that are not empty.
  ///
  /// @param brokenContinuation is told the lines that end in a backslash and blanks behind it: GNU
  ///   make takes these for no continuation, which nobody wants; here the blanks do no harm
  static List<MakefileLine> of(String makefile, IntConsumer brokenContinuation) {
    List<MakefileLine> lines = new ArrayList<>();
    StringBuilder joined = new StringBuilder();
    int number = 0;
    int first = 1;
    boolean continued = false;
    for (String raw : makefile.lines().toList()) {
      number++;
      String line = raw.stripTrailing();
      boolean continues = endsInContinuation(line);
      if (continues && line.length() < raw.length()) {
        brokenContinuation.accept(number);
      }
      if (!continued) {
        first = number;
      }
      String part = continues ? line.substring(0, line.length() - 1) : line;
      joined.append(continued ? " " + part.strip() : part);
      continued = continues;
      if (!continued) {
        add(lines, first, joined.toString());
        joined.setLength(0);
      }
    }
    add(lines, first, joined.toString());
    return lines;
  }

  private static void add(List<MakefileLine> lines, int number, String joined) {
    String text = withoutComment(joined).strip();
    if (!text.isEmpty()) {
      lines.add(new MakefileLine(number, text, joined.startsWith("\t")));
    }
  }

  private static boolean endsInContinuation(String line) {
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static String withoutComment(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '#') {
        break;
      }
      if (c == '\\' && line.startsWith("#", i + 1)) {
        i++;
        c = '#';
      }
      text.append(c);
    }
    return text.toString();
  }
}
