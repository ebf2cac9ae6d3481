package org.wicedsim.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wicedsim.hal.BoardDescription;

/// Reads scripts, one command a line; `docs/scripts.md` describes the language.
///
/// A script is checked as a whole before any of it runs, against the board that it shall run on.
public final class ScriptParser {
  /// The name that stands for standard input.
  public static final String STANDARD_INPUT = "-";

  /// How long an expectation waits unless its line says `within`.
  public static final Duration DEFAULT_WITHIN = Duration.ofSeconds(2);

  /// How long a tap lasts unless its line says so.
  public static final Duration DEFAULT_HOLD = Duration.ofMillis(50);

  /// The longest time that a line can name.
  public static final Duration MAX_TIME = Duration.ofMinutes(10);

  /// The longest line.
  public static final int MAX_LINE_CHARS = 1000;

  /// The longest script.
  public static final int MAX_LINES = 10_000;

  /// The largest script file.
  public static final int MAX_FILE_OCTETS = 1 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ScriptParser() {}

  /// Reads a script file, or standard input to its end: with steps that arrive line by line,
  /// nothing runs before the last one.
  ///
  /// @param file the path of the file, or [#STANDARD_INPUT]
  /// @param standardInput is read only when `file` names it, and is not closed
  public static ParsedScript read(String file, InputStream standardInput, BoardDescription board) {
    byte[] octets;
    try {
      octets = file.equals(STANDARD_INPUT) ? readSome(standardInput) : readFile(file);
    } catch (IOException | InvalidPathException e) {
      return refused(file, "expected a script, but it cannot be read: " + e.getMessage());
    }
    if (octets.length > MAX_FILE_OCTETS) {
      return refused(file, "expected at most %d octets".formatted(MAX_FILE_OCTETS));
    }
    return parse(file, new String(octets, StandardCharsets.UTF_8), board);
  }

  /// Reads the text of a script.
  ///
  /// @param file its name, for messages
  public static ParsedScript parse(String file, String text, BoardDescription board) {
    String marked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    List<String> lines = marked.lines().toList();
    List<PlacedStep> steps = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < Math.min(lines.size(), MAX_LINES); i++) {
      String line = lines.get(i);
      try {
        List<Word> words = words(line);
        if (!words.isEmpty()) {
          Step step = LineParser.parse(words, board);
          steps.add(new PlacedStep(i + 1, column(line, words.getFirst().offset()), step));
        }
      } catch (Mistake e) {
        problems.add(new Problem(file, i + 1, column(line, e.offset()), e.text()));
      }
    }
    if (lines.size() > MAX_LINES) {
      problems.add(
          new Problem(file, MAX_LINES + 1, 1, "expected at most %d lines".formatted(MAX_LINES)));
    }
    return problems.isEmpty()
        ? new ParsedScript.Legal(new Script(file, steps))
        : new ParsedScript.Refused(problems);
  }

  private static byte[] readFile(String file) throws IOException {
    Path path = Path.of(file);
    if (!Files.exists(path)) {
      throw new IOException("there is no such file");
    }
    if (Files.isDirectory(path)) {
      throw new IOException("it is a folder");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return readSome(in);
    }
  }

  private static byte[] readSome(InputStream in) throws IOException {
    return in.readNBytes(MAX_FILE_OCTETS + 1);
  }

  private static List<Word> words(String line) throws Mistake {
    if (line.length() > MAX_LINE_CHARS) {
      throw new Mistake(
          MAX_LINE_CHARS, "expected at most %d characters a line".formatted(MAX_LINE_CHARS));
    }
    return Word.split(line);
  }

  private static int column(String line, int offset) {
    return 1 + line.codePointCount(0, offset);
  }

  private static ParsedScript refused(String file, String message) {
    return new ParsedScript.Refused(List.of(new Problem(file, 0, 0, message)));
  }
}
