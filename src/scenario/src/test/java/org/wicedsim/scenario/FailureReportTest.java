package org.wicedsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FailureReportTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  private static Outcome.Failed failure(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return (Outcome.Failed) outcome;
  }

  private String reportOf(String script) {
    return failure(bench.run(script)).report();
  }

  @Test
  void aReportNamesThePlaceWhatWasExpectedWhatWasSeenAndWhen() {
    Bench.Running script = bench.start("# a comment\n  expect sent W*050001");
    bench.pass(500);
    bench.send("W01D6050000");
    bench.pass(250);
    bench.send("W01D605000F");
    bench.pass(1250);

    assertThat(failure(script.outcome()).report())
        .isEqualTo(
            """
            s:2:3: expected sent W*050001 within 2s; given up at 2.000s
              seen: 0.500s W01D6050000
                    0.750s W01D605000F\
            """);
  }

  @Test
  void aFailureHasItsPartsForMachines() {
    bench.pass(1500);

    assertThat(bench.run("expect answer X within 0ms"))
        .isEqualTo(
            new Outcome.Failed(
                "s",
                Scripts.script("expect answer X within 0ms").steps().getFirst(),
                "answer X within 0ms",
                List.of("no answer"),
                1_500_000_000L));
  }

  @Test
  void nothingIsReportedAsNothing() {
    assertThat(reportOf("expect sent W* within 0ms")).endsWith("seen: nothing was sent");
  }

  @Test
  void whatAnEarlierLineTookIsNamed() {
    bench.pass(250);
    bench.send("W01D6050001");

    assertThat(reportOf("expect sent W*\nexpect sent W* within 0ms"))
        .endsWith("seen: nothing was sent after 0.250s W01D6050001");
  }

  // Firmware that sends a cut request gets no answer before the server's timer runs out.
  @Test
  void aMessageThatIsNotWholeIsShown() {
    bench.send("W01D605");

    assertThat(reportOf("expect sent W*05 within 0ms"))
        .endsWith("seen: 0.000s W01D605, not finished");
  }

  @Test
  void anAnswerThatIsNotWholeIsShown() {
    bench.send("R01D605");
    bench.receive("A01D");

    assertThat(reportOf("expect answer A* within 0ms")).endsWith("seen: 0.000s A01D, not finished");
  }

  @Test
  void octetsThatCannotBePrintedAreShownAsNumbers() {
    bench.send("\u0001?");
    bench.receive("X");

    assertThat(reportOf("expect sent W* within 0ms")).endsWith("seen: 0.000s \\x01?");
  }

  @Test
  void consoleLinesAreShownAsAScriptWouldWriteThem() {
    bench.print("LED\ton\r\n\r\nName: ");

    assertThat(reportOf("expect console off within 0ms"))
        .endsWith(
            """
              seen: 0.000s "LED\\ton"
                    0.000s "Name: "\
            """);
  }

  @Test
  void ofAConsoleLineTheRestIsShown() {
    bench.print("led on\n");

    assertThat(reportOf("expect console led\nexpect console off within 0ms"))
        .endsWith("seen: 0.000s \" on\"");
  }

  // U+009B begins a control sequence on some terminals.
  @Test
  void controlsInTheConsoleNeverReachTheReadersTerminal() {
    bench.print("\u001B[2J\u009B2J");

    assertThat(reportOf("expect console off within 0ms"))
        .endsWith("seen: 0.000s \"\\x1B[2J\uFFFD2J\"");
  }

  @Test
  void anLedThatNeverChangedIsSaidToBeSo() {
    assertThat(reportOf("expect led 1 on within 0ms"))
        .endsWith("seen: led 1 off, without a change");
  }

  @Test
  void theChangesOfAnLedAreShownAndNoOthers() {
    bench.light(1, true);
    bench.light(2, true);
    bench.pass(300);
    bench.light(1, false);

    assertThat(reportOf("expect led 1 on within 0ms"))
        .endsWith(
            """
              seen: 0.000s led 1 on
                    0.300s led 1 off\
            """);
  }

  @Test
  void aLongReportShowsTheNewestAndCountsTheOthers() {
    for (int i = 0; i < 13; i++) {
      bench.send("W01D605%04X".formatted(i));
    }

    assertThat(failure(bench.run("expect sent X within 0ms")).seen())
        .hasSize(11)
        .startsWith("0.000s W01D6050003")
        .endsWith("0.000s W01D605000C", "and 3 earlier ones");
  }

  @Test
  void whatIsForgottenIsCounted() {
    for (int i = 0; i < Track.MAX_CANDIDATES + 5; i++) {
      bench.send("R01D605");
    }

    assertThat(failure(bench.run("expect sent W* within 0ms")).seen())
        .last()
        .isEqualTo(
            "and %d earlier ones, of which 5 are forgotten".formatted(Track.MAX_CANDIDATES - 5));
  }

  @Test
  void whatIsForgottenCannotBeExpected() {
    bench.send("W01D6050001");
    for (int i = 0; i < Track.MAX_CANDIDATES; i++) {
      bench.send("R01D605");
    }

    assertThat(bench.run("expect sent W* within 0ms")).isInstanceOf(Outcome.Failed.class);
  }

  // A search that was under way goes on at the right place.
  @Test
  void whatIsForgottenDuringASearchIsNotMissed() {
    Bench.Running script = bench.start("expect sent W*");
    for (int i = 0; i < Track.MAX_CANDIDATES + 5; i++) {
      bench.send("R01D605");
    }
    bench.send("W01D6050001");

    assertThat(script.outcome()).isEqualTo(new Outcome.Passed());
  }

  @Test
  void theForgottenChangesOfAnLedAreCounted() {
    for (int i = 0; i < LedTrack.MAX_CHANGES; i++) {
      bench.light(1, true);
      bench.light(1, false);
    }

    assertThat(failure(bench.run("expect led 1 on within 0ms")).seen())
        .last()
        .isEqualTo("and 502 earlier ones, of which 256 are forgotten");
  }

  @Test
  void aLongMessageIsCutWithItsRestCounted() {
    bench.send("?".repeat(1000));
    bench.receive("X");

    assertThat(failure(bench.run("expect sent W* within 0ms")).seen())
        .containsExactly("0.000s " + "?".repeat(200) + "... and 800 more characters");
  }
}
