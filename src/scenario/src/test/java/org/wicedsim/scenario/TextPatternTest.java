package org.wicedsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {
  private static TextPattern pattern(String stars) {
    return new TextPattern(List.of(stars.split("\\*", -1)));
  }

  @ParameterizedTest
  @CsvSource({
    "W01D6050001, W01D6050001",
    "W*050001, W01D6050001",
    "W*050001, W050001",
    "*, anything",
    "*, ''",
    "A*, A",
    "*0001, W01D6050001",
    "W*05*01, W01D6050001",
    "a*a, aa",
    "a.c, a.c",
  })
  void aWholeTextFits(String stars, String text) {
    boolean fits = pattern(stars).matches(text);

    assertThat(fits).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "W01D605000, W01D6050001",
    "01D6050001, W01D6050001",
    "W*050001, W01D60500010",
    "W*050001, w01D6050001",
    "a*a, a",
    "ab*ba, aba",
    "a*bc*c, abc",
    "a.c, abc",
  })
  void aTextThatOnlyComesCloseDoesNotFit(String stars, String text) {
    boolean fits = pattern(stars).matches(text);

    assertThat(fits).isFalse();
  }

  @Test
  void findingTakesTheFirstPlaceAndNoMoreThanNeeded() {
    int end = pattern("l*d").find("led led", 0);

    assertThat(end).isEqualTo(3);
  }

  @Test
  void findingBeginsWhereItIsTold() {
    int end = pattern("led").find("led led", 1);

    assertThat(end).isEqualTo(7);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    int end = pattern("led*on").find("on led", 0);

    assertThat(end).isEqualTo(-1);
  }

  @Test
  void aStarAloneFindsAllThatIsThere() {
    int end = pattern("*").find("led on", 4);

    assertThat(end).isEqualTo(6);
  }

  @Test
  void aStarAloneDoesNotFindNothing() {
    int end = pattern("*").find("led", 3);

    assertThat(end).isEqualTo(-1);
  }

  // The pattern is matched without regular expressions, so that no pattern is slow; they agree.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void matchingAgreesWithARegularExpression(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      List<String> parts =
          random.ints(1 + random.nextInt(4)).mapToObj(_ -> letters(random, 3)).toList();
      String text = letters(random, 8);
      String regex = parts.stream().map(Pattern::quote).collect(Collectors.joining(".*"));

      boolean fits = new TextPattern(parts).matches(text);

      assertThat(fits).as("%s on '%s'", parts, text).isEqualTo(text.matches(regex));
    }
  }

  private static String letters(Random random, int max) {
    return random
        .ints(random.nextInt(max + 1), 'a', 'c')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
