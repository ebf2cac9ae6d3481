package org.wicedsim.wicedc;

import java.time.Duration;
import java.util.OptionalInt;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Uart;

/// Answers what the C side itself needs: stdio on the console's UART, and diagnostics.
final class SystemCalls {
  /// How long one look at the console lasts; it is looked at again and again.
  private static final Duration LOOK = Duration.ofHours(1);

  private final Session session;
  private final Uart console;

  SystemCalls(Session session) {
    this.session = session;
    console = session.binding().board().uart();
  }

  long answer(SystemCall call, Slots slots) throws InterruptedException {
    return switch (call) {
      case SIM_CONSOLE_WRITE -> write(slots.get(0), slots.int32(1));
      case SIM_CONSOLE_READ -> read(slots.get(0), slots.int32(1));
      case SIM_DIAGNOSE -> diagnose(slots.get(0), slots.get(1));
      case WICED_INIT -> session.wiced().init().code();
      case WICED_DEINIT -> session.wiced().deinit().code();
    };
  }

  /// stdio itself has put lines together, so they pass as they are.
  private long write(long text, int size) {
    console.transmit(Octets.of(NativeMemory.octets(text, size)));
    return size;
  }

  /// Waits for the first octet and takes those that are here already: the end of what is typed is
  /// never reached.
  private long read(long text, int size) throws InterruptedException {
    OptionalInt octet = OptionalInt.empty();
    while (octet.isEmpty()) {
      octet = console.receive(LOOK);
    }
    byte[] octets = new byte[size];
    int count = 0;
    while (octet.isPresent()) {
      octets[count++] = (byte) octet.getAsInt();
      octet = count < size ? console.receive(Duration.ZERO) : OptionalInt.empty();
    }
    NativeMemory.put(text, octets, count);
    return count;
  }

  private long diagnose(long code, long sentence) {
    session.binding().diagnose(NativeMemory.string(code), NativeMemory.string(sentence));
    return 0;
  }
}
