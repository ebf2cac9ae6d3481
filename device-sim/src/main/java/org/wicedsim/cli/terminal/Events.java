package org.wicedsim.cli.terminal;

import static java.util.stream.Collectors.joining;

import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Uart;
import org.wicedsim.scenario.Dialogue;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.WicedEvent;

/// Folds what happens on the board into what is seen of it.
final class Events {
  private Events() {}

  /// What is seen after `event`.
  static Seen apply(EventStream.Stamped event, Seen seen) {
    return switch (event.event()) {
      case HalEvent hal -> apply(hal, event.nanos(), seen);
      case WicedEvent wiced -> apply(wiced, event.nanos(), seen);
      default -> seen;
    };
  }

  /// What is seen after a message has passed between the board and the server.
  static Seen apply(Dialogue.Message message, Seen seen) {
    return seen.withExchanges(Exchange.after(seen.exchanges(), message));
  }

  /// What is seen after something printed a line past the screen.
  static Seen applyPrinted(String line, Seen seen) {
    return seen.withNote(new Seen.Note("", "printed", line));
  }

  /// Whether an event can change the screen; those that cannot come by the thousand.
  static boolean isShown(EventStream.Stamped event) {
    return !(event.event() instanceof HalEvent.PinEdge)
        && !(event.event() instanceof WicedEvent.SdkCall);
  }

  private static Seen apply(HalEvent event, long nanos, Seen seen) {
    return switch (event) {
      case HalEvent.ButtonContact(int button, boolean pressed) -> seen.withPressed(button, pressed);
      case HalEvent.LedLight(int led, boolean lit) -> seen.withLit(led, lit);
      case HalEvent.LedBrightness(int led, double percent) -> seen.withBrightness(led, percent);
      case HalEvent.UartSent(var octets) -> seen.withConsole(seen.console().printed(octets));
      case HalEvent.UartOverrun(int lost) ->
          seen.withNote(
              note(
                  nanos,
                  "uart-overrun",
                  "%d typed octets are lost: the firmware had not read the %d before them"
                      .formatted(lost, Uart.RECEIVE_BUFFER_OCTETS)));
      case HalEvent.Diagnostic(String code, String message) ->
          seen.withNote(note(nanos, code, message));
      case HalEvent.PinEdge _, HalEvent.UartTyped _ -> seen;
    };
  }

  private static Seen apply(WicedEvent event, long nanos, Seen seen) {
    return switch (event) {
      case WicedEvent.NetworkUp _ -> seen.withNetworkUp(true);
      case WicedEvent.NetworkDown _ -> seen.withNetworkUp(false);
      case WicedEvent.SocketChanged changed when changed.state() == SocketState.CLOSED ->
          seen.withExchanges(Exchange.afterClose(seen.exchanges(), changed.socket()));
      case WicedEvent.FirmwareState(String state, String detail) ->
          seen.withFirmware(state, detail);
      case WicedEvent.FirmwareCrashed crash ->
          seen.withNote(note(nanos, "firmware-crashed", told(crash)));
      case WicedEvent.SdkCall _,
          WicedEvent.SocketChanged _,
          WicedEvent.SegmentSent _,
          WicedEvent.SegmentReceived _,
          WicedEvent.SegmentDropped _,
          WicedEvent.PacketChanged _,
          WicedEvent.TlsEstablished _,
          WicedEvent.TlsRefused _ ->
          seen;
    };
  }

  /// Java firmware goes on without its thread; a board that does not is told of by `board-off`.
  private static String told(WicedEvent.FirmwareCrashed crash) {
    String callers =
        crash.stack().stream().skip(1).map(call -> ", called by " + call).collect(joining());
    return crash.thread().isEmpty()
        ? crash.cause() + callers
        : "thread %s ended: %s%s".formatted(crash.thread(), crash.cause(), callers);
  }

  private static Seen.Note note(long nanos, String code, String message) {
    return new Seen.Note(BoardTime.of(nanos), code, message);
  }
}
