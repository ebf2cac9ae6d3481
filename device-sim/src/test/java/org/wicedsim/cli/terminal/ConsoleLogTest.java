package org.wicedsim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.Octets;

class ConsoleLogTest {
  private static ConsoleLog printed(String... texts) {
    ConsoleLog log = ConsoleLog.EMPTY;
    for (String text : texts) {
      log = log.printed(Octets.of(text));
    }
    return log;
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\ntwo\n", "one\r\ntwo\r\n", "one\n\rtwo\n\r"})
  void everyLineEndOfFirmwareEndsALine(String text) {
    assertThat(printed(text).shown()).containsExactly("one", "two");
  }

  @Test
  void aLineCutInPiecesIsOneLine() {
    assertThat(printed("Plat", "form\r", "\nini").shown()).containsExactly("Platform", "ini");
  }

  @Test
  void anEmptyLineStays() {
    assertThat(printed("a\n\nb\n").shown()).containsExactly("a", "", "b");
  }

  @Test
  void carriageReturnStartsTheLineAnew() {
    assertThat(printed("10%\r", "100%").shown()).containsExactly("100%");
  }

  @Test
  void carriageReturnAloneEffacesNothing() {
    assertThat(printed("10%\r").shown()).containsExactly("10%");
  }

  @Test
  void backspaceTakesAWholeCharacterBack() {
    assertThat(printed("a😀\bb\b\b\b\bc").shown()).containsExactly("c");
  }

  @Test
  void aTabGoesToTheNextMultipleOfEightColumns() {
    assertThat(printed("ab\tc\n中\td").shown()).containsExactly("ab      c", "中      d");
  }

  @Test
  void otherControlCharactersAreShown() {
    assertThat(printed("\033[2J\007\n").shown()).containsExactly("␛[2J␇");
  }

  @Test
  void aCharacterCutBetweenTwoWritesIsWhole() {
    byte[] octets = "中".getBytes(StandardCharsets.UTF_8);

    ConsoleLog log =
        ConsoleLog.EMPTY.printed(Octets.of(octets, 0, 2)).printed(Octets.of(octets, 2, 1));

    assertThat(log.shown()).containsExactly("中");
  }

  @Test
  void octetsThatAreNotUtf8AreReplaced() {
    ConsoleLog log = ConsoleLog.EMPTY.printed(Octets.of(new byte[] {'a', (byte) 0xFF, 'b'}));

    assertThat(log.shown()).containsExactly("a\uFFFDb");
  }

  @Test
  void onlyTheLastLinesAreKept() {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, ConsoleLog.MAX_LINES + 5).forEach(i -> text.append(i).append('\n'));

    ConsoleLog log = printed(text.toString());

    assertThat(log.lines()).hasSize(ConsoleLog.MAX_LINES).startsWith("5", "6");
    assertThat(log.dropped()).isEqualTo(5);
    assertThat(log.end()).isEqualTo(ConsoleLog.MAX_LINES + 5L);
  }

  @Test
  void aLineWithoutEndIsBroken() {
    assertThat(printed("x".repeat(ConsoleLog.MAX_LINE_CHARS + 1)).shown())
        .containsExactly("x".repeat(ConsoleLog.MAX_LINE_CHARS), "x");
  }

  @Test
  void clearedLogGoesOnCountingLines() {
    ConsoleLog cleared = printed("a\nb\nc").cleared();

    assertThat(cleared.shown()).isEmpty();
    assertThat(cleared.printed(Octets.of("d\n")).end()).isEqualTo(4);
  }
}
