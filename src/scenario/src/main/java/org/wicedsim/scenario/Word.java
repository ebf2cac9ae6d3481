package org.wicedsim.scenario;

import java.util.ArrayList;
import java.util.List;

/// A word of a line, with its quotes and escapes.
///
/// @param offset in the line, from 0
/// @param atComment whether a comment follows without a space
record Word(int offset, String raw, boolean atComment) {
  private static final char COMMENT = '#';
  private static final char NOT_UTF8 = '\uFFFD';

  /// Cuts a line into its words; leaves out the comment.
  static List<Word> split(String line) throws Mistake {
    List<Word> words = new ArrayList<>();
    int at = skipSpace(line, 0);
    while (at < line.length() && line.charAt(at) != COMMENT) {
      int end = line.charAt(at) == '"' ? endOfQuoted(line, at) : endOfBare(line, at);
      boolean atComment = end < line.length() && line.charAt(end) == COMMENT;
      words.add(new Word(at, line.substring(at, end), atComment));
      at = skipSpace(line, end);
    }
    return words;
  }

  boolean isQuoted() {
    return raw.startsWith("\"");
  }

  /// Where the word ends in its line.
  int end() {
    return offset + raw.length();
  }

  private static int skipSpace(String line, int from) {
    int at = from;
    while (at < line.length() && isSpace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int endOfBare(String line, int start) throws Mistake {
    int at = start;
    while (at < line.length() && !isSpace(line.charAt(at)) && line.charAt(at) != COMMENT) {
      if (line.charAt(at) == '"') {
        throw new Mistake(at, "expected the quotes around the whole text, not in its middle");
      }
      at = skip(line, at);
    }
    return at;
  }

  private static int endOfQuoted(String line, int start) throws Mistake {
    int at = start + 1;
    while (at < line.length() && line.charAt(at) != '"') {
      at = skip(line, at);
    }
    if (at == line.length()) {
      throw new Mistake(start, "expected a closing '\"' on the same line");
    }
    int end = at + 1;
    if (end < line.length() && !isSpace(line.charAt(end)) && line.charAt(end) != COMMENT) {
      throw new Mistake(end, "expected a space after the closing '\"'");
    }
    return end;
  }

  /// Passes over a character, and over what a backslash escapes.
  private static int skip(String line, int at) throws Mistake {
    char c = line.charAt(at);
    if (c == NOT_UTF8) {
      throw new Mistake(at, "expected text in UTF-8");
    }
    boolean escape = c == '\\' && at + 1 < line.length() && !isSpace(line.charAt(at + 1));
    return at + (escape ? 2 : 1);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
