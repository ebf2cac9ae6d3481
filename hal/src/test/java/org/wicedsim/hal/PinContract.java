package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.hal.PinException.Kind;

/// What pins allow and refuse.
abstract class PinContract extends ContractPart {
  PinContract(BoardBench bench) {
    super(bench);
  }

  @Test
  void aPinKnowsItsNumber() {
    Board board = start().board();

    assertThat(board.pin(pins.button1()).number()).isEqualTo(pins.button1());
    assertThat(board.pin(pins.free()).number()).isEqualTo(pins.free());
  }

  @Test
  void buttonsAreInputsBeforeTheFirmwareStarts() {
    Board board = start().board();

    assertThat(board.pin(pins.button1()).mode()).contains(PinMode.INPUT_PULL_UP);
    assertThat(board.pin(pins.button2()).mode()).contains(PinMode.INPUT_PULL_UP);
  }

  @Test
  void aPinThatTheBoardDoesNotHaveIsRefused() {
    Board board = start().board();

    assertRefused(() -> board.pin(pins.missing()), Kind.NO_SUCH_PIN, "no pin " + pins.missing());
    assertRefused(() -> board.pin(-1), Kind.NO_SUCH_PIN, "no pin -1");
  }

  @Test
  void aFreePinIsNotConfigured() {
    DigitalPin pin = start().board().pin(pins.free());

    assertThat(pin.mode()).isEmpty();
    assertNotConfigured(pin);
  }

  @Test
  void aPinGivenBackIsNotConfigured() {
    DigitalPin pin = start().board().pin(pins.led1());

    pin.deconfigure();

    assertThat(pin.mode()).isEmpty();
    assertNotConfigured(pin);
  }

  @Test
  void givingAPinBackTwiceDoesNothing() {
    DigitalPin pin = start().board().pin(pins.free());

    pin.deconfigure();

    assertThat(pin.mode()).isEmpty();
  }

  @Test
  void anInputCannotBeWritten() {
    DigitalPin pin = start().board().pin(pins.button1());

    assertRefused(
        () -> pin.write(Level.LOW),
        Kind.WRONG_DIRECTION,
        "pin %d is an input".formatted(pins.button1()));
  }

  @Test
  void anOutputHasNoEdgesToListenFor() {
    DigitalPin pin = start().board().pin(pins.led1());

    assertRefused(
        () -> pin.onEdge(Set.of(Edge.RISING), _ -> {}),
        Kind.WRONG_DIRECTION,
        "pin %d is an output".formatted(pins.led1()));
  }

  @ParameterizedTest
  @EnumSource
  void aFreePinTakesEveryConfiguration(PinMode mode) {
    DigitalPin pin = start().board().pin(pins.free());

    pin.configure(mode);

    assertThat(pin.mode()).contains(mode);
  }

  @ParameterizedTest
  @EnumSource
  void aFreeOutputReadsWhatWasWritten(Level level) {
    DigitalPin pin = start().board().pin(pins.free());
    pin.configure(PinMode.OUTPUT_PUSH_PULL);

    pin.write(level);

    assertThat(pin.read()).isEqualTo(level);
  }

  /// However often firmware asks for a pin, it is the same one.
  @Test
  void aPinIsSharedByAllWhoAskForIt() {
    Board board = start().board();
    board.pin(pins.free()).configure(PinMode.OUTPUT_PUSH_PULL);

    board.pin(pins.free()).write(Level.HIGH);

    assertThat(board.pin(pins.free()).read()).isEqualTo(Level.HIGH);
  }

  private static void assertNotConfigured(DigitalPin pin) {
    String message = "pin %d is not configured".formatted(pin.number());
    assertRefused(pin::read, Kind.NOT_CONFIGURED, message);
    assertRefused(() -> pin.write(Level.HIGH), Kind.NOT_CONFIGURED, message);
    assertRefused(() -> pin.onEdge(Set.of(Edge.RISING), _ -> {}), Kind.NOT_CONFIGURED, message);
  }

  private static void assertRefused(ThrowingCallable call, Kind kind, String message) {
    assertThatExceptionOfType(PinException.class)
        .isThrownBy(call)
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
