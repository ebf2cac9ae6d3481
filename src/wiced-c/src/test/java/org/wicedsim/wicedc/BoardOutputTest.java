package org.wicedsim.wicedc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wicedsim.hal.HalEvent.Diagnostic;

class BoardOutputTest {
  @Test
  void aFindingOfTheUndefinedBehaviourSanitizerHasACodeOfItsOwn() {
    assertThat(told("app.c:14:79: runtime error: signed integer overflow: 1 + 2\n"))
        .containsExactly(
            new Diagnostic("undefined-behaviour", "app.c:14: signed integer overflow: 1 + 2"));
  }

  @Test
  void anyOtherLineIsTheProcessesOwn() {
    assertThat(told("free(): double free detected in tcache 2\n\nlast words"))
        .containsExactly(
            new Diagnostic("board-process", "free(): double free detected in tcache 2"),
            new Diagnostic("board-process", "last words"));
  }

  @Test
  void linesFromBeforeSomebodyListensAreKept() {
    BoardOutput output = ended("Error: no such class\n");

    assertThat(output.words()).isEqualTo("Error: no such class");
  }

  @Test
  void aLineWithoutEndIsCut() {
    assertThat(told("x".repeat(BoardOutput.MAX_LINE_OCTETS + 1) + "\n"))
        .containsExactly(new Diagnostic("board-process", "x".repeat(BoardOutput.MAX_LINE_OCTETS)));
  }

  @Test
  void aFloodIsNotKept() {
    BoardOutput output = ended("x\n".repeat(10 * BoardOutput.MAX_LINES));

    assertThat(output.words().lines()).hasSize(BoardOutput.MAX_LINES);
  }

  private static List<Diagnostic> told(String text) {
    List<Diagnostic> told = new ArrayList<>();
    ended(text).tell(told::add);
    return told;
  }

  private static BoardOutput ended(String text) {
    BoardOutput output = BoardOutput.of(new ByteArrayInputStream(text.getBytes(UTF_8)));
    output.ended().join();
    return output;
  }
}
