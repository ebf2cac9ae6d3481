package org.wicedsim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldOutputTest {
  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void standInForTheTerminal() {
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveTheStreamsBack() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  private String printed() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void linesAreToldAtOnceAndPrintedAfterwards() {
    HeldOutput held = HeldOutput.begin(told::add);
    System.out.println("on out");
    System.err.println("on err é");

    assertThat(told).containsExactly("on out", "on err é");
    assertThat(printed()).isEmpty();

    held.close();
    assertThat(printed()).isEqualTo("on out\non err é\n");
  }

  @Test
  void ofAStackTraceOnlyTheFirstLineIsTold() {
    HeldOutput held = HeldOutput.begin(told::add);
    new IllegalStateException("boom").printStackTrace();
    held.close();

    assertThat(told).containsExactly("java.lang.IllegalStateException: boom");
    assertThat(printed()).contains("\tat ");
  }

  @Test
  void aLineThatWasNotEndedIsPrintedToo() {
    HeldOutput held = HeldOutput.begin(told::add);
    System.err.print("half a line");
    held.close();

    assertThat(printed()).isEqualTo("half a line");
  }

  @Test
  void whatIsHeldHasALimit() {
    HeldOutput held = HeldOutput.begin(told::add);
    for (int i = 0; i < 300; i++) {
      System.err.println("x".repeat(1023));
    }
    held.close();

    assertThat(told).hasSize(300);
    assertThat(printed().length()).isLessThanOrEqualTo(HeldOutput.MAX_HELD_OCTETS);
  }

  @Test
  void theStreamsAreGivenBack() {
    PrintStream before = System.err;
    HeldOutput.begin(told::add).close();

    assertThat(System.err).isSameAs(before);
    assertThat(System.out).isSameAs(realOut);
  }
}
