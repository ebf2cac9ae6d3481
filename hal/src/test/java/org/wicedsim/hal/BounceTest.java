package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.HalEvent.ButtonContact;
import org.wicedsim.hal.HalEvent.PinEdge;

/// Contacts that bounce, with and without a debounce above them (SPEC 2.1). The buttons are active
/// low, so a press ends at a low level.
class BounceTest {
  private static final int SEEDS = 50;
  private static final Duration BOUNCE = Duration.ofMillis(6);
  private static final Duration RAW = Duration.ZERO;
  private static final Duration DEBOUNCE = BoardDescription.DEFAULT_DEBOUNCE;
  private static final Duration SETTLED = BOUNCE.plus(DEBOUNCE);
  private static final PinEdge DOWN = new PinEdge(VirtualBoards.BUTTON_PIN, Level.LOW);
  private static final PinEdge UP = new PinEdge(VirtualBoards.BUTTON_PIN, Level.HIGH);

  private final ManualClock clock = new ManualClock();

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void behindTheDebounceAPressIsOneEdgeAndAReleaseIsOneEdge(long seed) {
    VirtualBoard board = VirtualBoards.board(clock, DEBOUNCE, BOUNCE, seed);
    Recorder recorder = Recorder.of(board);

    for (int i = 0; i < 3; i++) {
      board.levers().press(1);
      clock.advance(SETTLED);
      board.levers().release(1);
      clock.advance(SETTLED);
    }

    assertThat(recorder.events(PinEdge.class)).containsExactly(DOWN, UP, DOWN, UP, DOWN, UP);
  }

  /// No open or closed time within the bounce can be as long as the debounce.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aBounceAsLongAsTheDebounceIsStillOneEdge(long seed) {
    VirtualBoard board = VirtualBoards.board(clock, DEBOUNCE, DEBOUNCE, seed);
    Recorder recorder = Recorder.of(board);

    board.levers().press(1);
    clock.advance(SETTLED.plus(SETTLED));

    assertThat(recorder.events(PinEdge.class)).containsExactly(DOWN);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withoutADebounceTheBounceIsSeen(long seed) {
    VirtualBoard board = VirtualBoards.board(clock, RAW, BOUNCE, seed);
    Recorder recorder = Recorder.of(board);

    board.levers().press(1);
    clock.advance(SETTLED);

    assertThat(recorder.events(PinEdge.class)).hasSizeBetween(3, 9).startsWith(DOWN).endsWith(DOWN);
    assertThat(board.pin(VirtualBoards.BUTTON_PIN).read()).isEqualTo(Level.LOW);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void withoutADebounceAReleaseBouncesToo(long seed) {
    VirtualBoard board = VirtualBoards.board(clock, RAW, BOUNCE, seed);
    board.levers().press(1);
    clock.advance(SETTLED);
    Recorder recorder = Recorder.of(board);

    board.levers().release(1);
    clock.advance(SETTLED);

    assertThat(recorder.events(PinEdge.class)).hasSizeBetween(3, 9).startsWith(UP).endsWith(UP);
    assertThat(board.pin(VirtualBoards.BUTTON_PIN).read()).isEqualTo(Level.HIGH);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aBounceIsOverInItsTime(long seed) {
    VirtualBoard board = VirtualBoards.board(clock, RAW, BOUNCE, seed);
    board.levers().press(1);
    clock.advance(BOUNCE);
    Recorder recorder = Recorder.of(board);

    clock.advance(SETTLED);

    assertThat(recorder.events()).isEmpty();
    assertThat(clock.pending()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTouchShorterThanItsBounceIsNoEdgeBehindTheDebounce(long seed) {
    VirtualBoard board = VirtualBoards.board(clock, DEBOUNCE, BOUNCE, seed);
    Recorder recorder = Recorder.of(board);

    board.levers().press(1);
    clock.advance(partOf(BOUNCE, seed));
    board.levers().release(1);
    clock.advance(SETTLED);

    assertThat(recorder.events(PinEdge.class)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTouchShorterThanItsBounceEndsReleased(long seed) {
    VirtualBoard board = VirtualBoards.board(clock, RAW, BOUNCE, seed);
    Recorder recorder = Recorder.of(board);

    board.levers().press(1);
    clock.advance(partOf(BOUNCE, seed));
    board.levers().release(1);
    clock.advance(BOUNCE);

    assertThat(board.pin(VirtualBoards.BUTTON_PIN).read()).isEqualTo(Level.HIGH);
    assertThat(recorder.events(PinEdge.class)).endsWith(UP);
    assertThat(clock.pending()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFingerThatSlipsForLessThanTheBounceKeepsTheButtonPressed(long seed) {
    VirtualBoard board = VirtualBoards.board(clock, DEBOUNCE, BOUNCE, seed);
    board.levers().press(1);
    clock.advance(SETTLED);
    Recorder recorder = Recorder.of(board);

    board.levers().release(1);
    clock.advance(partOf(BOUNCE, seed));
    board.levers().press(1);
    clock.advance(SETTLED);

    assertThat(recorder.events(PinEdge.class)).isEmpty();
    assertThat(board.pin(VirtualBoards.BUTTON_PIN).read()).isEqualTo(Level.LOW);
  }

  /// A view that shows the finger must not tremble.
  @Test
  void theFingerDoesNotBounce() {
    VirtualBoard board = VirtualBoards.board(clock, RAW, BOUNCE, 1);
    Recorder recorder = Recorder.of(board);

    board.levers().press(1);
    clock.advance(SETTLED);
    board.levers().release(1);
    clock.advance(SETTLED);

    assertThat(recorder.events(ButtonContact.class))
        .containsExactly(new ButtonContact(1, true), new ButtonContact(1, false));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSameSeedBouncesAtTheSameInstants(long seed) {
    assertThat(bounces(seed)).isEqualTo(bounces(seed));
  }

  @Test
  void anotherSeedBouncesAtOtherInstants() {
    Set<List<EventStream.Stamped>> bounces = new HashSet<>();

    seeds().forEach(seed -> bounces.add(bounces(seed)));

    assertThat(bounces).hasSize(SEEDS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theShortestBouncesAreBouncesToo(long nanos) {
    VirtualBoard board = VirtualBoards.board(clock, RAW, Duration.ofNanos(nanos), 1);

    board.levers().press(1);
    clock.advance(Duration.ofNanos(nanos));

    assertThat(board.pin(VirtualBoards.BUTTON_PIN).read()).isEqualTo(Level.LOW);
  }

  /// What the file promises: with the default debounce one press stays one press.
  @Test
  void theBouncingBoardThatShipsKeepsOnePressOnePress() throws BoardFileException {
    VirtualBoard board = VirtualBoards.board(clock, BoardFile.shipped("bouncing"));
    Recorder recorder = Recorder.of(board);

    board.levers().tap(1, Duration.ofMillis(50));
    board.levers().tap(2, Duration.ofMillis(50));
    clock.advance(Duration.ofMillis(100));

    assertThat(recorder.events(PinEdge.class))
        .containsExactlyInAnyOrder(DOWN, UP, new PinEdge(8, Level.LOW), new PinEdge(8, Level.HIGH));
  }

  private static List<EventStream.Stamped> bounces(long seed) {
    ManualClock clock = new ManualClock();
    VirtualBoard board = VirtualBoards.board(clock, RAW, BOUNCE, seed);
    Recorder recorder = Recorder.of(board);
    Stream.of(SETTLED, SETTLED.multipliedBy(2))
        .forEach(hold -> {
          board.levers().tap(1, hold);
          clock.advance(hold.plus(SETTLED));
        });
    return recorder.stamped();
  }

  private static Duration partOf(Duration whole, long seed) {
    return Duration.ofNanos(new Random(seed).nextLong(whole.toNanos()));
  }
}
