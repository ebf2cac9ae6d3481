package org.wicedsim.wicedc;

import org.wicedsim.wiced.Pwm;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls about pins, serial lines, buses and pulses. What C counts from 0 counts from 1
/// here: `WICED_GPIO_12` is 11 in C, and pin 12.
final class PlatformCalls {
  private final GpioCalls gpio;
  private final UartCalls uart;
  private final I2cCalls i2c;
  private final Pwm pwm;

  PlatformCalls(Session session) {
    gpio = new GpioCalls(session);
    uart = new UartCalls(session);
    i2c = new I2cCalls(session.wiced().i2c());
    pwm = session.wiced().pwm();
  }

  /// The result of a call, as C gets it.
  long answer(PlatformCall call, Slots slots) {
    return switch (call) {
      case WICED_GPIO_INPUT_GET -> truth(gpio.inputGet(slots));
      case WICED_I2C_PROBE_DEVICE -> truth(i2c.probe(slots));
      case WICED_GPIO_INIT -> gpio.init(slots).code();
      case WICED_GPIO_DEINIT -> gpio.deinit(slots).code();
      case WICED_GPIO_OUTPUT_HIGH -> gpio.outputHigh(slots).code();
      case WICED_GPIO_OUTPUT_LOW -> gpio.outputLow(slots).code();
      case WICED_GPIO_INPUT_GET_BOOL -> gpio.inputGetBool(slots).code();
      case WICED_GPIO_INPUT_IRQ_ENABLE -> gpio.inputIrqEnable(slots).code();
      case WICED_GPIO_INPUT_IRQ_DISABLE -> gpio.inputIrqDisable(slots).code();
      case WICED_LED_SET_STATE -> gpio.ledSetState(slots).code();
      case WICED_UART_INIT -> uart.init(slots).code();
      case WICED_UART_DEINIT -> uart.deinit(slots).code();
      case WICED_UART_TRANSMIT_BYTES -> uart.transmitBytes(slots).code();
      case WICED_UART_RECEIVE_BYTES -> uart.receiveBytes(slots).code();
      case WICED_I2C_INIT -> i2c.init(slots).code();
      case WICED_I2C_DEINIT -> i2c.deinit(slots).code();
      case WICED_I2C_WRITE -> i2c.write(slots).code();
      case WICED_I2C_READ -> i2c.read(slots).code();
      case WICED_PWM_INIT -> init(slots).code();
      case WICED_PWM_START -> pwm.start(number(slots)).code();
      case WICED_PWM_STOP -> pwm.stop(number(slots)).code();
    };
  }

  /// The number of a part in the first slot, which in C counts from 0.
  static int number(Slots slots) {
    return slots.int32(0) + 1;
  }

  private static long truth(boolean answer) {
    return answer ? 1 : 0;
  }

  /// Slots: output, frequency, duty cycle as a `double`.
  private WicedResult init(Slots slots) {
    return pwm.init(number(slots), slots.uint32(1), Double.longBitsToDouble(slots.get(2)));
  }
}
