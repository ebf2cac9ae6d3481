package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.wiced.testing.Bench;

/// Seats among processes: the kernel gives a crashed process's seat back.
class LanSeatProcessIT {
  @RegisterExtension final Bench bench = new Bench();

  @Test
  void aSeatOfAnotherProcessIsTaken() throws Exception {
    Process holder = startHolder();
    try (LanSeat mine = LanSeat.take(bench.lan(), Bench.BOARD)) {
      assertThat(mine.address()).hasToString("198.51.100.15");
    } finally {
      kill(holder);
    }
  }

  @Test
  void theSeatOfAProcessThatWasKilledIsFreeAgain() throws Exception {
    kill(startHolder());

    try (LanSeat mine = LanSeat.take(bench.lan(), Bench.BOARD)) {
      assertThat(mine.address()).hasToString("198.51.100.14");
    }
  }

  private Process startHolder() throws IOException {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SeatHolder.class.getName(),
                String.valueOf(bench.lan().number()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(holder.inputReader().readLine()).isEqualTo("198.51.100.14");
    return holder;
  }

  /// As `kill -9` does: no shutdown hook runs.
  private static void kill(Process holder) throws InterruptedException {
    holder.destroyForcibly().waitFor();
  }
}
