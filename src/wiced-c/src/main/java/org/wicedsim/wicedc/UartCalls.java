package org.wicedsim.wicedc;

import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.WicedResult;
import org.wicedsim.wiced.WicedUart;

/// Answers the calls about serial lines. Slots begin with the number of the UART.
final class UartCalls {
  /// No program of a board with so much memory can ask for more.
  static final int MAX_OCTETS = 2 * 1024 * 1024;

  private final WicedUart uart;
  private final Binding binding;

  UartCalls(Session session) {
    uart = session.wiced().uart();
    binding = session.binding();
  }

  /// Slots: UART, baud rate, data width, parity, stop bits, flow control, size of the ring buffer.
  WicedResult init(Slots slots) {
    WicedUart.Config config =
        new WicedUart.Config(
            slots.int32(1),
            choice(WicedUart.DataWidth.values(), slots.int32(2)),
            choice(WicedUart.Parity.values(), slots.int32(3)),
            choice(WicedUart.StopBits.values(), slots.int32(4)),
            choice(WicedUart.FlowControl.values(), slots.int32(5)));
    return uart.init(PlatformCalls.number(slots), config, slots.int32(6));
  }

  WicedResult deinit(Slots slots) {
    return uart.deinit(PlatformCalls.number(slots));
  }

  /// Slots: UART, octets, how many.
  WicedResult transmitBytes(Slots slots) {
    long size = slots.uint32(2);
    if (size > MAX_OCTETS) {
      return refuse(PlatformCall.WICED_UART_TRANSMIT_BYTES, slots, size);
    }
    return uart.transmitBytes(
        PlatformCalls.number(slots), NativeMemory.octets(slots.get(1), (int) size));
  }

  /// Slots: UART, memory for octets, how many are wanted, time-out. How many came comes back in the
  /// first one.
  WicedResult receiveBytes(Slots slots) {
    long size = slots.uint32(2);
    int number = PlatformCalls.number(slots);
    slots.set(0, 0);
    if (size > MAX_OCTETS) {
      return refuse(PlatformCall.WICED_UART_RECEIVE_BYTES, slots, size);
    }
    byte[] octets = new byte[(int) size];
    WicedUart.Received received = uart.receiveBytes(number, octets, (int) size, slots.uint32(3));
    NativeMemory.put(slots.get(1), octets, received.octets());
    slots.set(0, received.octets());
    return received.result();
  }

  private WicedResult refuse(PlatformCall call, Slots slots, long size) {
    binding.diagnose(
        "uart",
        "%s: a size of %d octets: was it set before the call?".formatted(call.function(), size));
    return binding.returned(call.function(), WicedResult.BADARG, PlatformCalls.number(slots), size);
  }

  /// How a line speaks changes nothing, so what is out of range does not either.
  private static <E> E choice(E[] choices, int number) {
    return number < 0 || number >= choices.length ? choices[0] : choices[number];
  }
}
