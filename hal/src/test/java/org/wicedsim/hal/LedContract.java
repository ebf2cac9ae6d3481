package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.HalEvent.LedLight;
import org.wicedsim.hal.HalEvent.PinEdge;

/// How LEDs shine (SPEC 2.1): "on" means lit, whatever the level.
abstract class LedContract extends ContractPart {
  LedContract(BoardBench bench) {
    super(bench);
  }

  @ParameterizedTest
  @CsvSource({"LOW, LOW, true", "LOW, HIGH, false", "HIGH, LOW, false", "HIGH, HIGH, true"})
  void anLedBootsAsTheBoardFileSays(Level lit, Level boot, boolean shines) {
    BoardBench.Rig rig = start(description(lit, boot));

    assertThat(rig.levers().isLit(1)).isEqualTo(shines);
    assertThat(rig.levers().isLit(2)).isEqualTo(shines);
  }

  /// The SDK's platform sets LED pins up before `application_start`.
  @Test
  void ledsAreOutputsBeforeTheFirmwareStarts() {
    Board board = start(description(Level.LOW, Level.LOW)).board();

    assertThat(board.pin(pins.led1()).mode()).contains(PinMode.OUTPUT_PUSH_PULL);
    assertThat(board.pin(pins.led1()).read()).isEqualTo(Level.LOW);
    assertThat(board.pin(pins.led2()).mode()).contains(PinMode.OUTPUT_PUSH_PULL);
    assertThat(board.pin(pins.led2()).read()).isEqualTo(Level.HIGH);
  }

  @ParameterizedTest
  @EnumSource
  void anLedShinesAtItsLitLevel(Level lit) {
    BoardBench.Rig rig = start(description(lit, lit.inverted()));

    rig.board().pin(pins.led1()).write(lit);

    assertThat(rig.levers().isLit(1)).isTrue();
    assertThat(rig.board().pin(pins.led1()).read()).isEqualTo(lit);
  }

  @ParameterizedTest
  @EnumSource
  void anLedGoesDarkAtTheOtherLevel(Level lit) {
    BoardBench.Rig rig = start(description(lit, lit));

    rig.board().pin(pins.led1()).write(lit.inverted());

    assertThat(rig.levers().isLit(1)).isFalse();
  }

  @Test
  void anLedLeavesTheOtherAlone() {
    BoardBench.Rig rig = start();

    rig.board().pin(pins.led2()).write(Level.HIGH);

    assertThat(rig.levers().isLit(1)).isFalse();
  }

  /// A view shows first the line, then the light.
  @Test
  void aWriteIsSeenFromTheLineToTheLight() {
    BoardBench.Rig rig = start(description(Level.LOW, Level.HIGH));
    Recorder recorder = Recorder.of(rig.board());

    rig.board().pin(pins.led1()).write(Level.LOW);
    rig.board().pin(pins.led1()).write(Level.HIGH);

    assertThat(recorder.events())
        .containsExactly(
            new PinEdge(pins.led1(), Level.LOW),
            new LedLight(1, true),
            new PinEdge(pins.led1(), Level.HIGH),
            new LedLight(1, false));
  }

  @Test
  void writingTheSameLevelAgainIsNoEvent() {
    BoardBench.Rig rig = start();
    Recorder recorder = Recorder.of(rig.board());

    rig.board().pin(pins.led1()).write(Level.LOW);

    assertThat(recorder.events()).isEmpty();
  }

  @Test
  void anOutputThatIsConfiguredAgainKeepsItsLevel() {
    BoardBench.Rig rig = start();
    rig.board().pin(pins.led1()).write(Level.HIGH);

    rig.board().pin(pins.led1()).configure(PinMode.OUTPUT_PUSH_PULL);

    assertThat(rig.levers().isLit(1)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anLedWhosePinIsGivenBackIsDark(Level lit) {
    BoardBench.Rig rig = start(description(lit, lit));

    rig.board().pin(pins.led1()).deconfigure();

    assertThat(rig.levers().isLit(1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3})
  void anLedThatTheBoardDoesNotHaveIsRefused(int led) {
    Levers levers = start().levers();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> levers.isLit(led))
        .withMessage("the board has no LED %d: it has LED 1 to 2", led);
  }
}
