package org.wicedsim.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.DidYouMean;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Uart;

/// Reads the words of one line, from left to right, as a step.
final class LineParser {
  private enum Command {
    PRESS,
    RELEASE,
    TAP,
    WAIT,
    TYPE,
    EXPECT,
    QUIT
  }

  private enum Subject {
    LED,
    SENT,
    ANSWER,
    CONSOLE
  }

  private enum Light {
    ON,
    OFF
  }

  private enum Limit {
    WITHIN
  }

  private final List<Word> words;
  private final BoardDescription board;
  private int next;

  private LineParser(List<Word> words, BoardDescription board) {
    this.words = words;
    this.board = board;
  }

  /// Reads a line that has at least one word.
  static Step parse(List<Word> words, BoardDescription board) throws Mistake {
    LineParser line = new LineParser(words, board);
    Step step = line.command();
    if (!line.isAtEnd()) {
      throw line.mistake("expected the end of the line, not %s".formatted(line.shown()));
    }
    return step;
  }

  private Step command() throws Mistake {
    return switch (keyword(Command.class, "command")) {
      case PRESS -> new Step.Press(button());
      case RELEASE -> new Step.Release(button());
      case TAP -> new Step.Tap(button(), isAtEnd() ? ScriptParser.DEFAULT_HOLD : hold());
      case WAIT -> new Step.Wait(time());
      case TYPE -> new Step.Type(typed());
      case EXPECT -> expectation();
      case QUIT -> new Step.Quit();
    };
  }

  private Step expectation() throws Mistake {
    return switch (keyword(Subject.class, "expectation")) {
      case LED -> new Step.ExpectLed(led(), isLit(), within());
      case SENT -> new Step.ExpectSent(pattern(), within());
      case ANSWER -> new Step.ExpectAnswer(pattern(), within());
      case CONSOLE -> new Step.ExpectConsole(consolePattern(), within());
    };
  }

  private int button() throws Mistake {
    return number("a button", board.buttons().size());
  }

  private int led() throws Mistake {
    return number("an LED", board.leds().size());
  }

  private boolean isLit() throws Mistake {
    return keyword(Light.class, "LED state") == Light.ON;
  }

  private Duration within() throws Mistake {
    if (isAtEnd()) {
      return ScriptParser.DEFAULT_WITHIN;
    }
    keyword(Limit.class, "word");
    return time();
  }

  private Duration hold() throws Mistake {
    Duration hold = time();
    if (hold.isZero()) {
      next--;
      throw mistake("expected a time from 1ms, not %s".formatted(shown()));
    }
    return hold;
  }

  private Duration time() throws Mistake {
    Word word = take("a time such as 200ms or 2s");
    try {
      return ScriptTime.parse(word.raw());
    } catch (IllegalArgumentException e) {
      throw new Mistake(word.offset(), String.valueOf(e.getMessage()));
    }
  }

  private String typed() throws Mistake {
    Word word = text();
    String text = ScriptText.parse(word);
    int octets = Octets.of(text).length();
    if (octets > Uart.RECEIVE_BUFFER_OCTETS) {
      throw new Mistake(
          word.offset(),
          "expected at most %d octets, which is what the console's receive buffer holds, not %d: type"
                  .formatted(Uart.RECEIVE_BUFFER_OCTETS, octets)
              + " in parts, with a wait between them");
    }
    return text;
  }

  private TextPattern pattern() throws Mistake {
    return ScriptText.parsePattern(text());
  }

  private TextPattern consolePattern() throws Mistake {
    Word word = text();
    TextPattern pattern = ScriptText.parsePattern(word);
    if (pattern.parts().stream().anyMatch(part -> part.contains("\n"))) {
      throw new Mistake(
          word.offset(), "expected text of one line: what is on two lines needs two expectations");
    }
    return pattern;
  }

  private Word text() throws Mistake {
    Word word = take("a text");
    if (word.atComment() && !word.isQuoted()) {
      throw new Mistake(
          word.end(),
          "expected a space before '#', which starts a comment; a text with '#' needs quotes");
    }
    if (!isAtEnd() && !word.isQuoted() && !peek().raw().equals("within")) {
      throw mistake(
          "expected the end of the text, not %s: a text with spaces needs quotes"
              .formatted(shown()));
    }
    return word;
  }

  private int number(String what, int max) throws Mistake {
    Word word = take("%s from 1 to %d".formatted(what, max));
    int number = word.raw().matches("[0-9]{1,4}") ? Integer.parseInt(word.raw()) : 0;
    if (number < 1 || number > max) {
      next--;
      throw mistake("expected %s from 1 to %d, not %s".formatted(what, max, shown()));
    }
    return number;
  }

  private <E extends Enum<E>> E keyword(Class<E> type, String noun) throws Mistake {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    List<String> names = constants.stream().map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    Word word = take(oneOf(names));
    int index = names.indexOf(word.raw());
    if (index >= 0) {
      return constants.get(index);
    }
    next--;
    throw mistake(
        "unknown %s %s: expected %s%s"
            .formatted(
                noun,
                shown(),
                oneOf(names),
                DidYouMean.of(word.raw(), names).stream()
                    .findFirst()
                    .map("; did you mean '%s'?"::formatted)
                    .orElse("")));
  }

  private static String oneOf(List<String> names) {
    int last = names.size() - 1;
    return names.stream().limit(last).collect(Collectors.joining(", "))
        + (last > 0 ? " or " : "")
        + names.get(last);
  }

  private Word take(String expected) throws Mistake {
    if (isAtEnd()) {
      throw new Mistake(
          words.getLast().end(), "expected %s, but the line ends".formatted(expected));
    }
    return words.get(next++);
  }

  private boolean isAtEnd() {
    return next == words.size();
  }

  private Word peek() {
    return words.get(next);
  }

  private Mistake mistake(String message) {
    return new Mistake(peek().offset(), message);
  }

  private String shown() {
    return peek().isQuoted() ? peek().raw() : "'%s'".formatted(peek().raw());
  }
}
