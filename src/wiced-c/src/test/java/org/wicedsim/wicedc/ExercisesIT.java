package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The seven exercises of the chapter in C (SPEC 4): each against its counterpart.
class ExercisesIT {
  @RegisterExtension private final CLan lan = new CLan();

  // SPEC 4, exercise 01: the first press sends 0001.
  @Test
  void clientFlipsItsLedAndWritesItToTheClassServer() throws Exception {
    List<String> transactions = lan.classServer();
    CBoard board = lan.start("exercises/01_client");
    board.awaitConsole("Device 01D6\n");

    board.tap(1);
    board.awaitConsole("W01D6050001 sent\n");
    board.tap(1);
    board.awaitConsole("W01D6050000 sent\n");

    assertThat(board.printed())
        .containsExactly("Device 01D6", "W01D6050001 sent", "W01D6050000 sent");
    assertThat(board.lights(1)).containsExactly(true, false);
    assertThat(board.sent()).containsExactly("W01D6050001", "W01D6050000");
    assertThat(transactions)
        .containsExactly("plain W01D6050001 A01D6050001", "plain W01D6050000 A01D6050000");
  }
}
