package org.wicedsim.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wicedsim.hal.EventStream.Stamped;
import org.wicedsim.hal.HalEvent;

class EventPrinterTest {
  // More events than may wait: the board waits for the printer, and none is lost.
  @Test
  void closingPrintsEveryEventInItsOrder() {
    StringWriter text = new StringWriter();
    int count = 2 * EventPrinter.MAX_WAITING;
    try (EventPrinter printer =
        new EventPrinter((event, out) -> out.println(event.number()), new PrintWriter(text))) {
      for (int i = 1; i <= count; i++) {
        printer.onEvent(new Stamped(i, 0, new HalEvent.LedLight(1, true)));
      }
    }

    assertThat(text.toString().lines().mapToLong(Long::parseLong).boxed())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, count).boxed().toList());
  }

  // A board that is switched off interrupts its threads, which publish all the same.
  @Test
  void anEventFromAnInterruptedThreadIsPrintedAndTheThreadStaysInterrupted() {
    StringWriter text = new StringWriter();
    try (EventPrinter printer =
        new EventPrinter((event, out) -> out.print(event.number()), new PrintWriter(text))) {
      Thread.currentThread().interrupt();
      printer.onEvent(new Stamped(7, 0, new HalEvent.LedLight(1, true)));

      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(text).hasToString("7");
  }
}
