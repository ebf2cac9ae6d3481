package org.wicedsim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardFleetTest {
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyBoardsWriteIsStoredAtEachSize(boolean tls) throws Exception {
    List<BoardFleet.Step> steps = BoardFleet.run(tls, new int[] {3, 20}, out);

    assertThat(steps).extracting(BoardFleet.Step::boards).containsExactly(3, 20);
    assertThat(steps).extracting(BoardFleet.Step::stored).containsExactly(3L, 20L);
    assertThat(steps).extracting(BoardFleet.Step::transactions).containsExactly(3L, 20L);
  }

  // What a board costs while it waits for a press: a board with a platform thread of its own would
  // end a fleet of thousands.
  @Test
  void anIdleBoardHasOneDescriptorAndNoPlatformThread() throws Exception {
    List<BoardFleet.Step> steps = BoardFleet.run(false, new int[] {10, 110}, out);

    ProcessFigures few = steps.get(0).idle();
    ProcessFigures many = steps.get(1).idle();
    assertThat(many.descriptors() - few.descriptors()).isBetween(100L, 120L);
    assertThat(many.platformThreads() - few.platformThreads()).isLessThan(20);
    assertThat(many.virtualThreads() - few.virtualThreads()).isEqualTo(200);
  }

  @Test
  void everySizeHasItsLine() throws Exception {
    BoardFleet.run(false, new int[] {2}, out);

    assertThat(text.toString(StandardCharsets.UTF_8).lines().toList().getLast())
        .matches(" *2 +.* 2 +2");
  }
}
