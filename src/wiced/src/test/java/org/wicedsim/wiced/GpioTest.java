package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.PinMode;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.EventLog;
import org.wicedsim.wiced.testing.TestBoard;

/// SPEC 3.7 and 2.1. On the course's board LED 1 is pin 12, button 1 is pin 10; pin 30 is free.
class GpioTest {
  private static final int FREE_PIN = 30;
  private static final int NO_PIN = 52;

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play(new ManualClock());
  private final Gpio gpio = played.wiced().gpio();

  @Test
  void buttonsAndLedsAreReadyBeforeTheFirmwareStarts() {
    assertThat(gpio.inputGet(gpio.button(1))).isTrue();
    assertThat(gpio.outputHigh(gpio.led(1))).isEqualTo(WicedResult.SUCCESS);
    assertThat(played.board().levers().isLit(1)).isTrue();
  }

  @Test
  void theBoardFileSaysWhichPinsAreButtonsAndLeds() {
    assertThat(gpio.button(1)).isEqualTo(10);
    assertThat(gpio.button(2)).isEqualTo(8);
    assertThat(gpio.led(1)).isEqualTo(12);
    assertThat(gpio.led(2)).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"0", "3"})
  void aButtonOrLedThatTheBoardDoesNotHaveIsRefused(int number) {
    assertThatThrownBy(() -> gpio.button(number)).hasMessageContaining("no button " + number);
    assertThatThrownBy(() -> gpio.led(number)).hasMessageContaining("no LED " + number);
    assertThatThrownBy(() -> gpio.ledSetState(number, true))
        .hasMessageContaining("no LED " + number);
  }

  @Test
  void aPressedButtonReadsLow() {
    var raw = bench.play(TestBoard.shipped("bare"), new ManualClock(), bench.access());
    raw.board().levers().press(1);

    assertThat(raw.wiced().gpio().inputGet(raw.wiced().gpio().button(1))).isFalse();
  }

  @Test
  void anOutputFollowsHighAndLow() {
    gpio.init(FREE_PIN, PinMode.OUTPUT_PUSH_PULL);

    assertThat(gpio.outputHigh(FREE_PIN)).isEqualTo(WicedResult.SUCCESS);
    assertThat(gpio.inputGet(FREE_PIN)).isTrue();
    assertThat(gpio.outputLow(FREE_PIN)).isEqualTo(WicedResult.SUCCESS);
    assertThat(gpio.inputGet(FREE_PIN)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"INPUT_PULL_UP, true", "INPUT_PULL_DOWN, false"})
  void anUnconnectedInputReadsItsPullResistor(PinMode mode, boolean high) {
    gpio.init(FREE_PIN, mode);

    assertThat(gpio.inputGet(FREE_PIN)).isEqualTo(high);
  }

  @Test
  void aPinThatIsNotConfiguredIsUnsupported() {
    assertThat(gpio.outputHigh(FREE_PIN)).isEqualTo(WicedResult.UNSUPPORTED);
    assertThat(gpio.outputLow(FREE_PIN)).isEqualTo(WicedResult.UNSUPPORTED);
    assertThat(gpio.inputGet(FREE_PIN)).isFalse();
    assertThat(played.log().resultsOf("wiced_gpio_input_get"))
        .containsExactly(WicedResult.UNSUPPORTED);
  }

  @Test
  void aPinThatWasGivenBackIsUnsupported() {
    assertThat(gpio.deinit(gpio.led(1))).isEqualTo(WicedResult.SUCCESS);

    assertThat(gpio.outputHigh(gpio.led(1))).isEqualTo(WicedResult.UNSUPPORTED);
    assertThat(gpio.ledSetState(1, true)).isEqualTo(WicedResult.UNSUPPORTED);
  }

  /// The chip takes the write; what firmware meant by it is a question for the diagnostic.
  @Test
  void writingAnInputChangesNothingAndIsToldOf() {
    assertThat(gpio.outputLow(gpio.button(1))).isEqualTo(WicedResult.SUCCESS);

    assertThat(gpio.inputGet(gpio.button(1))).isTrue();
    assertThat(played.log().awaitDiagnostic("gpio")).contains("pin 10", "is an input");
  }

  @Test
  void inputGetBoolTellsALowLineFromAPinThatIsNotConfigured() {
    gpio.init(FREE_PIN, PinMode.INPUT_PULL_DOWN);

    assertThat(gpio.inputGetBool(gpio.button(1)))
        .isEqualTo(new Gpio.Input(WicedResult.SUCCESS, true));
    assertThat(gpio.inputGetBool(FREE_PIN)).isEqualTo(new Gpio.Input(WicedResult.SUCCESS, false));
    assertThat(gpio.inputGetBool(FREE_PIN + 1))
        .isEqualTo(new Gpio.Input(WicedResult.UNSUPPORTED, false));
  }

  @Test
  void aPinThatTheBoardDoesNotHaveIsABadArgument() {
    assertThat(gpio.init(NO_PIN, PinMode.INPUT_PULL_UP)).isEqualTo(WicedResult.BADARG);
    assertThat(gpio.init(0, PinMode.INPUT_PULL_UP)).isEqualTo(WicedResult.BADARG);
    assertThat(gpio.deinit(NO_PIN)).isEqualTo(WicedResult.BADARG);
    assertThat(gpio.outputHigh(NO_PIN)).isEqualTo(WicedResult.BADARG);
    assertThat(gpio.inputIrqEnable(NO_PIN, IrqTrigger.BOTH_EDGES, () -> {}))
        .isEqualTo(WicedResult.BADARG);
    assertThat(gpio.inputIrqDisable(NO_PIN)).isEqualTo(WicedResult.BADARG);
  }

  @ParameterizedTest
  @EnumSource(IrqTrigger.class)
  void anInterruptWithoutAHandlerIsAnError(IrqTrigger trigger) {
    assertThat(gpio.inputIrqEnable(gpio.button(1), trigger, null)).isEqualTo(WicedResult.ERROR);
  }

  @ParameterizedTest
  @EnumSource(
      value = IrqTrigger.class,
      names = {"LEVEL_HIGH", "LEVEL_LOW"})
  void anInterruptByLevelIsUnsupportedAndToldOf(IrqTrigger trigger) {
    assertThat(gpio.inputIrqEnable(gpio.button(1), trigger, () -> {}))
        .isEqualTo(WicedResult.UNSUPPORTED);
    assertThat(played.log().awaitDiagnostic("gpio")).contains(trigger.name(), "pin 10");
  }

  @Test
  void anInterruptOfAnOutputIsAnError() {
    assertThat(gpio.inputIrqEnable(gpio.led(1), IrqTrigger.BOTH_EDGES, () -> {}))
        .isEqualTo(WicedResult.ERROR);
  }

  @Test
  void anInterruptOfAPinThatIsNotConfiguredIsAnErrorInEventsToo() {
    assertThat(gpio.inputIrqEnable(FREE_PIN, IrqTrigger.BOTH_EDGES, () -> {}))
        .isEqualTo(WicedResult.ERROR);
    assertThat(played.log().resultsOf("wiced_gpio_input_irq_enable"))
        .containsExactly(WicedResult.ERROR);
  }

  @Test
  void theDiagnosticOfAMisuseNamesCallAndPin() {
    gpio.outputHigh(FREE_PIN);

    assertThat(played.log().awaitDiagnostic("gpio"))
        .contains("wiced_gpio_output_high", "pin 30", "not configured");
  }

  @Test
  void aCallIsAnEventWithPinAndArguments() {
    gpio.init(FREE_PIN, PinMode.OUTPUT_PUSH_PULL);
    gpio.outputHigh(FREE_PIN);
    gpio.ledSetState(2, true);

    assertThat(played.log().calls())
        .endsWith(
            EventLog.call("wiced_gpio_init", "30, OUTPUT_PUSH_PULL", WicedResult.SUCCESS),
            EventLog.call("wiced_gpio_output_high", "30", WicedResult.SUCCESS),
            EventLog.call("wiced_led_set_state", "6, on", WicedResult.SUCCESS));
  }

  /// LEDs of the course's board shine at a high level, those of the bare board at a low one.
  @ParameterizedTest
  @CsvSource({"course", "bare"})
  void ledSetStateFollowsThePolarityOfTheBoard(String name) {
    var board = bench.play(TestBoard.shipped(name), new ManualClock(), bench.access());

    board.wiced().gpio().ledSetState(2, true);

    assertThat(board.board().levers().isLit(2)).isTrue();
    board.wiced().gpio().ledSetState(2, false);
    assertThat(board.board().levers().isLit(2)).isFalse();
  }

  @Test
  void aLedThatIsLitAlreadyIsNoSecondEvent() {
    gpio.ledSetState(1, true);
    gpio.ledSetState(1, true);

    assertThat(played.log().all(HalEvent.LedLight.class))
        .containsExactly(new HalEvent.LedLight(1, true));
  }

  @ParameterizedTest
  @EnumSource(PinMode.class)
  void everyModeCanBeConfigured(PinMode mode) {
    assertThat(gpio.init(FREE_PIN, mode)).isEqualTo(WicedResult.SUCCESS);
  }
}
