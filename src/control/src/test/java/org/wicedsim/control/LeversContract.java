package org.wicedsim.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Clock;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Level;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.VirtualBoard;

/// What views rely on, whichever process the board is in: what a lever does at once has been heard
/// when the lever returns.
abstract class LeversContract {
  private static final Duration TAP = Duration.ofMillis(50);

  private Rig rig;
  private Recorder heard;

  /// A board of the course that is switched on.
  ///
  /// @param inside the board itself, to do what firmware would do
  record Rig(
      Levers levers, EventStream events, Clock clock, VirtualBoard inside, Runnable powerOff) {}

  abstract Rig start() throws Exception;

  @BeforeEach
  void switchOn() throws Exception {
    rig = start();
    heard = Recorder.of(rig.events());
  }

  @AfterEach
  void switchOff() {
    rig.powerOff().run();
  }

  @Test
  void aPressIsHeardWhenItReturns() {
    rig.levers().press(1);

    assertThat(heard.events()).containsExactly(new HalEvent.ButtonContact(1, true));
    assertThat(rig.levers().isPressed(1)).isTrue();
    assertThat(rig.levers().isPressed(2)).isFalse();
  }

  @Test
  void aReleaseIsHeardWhenItReturns() {
    rig.levers().press(2);
    rig.levers().release(2);

    assertThat(heard.events())
        .containsExactly(new HalEvent.ButtonContact(2, true), new HalEvent.ButtonContact(2, false));
    assertThat(rig.levers().isPressed(2)).isFalse();
  }

  @Test
  void aTapIsSeenFromTheFingerToTheLine() {
    int pin = rig.inside().description().button(1).pin();

    rig.levers().tap(1, TAP);

    await()
        .untilAsserted(() ->
            assertThat(heard.events())
                .containsExactly(
                    new HalEvent.ButtonContact(1, true),
                    new HalEvent.PinEdge(pin, Level.LOW),
                    new HalEvent.ButtonContact(1, false),
                    new HalEvent.PinEdge(pin, Level.HIGH)));
  }

  @Test
  void whatIsTypedArrivesAndIsHeardWhenItReturns() throws InterruptedException {
    Octets typed = Octets.of(new byte[] {'a', '\n', 0, (byte) 0xFF});

    rig.levers().type(typed);

    assertThat(heard.events()).containsExactly(new HalEvent.UartTyped(typed));
    assertThat(rig.inside().uart().receive(Duration.ZERO)).hasValue('a');
  }

  @Test
  void anLedIsSeen() {
    BoardDescription.Led led = rig.inside().description().led(1);
    assertThat(rig.levers().isLit(1)).isFalse();

    rig.inside().pin(led.pin()).write(led.lit());

    assertThat(rig.levers().isLit(1)).isTrue();
    assertThat(heard.events()).contains(new HalEvent.LedLight(1, true));
  }

  @Test
  void eventsAreNumberedWithoutGapsAndBearTheBoardsTime() {
    long before = rig.clock().nanos();

    rig.levers().press(1);
    rig.levers().release(1);

    assertThat(heard.stamped()).extracting(EventStream.Stamped::number).containsExactly(1L, 2L);
    assertThat(heard.stamped())
        .extracting(EventStream.Stamped::nanos)
        .isSorted()
        .allSatisfy(nanos -> assertThat(nanos).isBetween(before, rig.clock().nanos()));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3})
  void partsThatTheBoardDoesNotHaveAreRefused(int number) {
    Levers levers = rig.levers();
    int wrong = number == 3 ? rig.inside().description().buttons().size() + 1 : number;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> levers.press(wrong))
        .withMessageContaining("the board has no button " + wrong);
    assertThatIllegalArgumentException().isThrownBy(() -> levers.release(wrong));
    assertThatIllegalArgumentException().isThrownBy(() -> levers.tap(wrong, TAP));
    assertThatIllegalArgumentException().isThrownBy(() -> levers.isPressed(wrong));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> levers.isLit(wrong + 1_000))
        .withMessageContaining("the board has no LED");
  }

  @Test
  void leversOfABoardThatIsOffHaveNoEffect() {
    rig.powerOff().run();
    List<EventStream.Stamped> before = List.copyOf(heard.stamped());

    rig.levers().press(1);
    rig.levers().tap(2, TAP);
    rig.levers().type(Octets.of("x"));

    assertThat(heard.stamped()).isEqualTo(before);
    assertThat(rig.levers().isLit(1)).isFalse();
  }
}
