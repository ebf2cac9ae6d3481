package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.PinMode;
import org.wicedsim.hal.SystemClock;

/// Pins, serial lines, buses and pulses, as C calls them. On the course's board `WICED_LED1` is 11,
/// `WICED_BUTTON1` is 9; 29 is free.
class PlatformCallsTest {
  private static final int SUCCESS = 0;
  private static final int TIMEOUT = 2;
  private static final int ERROR = 4;
  private static final int BADARG = 5;
  private static final int UNSUPPORTED = 7;

  private static final int LED1 = 11;
  private static final int BUTTON1 = 9;
  private static final int FREE_PIN = 29;
  private static final int FALLING_EDGE = 2;
  private static final int STDIO = 0;
  private static final int I2C_2 = 1;
  private static final int PSOC = 0x42;
  private static final int PWM_3 = 2;

  @RegisterExtension final SdkBench bench = new SdkBench(new SystemClock());

  private final PlayedFunctions code = new PlayedFunctions();
  private final PlatformCalls calls =
      new PlatformCalls(new Session(bench.session().wiced(), bench.session().binding(), code));

  @Test
  void anLedIsDrivenByItsPin() {
    assertThat(call(PlatformCall.WICED_GPIO_OUTPUT_HIGH, LED1)).isEqualTo(SUCCESS);
    assertThat(bench.board().levers().isLit(1)).isTrue();

    assertThat(call(PlatformCall.WICED_GPIO_OUTPUT_LOW, LED1)).isEqualTo(SUCCESS);
    assertThat(bench.board().levers().isLit(1)).isFalse();
  }

  @Test
  void anLedIsDrivenByItsIndex() {
    assertThat(call(PlatformCall.WICED_LED_SET_STATE, 1, 1)).isEqualTo(SUCCESS);

    assertThat(bench.board().levers().isLit(2)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2", "-1"})
  void anLedThatTheBoardDoesNotHaveIsRefused(int led) {
    assertThat(call(PlatformCall.WICED_LED_SET_STATE, led, 1)).isEqualTo(BADARG);
    assertThat(bench.diagnostics()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, INPUT_PULL_UP",
    "1, INPUT_PULL_DOWN",
    "2, OUTPUT_PUSH_PULL",
    "3, INPUT_HIGH_IMPEDANCE",
    "4, OUTPUT_OPEN_DRAIN_NO_PULL",
    "5, OUTPUT_OPEN_DRAIN_PULL_UP"
  })
  void configurationsHaveTheNumbersOfC(int number, PinMode mode) {
    assertThat(call(PlatformCall.WICED_GPIO_INIT, FREE_PIN, number)).isEqualTo(SUCCESS);

    assertThat(bench.board().pin(FREE_PIN + 1).mode()).contains(mode);
  }

  @Test
  void aConfigurationThatThereIsNotIsRefused() {
    assertThat(call(PlatformCall.WICED_GPIO_INIT, FREE_PIN, 6)).isEqualTo(BADARG);
    assertThat(bench.diagnostics())
        .containsExactly("gpio: wiced_gpio_init: 6 is no wiced_gpio_config_t");
  }

  @Test
  void aPinThatWasGivenBackIsUnsupported() {
    assertThat(call(PlatformCall.WICED_GPIO_DEINIT, LED1)).isEqualTo(SUCCESS);

    assertThat(call(PlatformCall.WICED_GPIO_OUTPUT_HIGH, LED1)).isEqualTo(UNSUPPORTED);
  }

  @ParameterizedTest
  @CsvSource({"51", "-1", "2147483647"})
  void aPinThatTheBoardDoesNotHaveIsRefused(long pin) {
    assertThat(call(PlatformCall.WICED_GPIO_OUTPUT_HIGH, pin)).isEqualTo(BADARG);
    assertThat(call(PlatformCall.WICED_GPIO_INPUT_GET, pin)).isZero();
  }

  @Test
  void aPinIsReadInTwoWays() {
    Slots slots = bench.slots(BUTTON1);

    assertThat(call(PlatformCall.WICED_GPIO_INPUT_GET, BUTTON1)).isEqualTo(1);
    assertThat(calls.answer(PlatformCall.WICED_GPIO_INPUT_GET_BOOL, slots)).isEqualTo(SUCCESS);

    assertThat(slots.get(0)).isEqualTo(1);
  }

  @Test
  void aPressCallsTheHandlerWithItsArgument() {
    CompletableFuture<Long> argument = new CompletableFuture<>();
    long handler = code.function(argument::complete);

    assertThat(
            call(
                PlatformCall.WICED_GPIO_INPUT_IRQ_ENABLE,
                BUTTON1,
                FALLING_EDGE,
                handler,
                0x1_0000_0001L))
        .isEqualTo(SUCCESS);
    bench.board().levers().press(1);

    assertThat(argument.join()).isEqualTo(0x1_0000_0001L);
    assertThat(call(PlatformCall.WICED_GPIO_INPUT_IRQ_DISABLE, BUTTON1)).isEqualTo(SUCCESS);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 0", "4, 7", "8, 7", "0, 5", "16, 5"})
  void triggersHaveTheNumbersOfC(int trigger, long result) {
    long handler = code.function(_ -> {});

    assertThat(call(PlatformCall.WICED_GPIO_INPUT_IRQ_ENABLE, BUTTON1, trigger, handler, 0))
        .isEqualTo(result);
  }

  @Test
  void aHandlerThatIsNullIsAnError() {
    assertThat(call(PlatformCall.WICED_GPIO_INPUT_IRQ_ENABLE, BUTTON1, FALLING_EDGE, 0, 0))
        .isEqualTo(ERROR);
  }

  @Test
  void whatIsTypedIsReceived() {
    bench.board().levers().type(Octets.of("ab"));
    long memory = bench.octets(3);
    Slots slots = bench.slots(STDIO, memory, 2, 1_000);

    assertThat(calls.answer(PlatformCall.WICED_UART_RECEIVE_BYTES, slots)).isEqualTo(SUCCESS);

    assertThat(slots.get(0)).isEqualTo(2);
    assertThat(NativeMemory.octets(memory, 3)).containsExactly('a', 'b', 0xEE);
  }

  @Test
  void aTimeOutTellsHowManyCame() {
    bench.board().levers().type(Octets.of("a"));
    long memory = bench.octets(2);
    Slots slots = bench.slots(STDIO, memory, 2, 1);

    assertThat(calls.answer(PlatformCall.WICED_UART_RECEIVE_BYTES, slots)).isEqualTo(TIMEOUT);

    assertThat(slots.get(0)).isEqualTo(1);
    assertThat(NativeMemory.octets(memory, 2)).containsExactly('a', 0xEE);
  }

  /// A `size` that was never set.
  @Test
  void moreThanTheMemoryOfTheBoardIsRefused() {
    Slots slots = bench.slots(STDIO, 0, 0xCCCC_CCCCL, 0);

    assertThat(calls.answer(PlatformCall.WICED_UART_RECEIVE_BYTES, slots)).isEqualTo(BADARG);

    assertThat(slots.get(0)).isZero();
    assertThat(call(PlatformCall.WICED_UART_TRANSMIT_BYTES, STDIO, 0, 0xCCCC_CCCCL))
        .isEqualTo(BADARG);
    assertThat(bench.diagnostics()).allMatch(line -> line.contains("was it set before"));
  }

  @Test
  void whatIsSentIsOnTheConsole() {
    CompletableFuture<Octets> sent = new CompletableFuture<>();
    var _ =
        bench
            .board()
            .events()
            .subscribe(stamped -> {
              if (stamped.event() instanceof HalEvent.UartSent(Octets octets)) {
                sent.complete(octets);
              }
            });

    assertThat(
            call(
                PlatformCall.WICED_UART_TRANSMIT_BYTES,
                STDIO,
                bench.octets(Octets.of("!").toBytes()),
                1))
        .isEqualTo(SUCCESS);

    assertThat(sent.join()).isEqualTo(Octets.of("!"));
  }

  @Test
  void theConsoleNeedsNoInitAndOthersDo() {
    assertThat(call(PlatformCall.WICED_UART_INIT, STDIO, 9_600, 3, 0, 0, 0, 64)).isEqualTo(ERROR);
    assertThat(call(PlatformCall.WICED_UART_TRANSMIT_BYTES, 1, bench.octets(1), 1))
        .isEqualTo(ERROR);
    assertThat(call(PlatformCall.WICED_UART_INIT, 1, 9_600, 99, 0, 0, 0, 64)).isEqualTo(SUCCESS);
    assertThat(call(PlatformCall.WICED_UART_TRANSMIT_BYTES, 1, bench.octets(1), 1))
        .isEqualTo(SUCCESS);
    assertThat(call(PlatformCall.WICED_UART_DEINIT, 1)).isEqualTo(SUCCESS);
  }

  @Test
  void theShieldAnswersOnItsBus() {
    long memory = bench.octets(5);

    assertThat(call(PlatformCall.WICED_I2C_INIT, I2C_2)).isEqualTo(SUCCESS);
    assertThat(call(PlatformCall.WICED_I2C_PROBE_DEVICE, I2C_2, PSOC, 1)).isEqualTo(1);
    assertThat(call(PlatformCall.WICED_I2C_PROBE_DEVICE, I2C_2, PSOC + 1, 1)).isZero();
    assertThat(call(PlatformCall.WICED_I2C_WRITE, I2C_2, PSOC, 5, bench.octets(new byte[] {7}), 1))
        .isEqualTo(SUCCESS);
    assertThat(call(PlatformCall.WICED_I2C_READ, I2C_2, PSOC, 5, memory, 4)).isEqualTo(SUCCESS);

    // 22.5 as a float.
    assertThat(NativeMemory.octets(memory, 5)).containsExactly(0, 0, 0xB4, 0x41, 0xEE);
    assertThat(call(PlatformCall.WICED_I2C_DEINIT, I2C_2)).isEqualTo(SUCCESS);
  }

  @Test
  void aReadThatFailsLeavesTheMemoryAlone() {
    long memory = bench.octets(1);
    call(PlatformCall.WICED_I2C_INIT, I2C_2);

    assertThat(call(PlatformCall.WICED_I2C_READ, I2C_2, PSOC + 1, 5, memory, 1)).isEqualTo(ERROR);

    assertThat(NativeMemory.octets(memory, 1)).containsExactly(0xEE);
  }

  @Test
  void pulsesDimAnLed() {
    call(PlatformCall.WICED_GPIO_DEINIT, LED1);

    assertThat(call(PlatformCall.WICED_PWM_INIT, PWM_3, 1_000, Double.doubleToLongBits(12.5)))
        .isEqualTo(SUCCESS);
    assertThat(call(PlatformCall.WICED_PWM_START, PWM_3)).isEqualTo(SUCCESS);

    assertThat(bench.board().levers().isLit(1)).isTrue();
    assertThat(bench.calls()).contains("wiced_pwm_init(3, 1000, 12.5) = SUCCESS");
    assertThat(call(PlatformCall.WICED_PWM_STOP, PWM_3)).isEqualTo(SUCCESS);
    assertThat(bench.board().levers().isLit(1)).isFalse();
  }

  private long call(PlatformCall call, long... arguments) {
    return calls.answer(call, bench.slots(arguments));
  }
}
