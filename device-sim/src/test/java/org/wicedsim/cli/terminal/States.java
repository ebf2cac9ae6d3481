package org.wicedsim.cli.terminal;

import java.util.List;
import java.util.stream.Collectors;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Octets;
import org.wicedsim.scenario.Dialogue;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.WicedEvent;

/// States of the screen to test with.
final class States {
  static final Look UNICODE = new Look(true, true);
  static final Look ASCII = new Look(false, false);
  static final Size USUAL = new Size(80, 24);

  private static final long MILLISECOND = 1_000_000;

  private States() {}

  /// The course board before anything has happened.
  static ScreenState initial() {
    return initial(2, 2);
  }

  static ScreenState initial(int buttons, int leds) {
    ScreenState.Board board =
        new ScreenState.Board(
            "WW101_2_CYW943907AEVAL1F",
            "00:A0:50:0F:AC:2B",
            "01D6",
            "198.51.100.14",
            51,
            List.of("class server: embedded, plain 27708, TLS 40508"),
            buttons,
            leds);
    return ScreenState.initial(board, UNICODE, USUAL);
  }

  /// The course board after it has booted and sent its first request.
  static ScreenState busy() {
    Seen seen = Seen.NOTHING;
    seen =
        after(seen, 1, new WicedEvent.NetworkUp(Interface.STA, Ipv4Address.of(198, 51, 100, 14)));
    seen = after(seen, 2, new WicedEvent.FirmwareState("Ready", ""));
    seen = after(seen, 3, sent("Starting WICED v6.0.1\r\nCreating Packet pools\r\n"));
    seen = after(seen, 1_200, new HalEvent.ButtonContact(1, true));
    seen = after(seen, 1_201, new HalEvent.LedLight(1, true));
    seen = after(seen, 1_202, new WicedEvent.FirmwareState("Connecting", ""));
    seen = after(seen, 1_203, new WicedEvent.FirmwareState("Waiting", ""));
    seen = Events.apply(message(1, false, Dialogue.Direction.SENT, "W01D6050001", 1_204), seen);
    seen = Events.apply(message(1, false, Dialogue.Direction.RECEIVED, "A01D6050001", 1_207), seen);
    seen = after(seen, 1_208, new WicedEvent.FirmwareState("Ready", "LED on"));
    seen = after(seen, 1_209, sent("LED on, answered A01D6050001\r\n"));
    seen =
        after(
            seen,
            1_210,
            new HalEvent.Diagnostic(
                "tls-no-root", "without a root CA nothing is verified: load one first"));
    return initial().withSeen(seen);
  }

  static Seen after(Seen seen, long millis, Event event) {
    return Events.apply(stamped(millis, event), seen);
  }

  static EventStream.Stamped stamped(long millis, Event event) {
    return new EventStream.Stamped(1, millis * MILLISECOND, event);
  }

  static HalEvent sent(String text) {
    return new HalEvent.UartSent(Octets.of(text));
  }

  static Dialogue.Message message(
      int socket, boolean tls, Dialogue.Direction direction, String text, long millis) {
    return new Dialogue.Message(socket, tls, direction, Octets.of(text), millis * MILLISECOND);
  }

  static ScreenState with(ScreenState state, Event event) {
    return state.withSeen(after(state.seen(), 0, event));
  }

  static ScreenState sized(ScreenState state, int columns, int rows) {
    return state.withSize(new Size(columns, rows));
  }

  /// What is on the screen, without trailing blanks.
  static String screen(ScreenState state) {
    return Screen.render(state).stream()
        .map(line -> line.text().stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  /// Row `number` of the screen, from 1.
  static String row(ScreenState state, int number) {
    return Screen.render(state).get(number - 1).text().stripTrailing();
  }
}
