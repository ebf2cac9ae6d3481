package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.HalEvent.ButtonContact;
import org.wicedsim.hal.HalEvent.PinEdge;

/// What a press does to a board (SPEC 2.1).
abstract class ButtonContract extends ContractPart {
  private static final Duration LONG_DEBOUNCE = Duration.ofMillis(500);

  ButtonContract(BoardBench bench) {
    super(bench);
  }

  @ParameterizedTest
  @EnumSource
  void untouchedButtonsReadReleased(Level pressed) {
    BoardBench.Rig rig = start(description(pressed, BoardDescription.DEFAULT_DEBOUNCE));

    assertThat(rig.board().pin(pins.button1()).read()).isEqualTo(pressed.inverted());
    assertThat(rig.board().pin(pins.button2()).read()).isEqualTo(pressed.inverted());
  }

  @Test
  void untouchedButtonsAreNotPressed() {
    BoardBench.Rig rig = start();

    assertThat(rig.levers().isPressed(1)).isFalse();
    assertThat(rig.levers().isPressed(2)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aPressedButtonReadsItsPressedLevel(Level pressed) {
    BoardBench.Rig rig = start(description(pressed, BoardDescription.DEFAULT_DEBOUNCE));

    rig.levers().press(1);
    rig.pass(SETTLED);

    assertThat(rig.board().pin(pins.button1()).read()).isEqualTo(pressed);
    assertThat(rig.levers().isPressed(1)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aReleasedButtonReadsReleased(Level pressed) {
    BoardBench.Rig rig = start(description(pressed, BoardDescription.DEFAULT_DEBOUNCE));

    rig.levers().press(1);
    rig.pass(SETTLED);
    rig.levers().release(1);
    rig.pass(SETTLED);

    assertThat(rig.board().pin(pins.button1()).read()).isEqualTo(pressed.inverted());
    assertThat(rig.levers().isPressed(1)).isFalse();
  }

  @Test
  void aButtonLeavesTheOtherAlone() {
    BoardBench.Rig rig = start();

    rig.levers().press(2);
    rig.pass(SETTLED);

    assertThat(rig.board().pin(pins.button1()).read()).isEqualTo(Level.HIGH);
    assertThat(rig.levers().isPressed(1)).isFalse();
  }

  /// A view shows first the finger, then what the board makes of it.
  @Test
  void aTapIsSeenFromTheFingerToTheLine() {
    BoardBench.Rig rig = start();
    Recorder recorder = Recorder.of(rig.board());

    tap(rig, 1);

    assertThat(recorder.events())
        .containsExactly(
            new ButtonContact(1, true),
            new PinEdge(pins.button1(), Level.LOW),
            new ButtonContact(1, false),
            new PinEdge(pins.button1(), Level.HIGH));
  }

  @Test
  void aButtonThatIsPressedAlreadyIsNotPressedAgain() {
    BoardBench.Rig rig = start();
    rig.levers().press(1);
    rig.pass(SETTLED);
    Recorder recorder = Recorder.of(rig.board());

    rig.levers().press(1);
    rig.pass(SETTLED);

    assertThat(recorder.events()).isEmpty();
  }

  @Test
  void aButtonThatIsNotPressedIsNotReleased() {
    BoardBench.Rig rig = start();
    Recorder recorder = Recorder.of(rig.board());

    rig.levers().release(1);
    rig.pass(SETTLED);

    assertThat(recorder.events()).isEmpty();
  }

  /// The levers are called back to back: far less than the debounce lies between them.
  @Test
  void aTouchShorterThanTheDebounceIsNoEdge() {
    BoardBench.Rig rig = start(description(Level.LOW, LONG_DEBOUNCE));
    Recorder recorder = Recorder.of(rig.board());

    rig.levers().press(1);
    rig.levers().release(1);
    rig.pass(LONG_DEBOUNCE.plus(SETTLED));

    assertThat(recorder.events(PinEdge.class)).isEmpty();
  }

  @Test
  void aPressIsNotReadBeforeTheDebounceIsOver() {
    BoardBench.Rig rig = start(description(Level.LOW, LONG_DEBOUNCE));

    rig.levers().press(1);

    assertThat(rig.board().pin(pins.button1()).read()).isEqualTo(Level.HIGH);
    assertThat(rig.levers().isPressed(1)).isTrue();
  }

  @Test
  void aButtonWithoutDebounceIsSeenAtOnce() {
    BoardBench.Rig rig = start(description(Level.LOW, Duration.ZERO));

    rig.levers().press(1);
    rig.pass(Duration.ZERO);

    assertThat(rig.board().pin(pins.button1()).read()).isEqualTo(Level.LOW);
  }

  /// A finger that stays on the button after a tap wins.
  @Test
  void aPressDuringATapHoldsTheButton() {
    BoardBench.Rig rig = start();

    rig.levers().tap(1, LONG_DEBOUNCE);
    rig.levers().press(1);
    rig.pass(LONG_DEBOUNCE.plus(SETTLED));

    assertThat(rig.levers().isPressed(1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3})
  void aButtonThatTheBoardDoesNotHaveIsRefused(int button) {
    Levers levers = start().levers();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> levers.press(button))
        .withMessage("the board has no button %d: it has button 1 to 2", button);
    assertThatIllegalArgumentException().isThrownBy(() -> levers.release(button));
    assertThatIllegalArgumentException().isThrownBy(() -> levers.tap(button, SETTLED));
    assertThatIllegalArgumentException().isThrownBy(() -> levers.isPressed(button));
  }
}
