package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.hal.HalEvent.PinEdge;

/// What decides over the level of a virtual board's lines: drivers first, then pull resistors.
class VirtualPinTest {
  private final ManualClock clock = new ManualClock();
  private final VirtualBoard board = VirtualBoards.board(clock);
  private final DigitalPin free = board.pin(VirtualBoards.FREE_PIN);
  private final DigitalPin button = board.pin(VirtualBoards.BUTTON_PIN);

  @ParameterizedTest
  @CsvSource({"INPUT_PULL_UP, HIGH", "INPUT_PULL_DOWN, LOW", "INPUT_HIGH_IMPEDANCE, LOW"})
  void aFreeInputFollowsItsPullResistor(PinMode mode, Level level) {
    free.configure(mode);

    assertThat(free.read()).isEqualTo(level);
  }

  /// An open drain only pulls down; high means to let go.
  @ParameterizedTest
  @CsvSource({
    "OUTPUT_OPEN_DRAIN_NO_PULL, LOW, LOW",
    "OUTPUT_OPEN_DRAIN_NO_PULL, HIGH, LOW",
    "OUTPUT_OPEN_DRAIN_PULL_UP, LOW, LOW",
    "OUTPUT_OPEN_DRAIN_PULL_UP, HIGH, HIGH",
    "OUTPUT_PUSH_PULL, LOW, LOW",
    "OUTPUT_PUSH_PULL, HIGH, HIGH",
  })
  void aFreeOutputFollowsItsDriver(PinMode mode, Level written, Level level) {
    free.configure(mode);
    free.write(written);

    assertThat(free.read()).isEqualTo(level);
  }

  @Test
  void anOutputIsLowAtFirst() {
    free.configure(PinMode.OUTPUT_PUSH_PULL);

    assertThat(free.read()).isEqualTo(Level.LOW);
  }

  @Test
  void anOutputThatWasAnInputMeanwhileKeepsItsLevel() {
    free.configure(PinMode.OUTPUT_PUSH_PULL);
    free.write(Level.HIGH);
    free.configure(PinMode.INPUT_PULL_DOWN);
    free.configure(PinMode.OUTPUT_PUSH_PULL);

    assertThat(free.read()).isEqualTo(Level.HIGH);
  }

  /// The resistor on the board is stronger than the one in the chip.
  @ParameterizedTest
  @CsvSource({"INPUT_PULL_UP", "INPUT_PULL_DOWN", "INPUT_HIGH_IMPEDANCE"})
  void anUntouchedButtonReadsReleasedInEveryInputMode(PinMode mode) {
    button.configure(mode);

    assertThat(button.read()).isEqualTo(Level.HIGH);
  }

  @ParameterizedTest
  @CsvSource({
    "OUTPUT_OPEN_DRAIN_NO_PULL, LOW, true",
    "OUTPUT_OPEN_DRAIN_NO_PULL, HIGH, false",
    "INPUT_PULL_DOWN,, false",
    "INPUT_PULL_UP,, false",
  })
  void anActiveLowLedShinesOnlyWhenItsLineIsPulledDown(
      PinMode mode, @Nullable Level written, boolean lit) {
    DigitalPin led = board.pin(VirtualBoards.LOW_LED_PIN);
    led.write(written == null ? Level.LOW : written);
    led.configure(mode);

    assertThat(board.levers().isLit(2)).isEqualTo(lit);
  }

  @Test
  void anOpenDrainCannotLightAnActiveHighLed() {
    DigitalPin led = board.pin(VirtualBoards.HIGH_LED_PIN);
    led.configure(PinMode.OUTPUT_OPEN_DRAIN_PULL_UP);
    led.write(Level.HIGH);

    assertThat(board.levers().isLit(1)).isFalse();
  }

  /// Firmware with a wrong pin number drives against the finger: the driver is stronger.
  @Test
  void anOutputOnAButtonsPinWinsOverTheFinger() {
    button.configure(PinMode.OUTPUT_PUSH_PULL);
    button.write(Level.HIGH);
    board.levers().press(1);

    assertThat(button.read()).isEqualTo(Level.HIGH);
  }

  @Test
  void aHeldButtonIsSeenByAnInputThatIsConfiguredLater() {
    button.deconfigure();
    board.levers().press(1);
    clock.advance(BoardDescription.DEFAULT_DEBOUNCE);
    button.configure(PinMode.INPUT_PULL_UP);

    assertThat(button.read()).isEqualTo(Level.LOW);
  }

  /// Debounce belongs to the button, not to the pin's configuration (SPEC 2.1).
  @Test
  void theDebounceAlsoHoldsWhileThePinIsNotConfigured() {
    Recorder recorder = Recorder.of(board);
    button.deconfigure();

    board.levers().tap(1, BoardDescription.DEFAULT_DEBOUNCE.dividedBy(2));
    clock.advance(Duration.ofSeconds(1));

    assertThat(recorder.events(PinEdge.class)).isEmpty();
  }

  @Test
  void theSetOfEdgesIsCopied() {
    Set<Edge> edges = EnumSet.of(Edge.FALLING);
    List<Edge> heard = new ArrayList<>();
    button.onEdge(edges, heard::add);
    edges.clear();

    board.levers().press(1);
    clock.advance(BoardDescription.DEFAULT_DEBOUNCE);

    assertThat(heard).containsExactly(Edge.FALLING);
  }

  @Test
  void aLineThatChangesWithItsConfigurationHasAnEdge() {
    Recorder recorder = Recorder.of(board);

    free.configure(PinMode.INPUT_PULL_UP);

    assertThat(recorder.events()).containsExactly(new PinEdge(VirtualBoards.FREE_PIN, Level.HIGH));
  }
}
