package org.wicedsim.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream.Stamped;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wiced.WicedResult;

class TextFormatTest {
  private static final WicedEvent.SdkCall CALL =
      new WicedEvent.SdkCall(
          "wiced_tcp_connect", "socket 1, 2000", WicedResult.SOCKET_CLOSED, "app.c:31");

  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);
  private final TextFormat format = new TextFormat(out, false);

  @Test
  void aLineHasTheTimeWhatItIsAboutAndWhatHappened() {
    print(1_234_567_890L, new HalEvent.LedLight(2, true));

    assertThat(printed()).isEqualTo("    1.235  led 2       on\n");
  }

  @Test
  void whatTheFirmwarePrintsIsShownByTheLine() {
    print(0, new HalEvent.UartSent(Octets.of("one\ntw")));
    print(0, new HalEvent.UartSent(Octets.of("o\n")));

    assertThat(printed()).isEqualTo("    0.000  console     one\n    0.000  console     two\n");
  }

  @Test
  void messagesAreShownWholeAndSayWhetherTheyWereSealed() {
    print(0, new WicedEvent.SegmentSent(1, true, Octets.of("W01D6")));
    print(0, new WicedEvent.SegmentSent(1, true, Octets.of("050001")));
    print(0, new WicedEvent.SegmentReceived(1, true, Octets.of("A01D6050001")));

    assertThat(printed().lines())
        .containsExactly(
            "    0.000  sent        W01D6050001  (TLS)",
            "    0.000  received    A01D6050001  (TLS)");
  }

  @Test
  void escapeSequencesOfTheFirmwareNeverReachTheTerminal() {
    print(0, new HalEvent.UartSent(Octets.of("\u001b[2Jgone\u009b31m\n")));
    print(0, new HalEvent.Diagnostic("tls-untrusted", "issued by \u001b]0;owned\u0007"));

    assertThat(printed().replace("\n", "")).doesNotContainPattern("\\p{Cc}");
  }

  @Test
  void callsAreLeftOutUnlessTheyAreAskedFor() {
    print(0, CALL);

    assertThat(printed()).isEmpty();
  }

  @Test
  void aTracedCallTellsItsLineItsArgumentsAndItsResult() {
    new TextFormat(out, true).print(new Stamped(1, 0, CALL), out);

    assertThat(printed())
        .isEqualTo(
            "    0.000  call        app.c:31  wiced_tcp_connect(socket 1, 2000)"
                + " = 7014 SOCKET_CLOSED\n");
  }

  private void print(long nanos, Event event) {
    format.print(new Stamped(1, nanos, event), out);
  }

  private String printed() {
    out.flush();
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
