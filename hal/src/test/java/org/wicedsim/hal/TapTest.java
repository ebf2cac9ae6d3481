package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wicedsim.hal.HalEvent.ButtonContact;
import org.wicedsim.hal.HalEvent.PinEdge;

/// How long a tap holds its button, and what ends it early.
class TapTest {
  private static final Duration HOLD = Duration.ofMillis(50);
  private static final Duration PART = Duration.ofMillis(20);
  private static final Duration INSTANT = Duration.ofNanos(1);

  private final ManualClock clock = new ManualClock();
  private final VirtualBoard board = VirtualBoards.board(clock);
  private final Levers levers = board.levers();

  @Test
  void aTapHoldsTheButtonUntilItsTimeIsOver() {
    levers.tap(1, HOLD);
    clock.advance(HOLD.minus(INSTANT));

    assertThat(levers.isPressed(1)).isTrue();
  }

  @Test
  void aTapLetsGoWhenItsTimeIsOver() {
    levers.tap(1, HOLD);
    clock.advance(HOLD);

    assertThat(levers.isPressed(1)).isFalse();
  }

  @Test
  void aTapAsLongAsTheDebounceIsSeen() {
    Recorder recorder = Recorder.of(board);

    levers.tap(1, BoardDescription.DEFAULT_DEBOUNCE);
    clock.advance(HOLD);

    assertThat(recorder.events(PinEdge.class)).hasSize(2);
  }

  @Test
  void aTapAnInstantShorterThanTheDebounceIsNotSeen() {
    Recorder recorder = Recorder.of(board);

    levers.tap(1, BoardDescription.DEFAULT_DEBOUNCE.minus(INSTANT));
    clock.advance(HOLD);

    assertThat(recorder.events(PinEdge.class)).isEmpty();
  }

  @Test
  void aTapThatWasReleasedDoesNotEndTheNextOne() {
    levers.tap(1, HOLD);
    clock.advance(PART);
    levers.release(1);
    levers.tap(1, HOLD);

    clock.advance(HOLD.minus(INSTANT));

    assertThat(levers.isPressed(1)).isTrue();
  }

  @Test
  void aTapThatWasReleasedLeavesNothingBehind() {
    levers.tap(1, HOLD);
    levers.release(1);

    clock.advance(BoardDescription.DEFAULT_DEBOUNCE);

    assertThat(clock.pending()).isZero();
  }

  @Test
  void aSecondTapBeginsAnew() {
    levers.tap(1, HOLD);
    clock.advance(PART);
    levers.tap(1, HOLD);

    clock.advance(HOLD.minus(INSTANT));

    assertThat(levers.isPressed(1)).isTrue();
  }

  @Test
  void twoTapsAtOnceAreOnePress() {
    Recorder recorder = Recorder.of(board);

    levers.tap(1, HOLD);
    levers.tap(1, HOLD);
    clock.advance(HOLD);

    assertThat(recorder.events(ButtonContact.class))
        .containsExactly(new ButtonContact(1, true), new ButtonContact(1, false));
  }

  @Test
  void aPressDuringATapHoldsTheButton() {
    levers.tap(1, HOLD);
    levers.press(1);

    clock.advance(HOLD);

    assertThat(levers.isPressed(1)).isTrue();
  }

  @Test
  void aTapOnAHeldButtonLetsGoAtItsEnd() {
    levers.press(1);
    levers.tap(1, HOLD);

    clock.advance(HOLD);

    assertThat(levers.isPressed(1)).isFalse();
  }

  @Test
  void tapsOfTwoButtonsDoNotMeet() {
    levers.tap(1, HOLD);
    levers.tap(2, HOLD.plus(PART));

    clock.advance(HOLD);

    assertThat(levers.isPressed(1)).isFalse();
    assertThat(levers.isPressed(2)).isTrue();
  }

  @Test
  void switchingOffLeavesNothingBehind() {
    levers.tap(1, HOLD);

    board.close();

    assertThat(clock.pending()).isZero();
  }
}
