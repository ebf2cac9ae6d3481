package org.wicedsim.control;

import java.util.Optional;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Level;

/// The events of the board itself as JSON.
final class HalEventJson {
  private HalEventJson() {}

  static void write(HalEvent event, JsonText json) {
    switch (event) {
      case HalEvent.ButtonContact(int button, boolean pressed) ->
          named(json, "button-contact").field("button", button).field("pressed", pressed);
      case HalEvent.PinEdge(int pin, Level level) ->
          named(json, "pin-edge").field("pin", pin).field("level", level.name());
      case HalEvent.LedLight(int led, boolean lit) ->
          named(json, "led-light").field("led", led).field("lit", lit);
      case HalEvent.LedBrightness(int led, double percent) ->
          named(json, "led-brightness").field("led", led).field("percent", percent);
      case HalEvent.UartSent(var octets) -> named(json, "uart-sent").field("data", octets);
      case HalEvent.UartTyped(var octets) -> named(json, "uart-typed").field("data", octets);
      case HalEvent.UartOverrun(int lost) -> named(json, "uart-overrun").field("lostOctets", lost);
      case HalEvent.Diagnostic(String code, String message) ->
          named(json, "diagnostic").field("code", code).field("message", message);
    }
  }

  /// An event of the board itself; empty when it is none.
  static Optional<HalEvent> read(String kind, Fields fields) throws ControlException {
    return Optional.ofNullable(
        switch (kind) {
          case "button-contact" ->
              new HalEvent.ButtonContact(fields.integer("button"), fields.flag("pressed"));
          case "pin-edge" ->
              new HalEvent.PinEdge(fields.integer("pin"), fields.constant("level", Level.class));
          case "led-light" -> new HalEvent.LedLight(fields.integer("led"), fields.flag("lit"));
          case "led-brightness" ->
              new HalEvent.LedBrightness(fields.integer("led"), fields.real("percent"));
          case "uart-sent" -> new HalEvent.UartSent(fields.octets("data"));
          case "uart-typed" -> new HalEvent.UartTyped(fields.octets("data"));
          case "uart-overrun" -> new HalEvent.UartOverrun(fields.integer("lostOctets"));
          case "diagnostic" -> new HalEvent.Diagnostic(fields.text("code"), fields.text("message"));
          default -> null;
        });
  }

  private static JsonText named(JsonText json, String event) {
    return json.field("event", event);
  }
}
