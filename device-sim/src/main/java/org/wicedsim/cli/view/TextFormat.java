package org.wicedsim.cli.view;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.scenario.Dialogue;
import org.wicedsim.wiced.WicedEvent;

/// What a person wants to know of a run, one line each: the board's time in seconds, what it is
/// about, and what happened. Pin levels and socket states are left to [JsonFormat], and SDK calls
/// too unless they are asked for.
public final class TextFormat implements EventPrinter.Format {
  private static final double NANOS_PER_SECOND = 1e9;

  private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");

  private final StringBuilder console = new StringBuilder();
  private final PrintWriter messages;
  private final boolean trace;
  private final Dialogue dialogue = new Dialogue(this::printMessage);

  /// @param out where the messages between board and server go: the writer that
  ///   [#print(EventStream.Stamped, PrintWriter)] is given
  /// @param trace whether calls of the SDK are printed, as strace prints those of the system
  public TextFormat(PrintWriter out, boolean trace) {
    messages = out;
    this.trace = trace;
  }

  @Override
  public void print(EventStream.Stamped stamped, PrintWriter out) {
    dialogue.onEvent(stamped);
    long nanos = stamped.nanos();
    switch (stamped.event()) {
      case HalEvent.ButtonContact(int button, boolean pressed) ->
          line(nanos, "button " + button, pressed ? "pressed" : "released", out);
      case HalEvent.LedLight(int led, boolean lit) ->
          line(nanos, "led " + led, lit ? "on" : "off", out);
      case HalEvent.LedBrightness(int led, double percent) ->
          line(nanos, "led " + led, String.format(Locale.ROOT, "%.1f%%", percent), out);
      case HalEvent.UartSent(var octets) -> printConsole(nanos, octets.utf8(), out);
      case HalEvent.UartTyped(var octets) -> line(nanos, "typed", octets.toString(), out);
      case HalEvent.UartOverrun(int lost) ->
          line(nanos, "console", lost + " typed octets lost: the firmware does not read them", out);
      case HalEvent.Diagnostic(String code, String message) ->
          line(nanos, "diagnostic", code + ": " + message, out);
      case WicedEvent.TlsEstablished(_, String protocol, String suite) ->
          line(nanos, "tls", protocol + " " + suite, out);
      case WicedEvent.FirmwareCrashed(String thread, String cause, List<String> stack) -> {
        line(nanos, "crash", "thread '%s': %s".formatted(thread, cause), out);
        stack.forEach(call -> line(nanos, "", "  in " + call, out));
      }
      case WicedEvent.SdkCall call when trace -> line(nanos, "call", traced(call), out);
      default -> {}
    }
  }

  private static String traced(WicedEvent.SdkCall call) {
    return "%s  %s(%s) = %d %s"
        .formatted(
            call.site(), call.function(), call.arguments(), call.result().code(), call.result());
  }

  private void printMessage(Dialogue.Message message) {
    String what =
        switch (message.direction()) {
          case SENT -> "sent";
          case RECEIVED -> "received";
        };
    String how = message.tls() ? "  (TLS)" : "";
    line(message.nanos(), what, message.octets() + how, messages);
  }

  private void printConsole(long nanos, String text, PrintWriter out) {
    console.append(text);
    int end = console.indexOf("\n");
    while (end >= 0) {
      line(nanos, "console", console.substring(0, end), out);
      console.delete(0, end + 1);
      end = console.indexOf("\n");
    }
  }

  /// Firmware and peers may send anything; a terminal must not obey it.
  private static void line(long nanos, String about, String what, PrintWriter out) {
    out.println(
        String.format(
                Locale.ROOT,
                "%9.3f  %-10s  %s",
                nanos / NANOS_PER_SECOND,
                about,
                CONTROLS.matcher(what).replaceAll("\uFFFD"))
            .stripTrailing());
  }
}
