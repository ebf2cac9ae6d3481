package org.wicedsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.BoardFileException;

/// What the tests of scripts share.
final class Scripts {
  /// The board that scripts are written for: the course's, with two buttons and two LEDs.
  static final BoardDescription BOARD = board();

  private Scripts() {}

  static ParsedScript parse(String text) {
    return ScriptParser.parse("s", text, BOARD);
  }

  /// A script that must be legal.
  static Script script(String text) {
    return script(parse(text));
  }

  static Script script(ParsedScript parsed) {
    assertThat(parsed).isInstanceOf(ParsedScript.Legal.class);
    return ((ParsedScript.Legal) parsed).script();
  }

  static List<Step> steps(Script script) {
    return script.steps().stream().map(PlacedStep::step).toList();
  }

  /// The problems of a script that must be refused, as they are printed.
  static List<String> problems(ParsedScript parsed) {
    assertThat(parsed).isInstanceOf(ParsedScript.Refused.class);
    return ((ParsedScript.Refused) parsed).problems().stream().map(Problem::toString).toList();
  }

  private static BoardDescription board() {
    try {
      return BoardFile.shipped(BoardFile.DEFAULT);
    } catch (BoardFileException e) {
      throw new IllegalStateException(e);
    }
  }
}
