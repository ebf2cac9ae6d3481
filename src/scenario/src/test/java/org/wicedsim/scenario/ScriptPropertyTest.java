package org.wicedsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptPropertyTest {
  private static final String ALPHABET = "aW0 *#\"\\\t“é\u001B\u007F\uD83D\uDCA1";
  private static final String[] SCRAPS = {
    "press",
    "tap",
    "wait",
    "type",
    "expect",
    "led",
    "sent",
    "console",
    "within",
    "1",
    "2",
    "9",
    "on",
    "200ms",
    "2s",
    "\"",
    "\"a b\"",
    "\\",
    "\\x",
    "*",
    "#",
    " ",
    "\t",
    "\n",
    "\r",
    "\uFEFF",
    "\uFFFD",
    "\u0000",
    "\uD83D",
    "W*050001"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aScriptThatIsPrintedReadsAsTheSame(long seed) {
    Random random = new Random(seed);
    List<Step> steps = IntStream.range(0, 2000).mapToObj(_ -> step(random)).toList();
    String text = steps.stream().map(Step::toString).collect(Collectors.joining("\n"));

    Script script = Scripts.script(text);

    assertThat(Scripts.steps(script)).isEqualTo(steps);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverTheTextTheParserGivesAScriptOrProblemsWithinIt(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      String text = text(random);
      long lines = text.lines().count();

      ParsedScript parsed = Scripts.parse(text);

      assertThat(problems(parsed))
          .as("seed %d: %s", seed, text)
          .allSatisfy(problem -> {
            assertThat(problem.line()).isBetween(1, (int) lines);
            assertThat(problem.column()).isBetween(1, text.length() + 1);
            assertThat(problem.message()).containsAnyOf("expected", "did you mean");
          });
    }
  }

  private static List<Problem> problems(ParsedScript parsed) {
    return switch (parsed) {
      case ParsedScript.Legal _ -> List.of();
      case ParsedScript.Refused(List<Problem> problems) -> problems;
    };
  }

  private static Step step(Random random) {
    int number = 1 + random.nextInt(2);
    return switch (random.nextInt(10)) {
      case 0 -> new Step.Press(number);
      case 1 -> new Step.Release(number);
      case 2 -> new Step.Tap(number, time(random).plusMillis(1));
      case 3 -> new Step.Wait(time(random));
      case 4 -> new Step.Type(characters(random));
      case 5 -> new Step.ExpectLed(number, random.nextBoolean(), time(random));
      case 6 -> new Step.ExpectSent(pattern(random), time(random));
      case 7 -> new Step.ExpectAnswer(pattern(random), time(random));
      case 8 -> new Step.ExpectConsole(pattern(random), time(random));
      default -> new Step.Quit();
    };
  }

  private static Duration time(Random random) {
    long ms = random.nextInt(1000) * (random.nextBoolean() ? 1L : 100L);
    return Duration.ofMillis(ms);
  }

  /// Never empty parts between two `*`, since the parser makes one of them.
  private static TextPattern pattern(Random random) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      parts.add(characters(random));
    }
    if (random.nextBoolean()) {
      parts.addFirst("");
    }
    return new TextPattern(parts);
  }

  private static String characters(Random random) {
    int[] characters = ALPHABET.codePoints().toArray();
    return random
        .ints(1 + random.nextInt(8), 0, characters.length)
        .mapToObj(i -> Character.toString(characters[i]))
        .collect(Collectors.joining());
  }

  private static String text(Random random) {
    return random
        .ints(1 + random.nextInt(30), 0, SCRAPS.length + 1)
        .mapToObj(i -> i < SCRAPS.length ? SCRAPS[i] : Character.toString((char) random.nextInt()))
        .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
  }
}
