package org.wicedsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptParserTest {
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  private static ListAssert<Step> assertStepsOf(String text) {
    return assertSteps(Scripts.parse(text));
  }

  private static ListAssert<Step> assertSteps(ParsedScript parsed) {
    return assertThat(Scripts.steps(Scripts.script(parsed)));
  }

  private static TextPattern pattern(String... parts) {
    return new TextPattern(List.of(parts));
  }

  @Test
  void everyCommandIsRead() {
    String text =
        """
        press 1
        release 1
        tap 2 70ms
        wait 200ms
        type "text"
        expect led 1 on within 3s
        expect sent W*050001 within 2s
        expect answer A*050001 within 2s
        expect console "text" within 2s
        quit
        """;

    assertStepsOf(text)
        .containsExactly(
            new Step.Press(1),
            new Step.Release(1),
            new Step.Tap(2, Duration.ofMillis(70)),
            new Step.Wait(Duration.ofMillis(200)),
            new Step.Type("text"),
            new Step.ExpectLed(1, true, Duration.ofSeconds(3)),
            new Step.ExpectSent(pattern("W", "050001"), TWO_SECONDS),
            new Step.ExpectAnswer(pattern("A", "050001"), TWO_SECONDS),
            new Step.ExpectConsole(pattern("text"), TWO_SECONDS),
            new Step.Quit());
  }

  @Test
  void aTapLastsFiftyMillisecondsUnlessTold() {
    assertStepsOf("tap 1").containsExactly(new Step.Tap(1, Duration.ofMillis(50)));
  }

  @Test
  void anExpectationWaitsTwoSecondsUnlessTold() {
    assertStepsOf("expect led 2 off").containsExactly(new Step.ExpectLed(2, false, TWO_SECONDS));
  }

  @Test
  void anExpectationMayLookWithoutWaiting() {
    assertStepsOf("expect led 2 off within 0ms")
        .containsExactly(new Step.ExpectLed(2, false, Duration.ZERO));
  }

  @Test
  void aStepKnowsItsLineAndColumn() {
    Script script = Scripts.script("# first\n\n  press 1\n\ttap 2\n");

    assertThat(script.steps())
        .containsExactly(
            new PlacedStep(3, 3, new Step.Press(1)),
            new PlacedStep(4, 2, new Step.Tap(2, Duration.ofMillis(50))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing", "   \t ", "\uFEFF", "\r\n\r\n"})
  void aTextWithoutCommandsIsAScriptWithoutSteps(String text) {
    assertStepsOf(text).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "press 1\nquit",
        "press 1\r\nquit\r\n",
        "press 1\rquit",
        "\uFEFFpress 1\nquit\n",
        "\tpress\t1\t\nquit",
        "press 1 # a comment\nquit # another",
        "press 1# a comment\nquit# another",
      })
  void lineEndsByteOrderMarkTabsAndCommentsMakeNoDifference(String text) {
    assertStepsOf(text).containsExactly(new Step.Press(1), new Step.Quit());
  }

  @Test
  void aCommentMaySpeakAnyLanguage() {
    byte[] latin1 = "press 1 # gedr\u00FCckt".getBytes(StandardCharsets.ISO_8859_1);
    InputStream in = new ByteArrayInputStream(latin1);

    ParsedScript parsed = ScriptParser.read("-", in, Scripts.BOARD);

    assertSteps(parsed).containsExactly(new Step.Press(1));
  }

  @Test
  void aHashInQuotesIsText() {
    assertStepsOf("type \"a # b\" # comment").containsExactly(new Step.Type("a # b"));
  }

  @Test
  void escapesAreRead() {
    assertStepsOf("type \"\\n\\r\\t\\\"\\\\\\*\\x1B\"")
        .containsExactly(new Step.Type("\n\r\t\"\\*\u001B"));
  }

  // Otherwise `type hello\n` would type a backslash and an n without a word.
  @Test
  void escapesAreReadInBareTextToo() {
    assertStepsOf("type hello\\n").containsExactly(new Step.Type("hello\n"));
  }

  @Test
  void aStarIsTypedAsItIs() {
    assertStepsOf("type a*b").containsExactly(new Step.Type("a*b"));
  }

  @Test
  void anEscapedStarStandsForItself() {
    assertStepsOf("expect console \"\\*\\* *\" within 2s")
        .containsExactly(new Step.ExpectConsole(pattern("** ", ""), TWO_SECONDS));
  }

  @Test
  void starsInARowAreOne() {
    assertStepsOf("expect sent W**1")
        .containsExactly(new Step.ExpectSent(pattern("W", "1"), TWO_SECONDS));
  }

  @Test
  void aTextMayReadAsAKeyword() {
    assertStepsOf("expect console within within 1s")
        .containsExactly(new Step.ExpectConsole(pattern("within"), Duration.ofSeconds(1)));
  }

  @Test
  void aScriptIsReadFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("s.txt"), "quit\n");

    ParsedScript parsed =
        ScriptParser.read(file.toString(), InputStream.nullInputStream(), Scripts.BOARD);

    assertSteps(parsed).containsExactly(new Step.Quit());
  }

  @Test
  void aDashReadsStandardInputToItsEnd() {
    InputStream in = new ByteArrayInputStream("press 1\nquit\n".getBytes(StandardCharsets.UTF_8));

    ParsedScript parsed = ScriptParser.read("-", in, Scripts.BOARD);

    assertSteps(parsed).hasSize(2);
  }

  @Test
  void theLongestScriptIsRead() {
    assertStepsOf("quit\n".repeat(ScriptParser.MAX_LINES)).hasSize(ScriptParser.MAX_LINES);
  }

  @Test
  void theLongestLineIsRead() {
    String line = "press 1 #";
    assertStepsOf(line + "x".repeat(ScriptParser.MAX_LINE_CHARS - line.length())).hasSize(1);
  }
}
