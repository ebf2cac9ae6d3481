package org.wicedsim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDecoderTest {
  private static List<Key> keys(String... pieces) {
    KeyDecoder decoder = new KeyDecoder();
    List<Key> keys = new ArrayList<>();
    for (String piece : pieces) {
      piece.chars().forEach(unit -> decoder.feed((char) unit).ifPresent(keys::add));
      decoder.timedOut().ifPresent(keys::add);
    }
    return keys;
  }

  @Test
  void plainCharactersAreThemselves() {
    assertThat(keys("1!é")).containsExactly(written("1"), written("!"), written("é"));
  }

  @Test
  void aCharacterOfTwoUnitsIsOneKey() {
    assertThat(keys("😀")).containsExactly(written("😀"));
  }

  @Test
  void controlCharactersWithANameAreKeys() {
    assertThat(keys("\r\n\b\177\003"))
        .containsExactly(
            Key.Named.ENTER,
            Key.Named.ENTER,
            Key.Named.BACKSPACE,
            Key.Named.BACKSPACE,
            Key.Named.INTERRUPT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\001", // Ctrl-A
        "\032", // Ctrl-Z
        "\033[A", // up
        "\033OA", // up, as an application keypad sends it
        "\033OP", // F1
        "\033[15~", // F5
        "\033x", // Alt-x
        "\033[120;5u", // Ctrl-x, kitty
        "\033[113;3u", // Alt-q, kitty
        "\033[57441;2u", // left Shift, kitty
        "\033[113;1:3u", // q let go, kitty
        "\033[13;1:3u", // Enter let go, kitty
        "\033[5;1:3~", // page up let go, kitty
        "\033[?62;22c", // device attributes
        "\033[9999999999u",
        "\033[;;u"
      })
  void whatMeansNothingHereIsLeftOut(String sequence) {
    assertThat(keys(sequence + "q")).containsExactly(written("q"));
  }

  @Test
  void pageKeysAreKnown() {
    assertThat(keys("\033[5~\033[6~")).containsExactly(Key.Named.PAGE_UP, Key.Named.PAGE_DOWN);
  }

  @Test
  void anEscapeIsTheKeyOnceNothingFollows() {
    assertThat(keys("\033", "q")).containsExactly(Key.Named.ESCAPE, written("q"));
  }

  @Test
  void anEscapeBeforeASequenceIsTheKey() {
    assertThat(keys("\033\033[5~")).containsExactly(Key.Named.ESCAPE, Key.Named.PAGE_UP);
  }

  @Test
  void aSequenceThatStopsShortIsLeftOut() {
    assertThat(keys("\033[5", "q")).containsExactly(written("q"));
  }

  @Test
  void aSequenceWithoutEndIsLeftOutWhole() {
    assertThat(keys("\033[" + "1".repeat(1_000) + "uq")).containsExactly(written("q"));
  }

  @Test
  void theAnswerToTheQueryOffersKeyReleases() {
    assertThat(keys("\033[?0u")).containsExactly(Key.Named.KEYS_RELEASE_OFFERED);
  }

  @Test
  void aDigitGoesDownAndUp() {
    assertThat(keys("\033[49;;49u\033[49;1:2;49u\033[49;1:3u"))
        .containsExactly(
            new Key.DigitDown(1, '1', false), new Key.DigitDown(1, '1', true), new Key.DigitUp(1));
  }

  @Test
  void aShiftedDigitIsTheSameKeyWithAnotherCharacter() {
    assertThat(keys("\033[50:34;2;34u")).containsExactly(new Key.DigitDown(2, '"', false));
  }

  /// Some terminals know the protocol but not the text that belongs to a key.
  @Test
  void aShiftedDigitWithoutTextIsToldByItsShiftedCode() {
    assertThat(keys("\033[50:64;2u")).containsExactly(new Key.DigitDown(2, '@', false));
  }

  /// On a French keyboard, 1 is Shift and the key of &.
  @Test
  void aDigitOfAFrenchKeyboardIsADigit() {
    assertThat(keys("\033[38:49:49;2;49u\033[38:49:49;2:3u"))
        .containsExactly(new Key.DigitDown(1, '1', false), new Key.DigitUp(1));
  }

  @Test
  void aDigitOfTheKeypadIsJustACharacter() {
    assertThat(keys("\033[57400;;49u")).containsExactly(written("1"));
  }

  @Test
  void kittySequencesOfOtherKeysAreTheirKeys() {
    assertThat(keys("\033[113;;113u\033[47:63;2;63u\033[13u\033[27u\033[127u\033[99;5u"))
        .containsExactly(
            written("q"),
            written("?"),
            Key.Named.ENTER,
            Key.Named.ESCAPE,
            Key.Named.BACKSPACE,
            Key.Named.INTERRUPT);
  }

  private static Key written(String character) {
    return new Key.Written(character.codePointAt(0));
  }
}
