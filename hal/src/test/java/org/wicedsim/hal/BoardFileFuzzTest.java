package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands in a board file, it is a board or it is refused with a place; nothing else.
class BoardFileFuzzTest {
  private static final int MUTANTS_PER_SEED = 250;
  private static final String SPECIAL =
      "\0\t\n\r\u001B \"#%&'*,-.0:<>?@\\[]`{|}!~Uux\u0085\u00A0\u2028\uD800\uDC00\uFEFF\uFFFF";
  private static final String REFUSAL = "(?s)course\\.yaml:[1-9]\\d*:[1-9]\\d*: .+";

  private static String course = "";

  @BeforeAll
  static void readCourse() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            BoardFile.class.getResourceAsStream("/org/wicedsim/boards/course.yaml"))) {
      course = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyTruncationIsABoardOrRefused() {
    assertThat(Stream.iterate(0, i -> i < course.length(), i -> i + 1))
        .allSatisfy(length -> assertBoardOrRefused(course.substring(0, length)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyReplacedCharacterIsABoardOrRefused(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < MUTANTS_PER_SEED; i++) {
      int at = random.nextInt(course.length());
      assertBoardOrRefused(course.substring(0, at) + any(random) + course.substring(at + 1));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyInsertedCharacterIsABoardOrRefused(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < MUTANTS_PER_SEED; i++) {
      int at = random.nextInt(course.length());
      assertBoardOrRefused(course.substring(0, at) + any(random) + course.substring(at));
    }
  }

  /// Pieces that change places: aliases, duplicates, and values under foreign keys.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyMovedPieceIsABoardOrRefused(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < MUTANTS_PER_SEED; i++) {
      int from = random.nextInt(course.length());
      int to = from + random.nextInt(course.length() - from);
      int at = random.nextInt(course.length());
      assertBoardOrRefused(
          course.substring(0, at) + course.substring(from, to) + course.substring(at));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noiseIsRefused(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < MUTANTS_PER_SEED; i++) {
      StringBuilder noise = new StringBuilder("name");
      for (int length = random.nextInt(40); length > 0; length--) {
        noise.append(any(random));
      }
      assertThat(outcome(noise.toString())).as("of:%n%s", noise).matches(REFUSAL);
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 5);
  }

  private static char any(Random random) {
    return random.nextBoolean()
        ? SPECIAL.charAt(random.nextInt(SPECIAL.length()))
        : (char) random.nextInt(Character.MAX_VALUE + 1);
  }

  private static void assertBoardOrRefused(String text) {
    assertThat(outcome(text)).as("of:%n%s", text).matches("board|" + REFUSAL);
  }

  private static String outcome(String text) {
    try {
      BoardFile.parse("course.yaml", text, Path.of(""));
      return "board";
    } catch (BoardFileException e) {
      return String.valueOf(e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return e.toString();
    }
  }
}
