package org.wicedsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the page about scripts shows is what the parser reads.
class ScriptGuideTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```script\n(.*?)```");

  private static String guide() throws IOException {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path page = folder.resolve("docs/scripts.md");
      if (Files.exists(page)) {
        return Files.readString(page);
      }
    }
    throw new IOException("no docs/scripts.md here or above");
  }

  private static Stream<String> examples() throws IOException {
    return EXAMPLE.matcher(guide()).results().map(result -> result.group(1));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsAScript(String example) {
    assertThat(Scripts.script(example).steps()).isNotEmpty();
  }

  @Test
  void everyKindOfStepHasAnExample() throws IOException {
    Stream<Class<? extends Step>> shown =
        examples()
            .flatMap(text -> Scripts.steps(Scripts.script(text)).stream())
            .map(Step::getClass);

    assertThat(shown)
        .contains(
            Step.Press.class,
            Step.Release.class,
            Step.Tap.class,
            Step.Wait.class,
            Step.Type.class,
            Step.ExpectLed.class,
            Step.ExpectSent.class,
            Step.ExpectAnswer.class,
            Step.ExpectConsole.class,
            Step.Quit.class);
  }

  @Test
  void theProblemsThatItShowsAreTheParsersOwn() throws IOException {
    String script = "\n\ntpa 1\nexpect led 3 on\n";

    ParsedScript parsed = ScriptParser.parse("blink.txt", script, Scripts.BOARD);

    assertThat(guide()).contains(String.join("\n", Scripts.problems(parsed)));
  }

  @Test
  void theReportThatItShowsIsTheRunnersOwn() throws IOException {
    PlacedStep step = Scripts.script("\n\n\n\n\nexpect sent W*050001").steps().getFirst();
    List<Sighting> seen =
        List.of(
            new Sighting(512_000_000, "W01D6050000"),
            new Sighting(731_000_000, "W01D605, not finished"));

    Outcome.Failed failed =
        new Outcome.Failed(
            "blink.txt", step, "sent W*050001 within 2s", Sighting.report(seen, 0), 2_512_000_000L);

    assertThat(guide()).contains(failed.report());
  }
}
