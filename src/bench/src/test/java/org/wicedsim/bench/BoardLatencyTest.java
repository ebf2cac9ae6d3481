package org.wicedsim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardLatencyTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyPressIsMeasuredInTheOrderOfItsPhases(boolean tls) throws Exception {
    List<BoardLatency.Press> presses = BoardLatency.measure(8, tls);

    assertThat(presses)
        .hasSize(8)
        .allSatisfy(press ->
            assertThat(
                    List.of(
                        press.pressed(),
                        press.board().connecting(),
                        press.board().connected(),
                        press.board().ready(),
                        press.board().sent(),
                        press.arrived()))
                .isSorted());
  }

  // A board of which a stale time is told would pass the order of one press.
  @Test
  void aPressBeginsBehindTheOneBefore() throws Exception {
    List<BoardLatency.Press> presses = BoardLatency.measure(4, false);

    assertThat(presses.get(3).pressed()).isGreaterThan(presses.get(2).arrived());
    assertThat(presses.get(3).board().connecting()).isGreaterThan(presses.get(2).arrived());
  }

  @Test
  void theTableHasBothTransports() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    BoardLatency.run(4, new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsSubsequence("plain", "press to the octets at the server", "TLS", "the handshake");
  }
}
