package org.wicedsim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  @Test
  void controlCharactersBecomeTheirPictures() {
    assertThat(Text.safe("\033[31mred\007\0\177")).isEqualTo("␛[31mred␇␀␡");
  }

  /// U+009B is CSI in one octet, U+009D is OSC.
  @Test
  void theControlCharactersBeyondAsciiAreReplaced() {
    assertThat(Text.safe("\u009B31m\u009D0;title\u0085")).isEqualTo("\uFFFD31m\uFFFD0;title\uFFFD");
  }

  @Test
  void whatSteersDirectionAndJoiningIsLeftOut() {
    assertThat(Text.safe("a\u202Eb\u2066c\u200Dd\uFEFFe\u00ADf")).isEqualTo("abcdef");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2028", "\u2029", "\uE000", "\uFFFF", "\uD800", "\uDC00"})
  void whatNobodyCanShowIsReplaced(String odd) {
    assertThat(Text.safe(odd)).isEqualTo("\uFFFD");
  }

  @Test
  void aMarkStaysOnItsLetter() {
    assertThat(Text.safe("e\u0301")).isEqualTo("e\u0301");
  }

  @Test
  void aMarkWithoutALetterIsLeftOut() {
    assertThat(Text.safe("\u0301a \u0301b")).isEqualTo("a b");
  }

  @Test
  void aLetterCarriesTwoMarksAtMost() {
    assertThat(Text.safe("e" + "\u0301".repeat(50))).isEqualTo("e\u0301\u0301");
  }

  /// Terminals disagree about the width of what these make of the character before them.
  @Test
  void whatRecoloursOrWidensAnEmojiIsLeftOut() {
    assertThat(Text.safe("\u2764\uFE0F 👍🏽")).isEqualTo("\u2764 👍");
  }

  @Test
  void aFlagBecomesItsLetters() {
    assertThat(Text.safe("🇨🇭")).isEqualTo("CH");
  }

  @Test
  void safeTextStaysAsItIs() {
    String safe = Text.safe("\033]0;x\007 é 中 😀 e\u0301 \u202E\u009B");

    assertThat(Text.safe(safe)).isEqualTo(safe);
  }

  @ParameterizedTest
  @CsvSource({"abc, 3", "中文, 4", "😀, 2", "e\u0301, 1", "'', 0", "│●, 2"})
  void widthCountsColumns(String text, int columns) {
    assertThat(Text.width(text)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({"abcdef, 6, abcdef", "abcdef, 5, abcd…", "中文字, 6, 中文字", "中文字, 5, 中文…", "中文字, 4, 中…"})
  void cutKeepsWhatFitsBesideTheEllipsis(String text, int columns, String cut) {
    assertThat(Text.cut(text, columns, "…")).isEqualTo(cut);
  }

  @Test
  void cutToLessThanTheEllipsisKeepsText() {
    assertThat(Text.cut("abcdef", 2, "...")).isEqualTo("ab");
  }

  @Test
  void cutToNothingIsEmpty() {
    assertThat(Text.cut("abcdef", 0, "…")).isEmpty();
  }

  @Test
  void wrapBreaksWhereTheRowIsFull() {
    assertThat(Text.wrap("abcdefg", 3)).containsExactly("abc", "def", "g");
  }

  @Test
  void wrapNeverHalvesAWideCharacter() {
    assertThat(Text.wrap("a中文字", 4)).containsExactly("a中", "文字");
  }

  @Test
  void wrapKeepsAMarkOnItsLetterAtTheEdge() {
    assertThat(Text.wrap("abe\u0301d", 3)).containsExactly("abe\u0301", "d");
  }

  @Test
  void wrapOfNothingIsOneEmptyRow() {
    assertThat(Text.wrap("", 10)).containsExactly("");
  }

  /// A wide character could never be placed in one column.
  @Test
  void wrapTakesTooNarrowARowAsTwoColumns() {
    assertThat(Text.wrap("中文", 0)).containsExactly("中", "文");
  }

  @Test
  void wrapWordsBreaksBetweenWords() {
    assertThat(Text.wrapWords("check that  the server runs", 10))
        .containsExactly("check that", "the server", "runs");
  }

  @Test
  void wrapWordsBreaksAWordThatIsLongerThanARow() {
    assertThat(Text.wrapWords("at resources/certificates", 10))
        .containsExactly("at", "resources/", "certificat", "es");
  }
}
