package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Octets;

/// The course's peripherals in C: pins, buttons, pulses, the serial line, the shield's bus.
class ChapterTwoIT {
  @RegisterExtension private final CLan lan = new CLan();

  @Test
  void blinkTurnsItsLedOnAndOff() throws Exception {
    CBoard board = lan.start("chapter2/blink");

    assertThat(board.awaitLines(3)).startsWith("on", "off", "on");
    assertThat(board.lights(1)).startsWith(true, false, true);
  }

  @Test
  void aButtonThatIsPolledMovesTwoLeds() throws Exception {
    CBoard board = lan.start("chapter2/button_poll");
    board.awaitLed(2, true);

    board.levers().press(1);
    board.awaitLed(2, false);
    board.levers().release(1);
    board.awaitLed(2, true);

    assertThat(board.lights(1)).containsExactly(true, false);
    assertThat(board.lights(2)).containsExactly(true, false, true);
  }

  @Test
  void aFallingEdgeIsOneInterruptForEachPress() throws Exception {
    CBoard board = lan.start("chapter2/button_interrupt");
    board.awaitConsole("ready\n");

    board.tap(1);
    board.awaitLed(1, true);
    board.tap(1);
    board.awaitLed(1, false);

    assertThat(board.lights(1)).containsExactly(true, false);
    assertThat(board.lights(2)).isEmpty();
  }

  @Test
  void bothEdgesAreInterruptsAndTheHandlerSeesTheLevel() throws Exception {
    CBoard board = lan.start("chapter2/button_interrupt");
    board.awaitConsole("ready\n");

    board.levers().press(2);
    board.awaitLed(2, true);
    board.levers().release(2);
    board.awaitLed(2, false);

    assertThat(board.lights(2)).containsExactly(true, false);
    assertThat(board.lights(1)).isEmpty();
  }

  @Test
  void pulsesDimAnLedInSteps() throws Exception {
    CBoard board = lan.start("chapter2/pwm");

    assertThat(board.awaitLines(6)).containsExactly("0 %", "25 %", "50 %", "75 %", "100 %", "off");
    assertThat(board.all(HalEvent.LedBrightness.class))
        .extracting(HalEvent.LedBrightness::percent)
        .containsExactly(0.0, 25.0, 50.0, 75.0, 100.0, 0.0);
    assertThat(board.lights(1)).containsExactly(true, false);
  }

  // Each octet as the board sends it: carriage returns are the program's own alone.
  @Test
  void everythingThatPrintsIsOnTheConsole() throws Exception {
    CBoard board = lan.start("chapter2/uart_print");

    board.awaitConsole("in one line\n");

    assertThat(board.console()).endsWith("info 1\nlib 2\nprintf 3.50\nputs\nline\r\nin one line\n");
  }

  @Test
  void keysAreReadOneByOneAndNotEchoed() throws Exception {
    CBoard board = lan.start("chapter2/uart_read");
    board.awaitConsole("nothing came");

    board.levers().type(Octets.of("10x"));

    assertThat(board.awaitLines(5))
        .containsExactly("0 or 1?", "nothing came: 2, 0 octets", "on", "off", "x?");
    assertThat(board.lights(1)).containsExactly(true, false);
  }

  @Test
  void aLineWithoutStdioBelongsToTheProgramAlone() throws Exception {
    CBoard board = lan.start("chapter2/uart_own");
    board.awaitConsole("ready\n");

    board.levers().type(Octets.of("ab"));

    board.awaitConsole("bb");
    assertThat(board.console()).isEqualTo("ready\naabb");
  }

  @Test
  void aProbeFindsTheShieldAlone() throws Exception {
    CBoard board = lan.start("chapter2/i2c_probe");

    board.awaitConsole("done\n");

    assertThat(board.printed()).containsExactly("device at 0x42", "done");
  }

  @Test
  void aProbeFindsNothingOnABoardWithoutAShield() throws Exception {
    CBoard board = lan.start(CProgram.of("chapter2/i2c_probe").on(CApplication.shipped("bare")));

    board.awaitConsole("done\n");

    assertThat(board.printed()).containsExactly("done");
  }

  @Test
  void theShieldsRegistersHoldWhatTheBoardFileSays() throws Exception {
    CBoard board = lan.start("chapter2/i2c_read");

    assertThat(board.awaitLines(5))
        .containsExactly(
            "temperature 22.5", "humidity 45.0", "light 300.0", "pot 1.20", "LED register 0x05");
  }
}
