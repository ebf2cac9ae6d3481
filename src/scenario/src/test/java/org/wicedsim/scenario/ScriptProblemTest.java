package org.wicedsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptProblemTest {
  private static ListAssert<String> assertProblemsOf(String text) {
    return assertThat(Scripts.problems(Scripts.parse(text)));
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        Arguments.of(
            "pres 1",
            "s:1:1: unknown command 'pres': expected press, release, tap, wait, type, expect or"
                + " quit; did you mean 'press'?"),
        Arguments.of(
            "PRESS 1",
            "s:1:1: unknown command 'PRESS': expected press, release, tap, wait, type, expect or"
                + " quit; did you mean 'press'?"),
        Arguments.of(
            "dance",
            "s:1:1: unknown command 'dance': expected press, release, tap, wait, type, expect or"
                + " quit"),
        Arguments.of(
            "\"press\" 1",
            "s:1:1: unknown command \"press\": expected press, release, tap, wait, type, expect or"
                + " quit"),
        Arguments.of("press", "s:1:6: expected a button from 1 to 2, but the line ends"),
        Arguments.of("press # 1", "s:1:6: expected a button from 1 to 2, but the line ends"),
        Arguments.of("press 0", "s:1:7: expected a button from 1 to 2, not '0'"),
        Arguments.of("press 3", "s:1:7: expected a button from 1 to 2, not '3'"),
        Arguments.of("press -1", "s:1:7: expected a button from 1 to 2, not '-1'"),
        Arguments.of("press one", "s:1:7: expected a button from 1 to 2, not 'one'"),
        Arguments.of(
            "press 99999999999", "s:1:7: expected a button from 1 to 2, not '99999999999'"),
        Arguments.of("press 1 2", "s:1:9: expected the end of the line, not '2'"),
        Arguments.of("quit now", "s:1:6: expected the end of the line, not 'now'"),
        Arguments.of("tap 1 0ms", "s:1:7: expected a time from 1ms, not '0ms'"),
        Arguments.of("wait", "s:1:5: expected a time such as 200ms or 2s, but the line ends"),
        Arguments.of(
            "wait 200",
            "s:1:6: expected a time such as 200ms or 2s, not '200': its unit is missing, ms or s"),
        Arguments.of("wait 0.5s", "s:1:6: expected a time such as 200ms or 2s, not '0.5s'"),
        Arguments.of(
            "wait 2 s",
            "s:1:6: expected a time such as 200ms or 2s, not '2': its unit is missing, ms or s"),
        Arguments.of("wait -1s", "s:1:6: expected a time such as 200ms or 2s, not '-1s'"),
        Arguments.of("wait 601s", "s:1:6: expected a time up to 600s, not '601s'"),
        Arguments.of("wait 600001ms", "s:1:6: expected a time up to 600s, not '600001ms'"),
        Arguments.of("type", "s:1:5: expected a text, but the line ends"),
        Arguments.of("type \"\"", "s:1:6: expected a text, not empty quotes"),
        Arguments.of(
            "type hello world",
            "s:1:12: expected the end of the text, not 'world': a text with spaces needs quotes"),
        Arguments.of("type \"hello", "s:1:6: expected a closing '\"' on the same line"),
        Arguments.of("type \"hello\\\"", "s:1:6: expected a closing '\"' on the same line"),
        Arguments.of("type \"a\"b", "s:1:9: expected a space after the closing '\"'"),
        Arguments.of(
            "type a\"b\"", "s:1:7: expected the quotes around the whole text, not in its middle"),
        Arguments.of(
            "type a#b",
            "s:1:7: expected a space before '#', which starts a comment; a text with '#' needs"
                + " quotes"),
        Arguments.of("type #b", "s:1:5: expected a text, but the line ends"),
        Arguments.of("type “a”", "s:1:6: expected straight quotes (\"), not “"),
        Arguments.of(
            "type \"a\\q\"",
            "s:1:8: unknown escape '\\q': expected \\n, \\r, \\t, \\\", \\\\, \\* or \\x and two hex"
                + " digits"),
        Arguments.of(
            "type a\\",
            "s:1:7: unknown escape '\\': expected \\n, \\r, \\t, \\\", \\\\, \\* or \\x and two hex"
                + " digits"),
        Arguments.of("type \"\\x8\"", "s:1:7: expected \\x and two hex digits, from 00 to 7F"),
        Arguments.of("type \"\\xFF\"", "s:1:7: expected \\x and two hex digits, from 00 to 7F"),
        Arguments.of(
            "type " + "x".repeat(65),
            "s:1:6: expected at most 64 octets, which is what the console's receive buffer holds, not"
                + " 65: type in parts, with a wait between them"),
        Arguments.of(
            "type " + "\u00FC".repeat(33),
            "s:1:6: expected at most 64 octets, which is what the console's receive buffer holds, not"
                + " 66: type in parts, with a wait between them"),
        Arguments.of("type \uFFFD", "s:1:6: expected text in UTF-8"),
        Arguments.of("expect", "s:1:7: expected led, sent, answer or console, but the line ends"),
        Arguments.of(
            "expect snet W*",
            "s:1:8: unknown expectation 'snet': expected led, sent, answer or console; did you mean"
                + " 'sent'?"),
        Arguments.of("expect led 3 on", "s:1:12: expected an LED from 1 to 2, not '3'"),
        Arguments.of("expect led 1", "s:1:13: expected on or off, but the line ends"),
        Arguments.of("expect led 1 onn", "s:1:14: unknown LED state 'onn': expected on or off"),
        Arguments.of(
            "expect led 1 on withn 2s",
            "s:1:17: unknown word 'withn': expected within; did you mean 'within'?"),
        Arguments.of(
            "expect led 1 on within",
            "s:1:23: expected a time such as 200ms or 2s, but the line ends"),
        Arguments.of(
            "expect led 1 on within 2s please",
            "s:1:27: expected the end of the line, not 'please'"),
        Arguments.of("expect sent", "s:1:12: expected a text, but the line ends"),
        Arguments.of(
            "expect console hello world",
            "s:1:22: expected the end of the text, not 'world': a text with spaces needs quotes"),
        Arguments.of(
            "expect console \"a\\nb\"",
            "s:1:16: expected text of one line: what is on two lines needs two expectations"),
        // A column counts characters as people see them, whatever their encoding takes.
        Arguments.of("type \"\uD83D\uDCA1\" x", "s:1:10: expected the end of the line, not 'x'"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void aProblemNamesThePlaceAndWhatWasExpected(String line, String problem) {
    assertProblemsOf(line).containsExactly(problem);
  }

  @Test
  void everyBadLineIsNamed() {
    assertProblemsOf("prss 1\npress 1\npress 9\nwait 5")
        .containsExactly(
            "s:1:1: unknown command 'prss': expected press, release, tap, wait, type, expect or quit;"
                + " did you mean 'press'?",
            "s:3:7: expected a button from 1 to 2, not '9'",
            "s:4:6: expected a time such as 200ms or 2s, not '5': its unit is missing, ms or s");
  }

  @Test
  void whatFollowsQuitIsCheckedToo() {
    assertProblemsOf("quit\ndance").hasSize(1);
  }

  @Test
  void aLineThatIsTooLongIsRefused() {
    assertProblemsOf("#".repeat(1001))
        .containsExactly("s:1:1001: expected at most 1000 characters a line");
  }

  @Test
  void aScriptWithTooManyLinesIsRefused() {
    assertProblemsOf("\n".repeat(10_001))
        .containsExactly("s:10001:1: expected at most 10000 lines");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    InputStream large = new ByteArrayInputStream(new byte[ScriptParser.MAX_FILE_OCTETS + 1]);

    ParsedScript parsed = ScriptParser.read("-", large, Scripts.BOARD);

    assertThat(Scripts.problems(parsed)).containsExactly("-: expected at most 1048576 octets");
  }

  @Test
  void aFileThatIsNotThereIsRefused(@TempDir Path folder) {
    String file = folder.resolve("s.txt").toString();

    ParsedScript parsed = ScriptParser.read(file, InputStream.nullInputStream(), Scripts.BOARD);

    assertThat(Scripts.problems(parsed))
        .containsExactly(
            file + ": expected a script, but it cannot be read: there is no such file");
  }

  @Test
  void aFolderIsRefused(@TempDir Path folder) {
    ParsedScript parsed =
        ScriptParser.read(folder.toString(), InputStream.nullInputStream(), Scripts.BOARD);

    assertThat(Scripts.problems(parsed))
        .containsExactly(folder + ": expected a script, but it cannot be read: it is a folder");
  }

  @Test
  void standardInputThatCannotBeReadIsRefused() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();

    ParsedScript parsed = ScriptParser.read("-", closed, Scripts.BOARD);

    assertThat(Scripts.problems(parsed))
        .containsExactly("-: expected a script, but it cannot be read: Stream closed");
  }

  // What Notepad saves as "Unicode".
  @Test
  void aTextInUtf16IsRefused() {
    InputStream in = new ByteArrayInputStream("\uFEFFquit\n".getBytes(StandardCharsets.UTF_16LE));

    ParsedScript parsed = ScriptParser.read("-", in, Scripts.BOARD);

    assertThat(Scripts.problems(parsed)).first().isEqualTo("-:1:1: expected text in UTF-8");
  }
}
