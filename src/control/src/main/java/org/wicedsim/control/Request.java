package org.wicedsim.control;

import java.time.Duration;
import org.wicedsim.hal.Octets;

/// What the simulator asks of the board process.
sealed interface Request {
  /// Be this board, and start its firmware.
  record SwitchOn(BoardSetup setup) implements Request {}

  record Press(int button) implements Request {}

  record Release(int button) implements Request {}

  record Tap(int button, Duration hold) implements Request {}

  record Type(Octets octets) implements Request {}

  record IsPressed(int button) implements Request {}

  record IsLit(int led) implements Request {}

  /// Tell what the firmware holds and does not use.
  record Leaks() implements Request {}

  /// Switch the board off, and end.
  record PowerOff() implements Request {}

  /// Writes the request as one line.
  ///
  /// @param number comes back with the answer
  default void write(long number, JsonText json) {
    json.begin().field("request", number);
    switch (this) {
      case SwitchOn(BoardSetup setup) ->
          json.field("do", "switch-on").json("setup", SetupJson.write(setup));
      case Press(int button) -> json.field("do", "press").field("button", button);
      case Release(int button) -> json.field("do", "release").field("button", button);
      case Tap(int button, Duration hold) ->
          json.field("do", "tap").field("button", button).field("holdNanos", hold.toNanos());
      case Type(Octets octets) -> json.field("do", "type").field("data", octets);
      case IsPressed(int button) -> json.field("do", "is-pressed").field("button", button);
      case IsLit(int led) -> json.field("do", "is-lit").field("led", led);
      case Leaks() -> json.field("do", "leaks");
      case PowerOff() -> json.field("do", "power-off");
    }
    json.end();
  }

  /// Reads what [#write(long, JsonText)] has written, but for the number.
  ///
  /// @throws ControlException MALFORMED also when there is no such request
  static Request read(Fields fields) throws ControlException {
    String what = fields.text("do");
    return switch (what) {
      case "switch-on" -> new SwitchOn(SetupJson.read(fields.value("setup"), BoardSetup.class));
      case "press" -> new Press(fields.integer("button"));
      case "release" -> new Release(fields.integer("button"));
      case "tap" -> new Tap(fields.integer("button"), Duration.ofNanos(fields.number("holdNanos")));
      case "type" -> new Type(fields.octets("data"));
      case "is-pressed" -> new IsPressed(fields.integer("button"));
      case "is-lit" -> new IsLit(fields.integer("led"));
      case "leaks" -> new Leaks();
      case "power-off" -> new PowerOff();
      default -> throw ControlException.malformed("there is no request '%s'".formatted(what));
    };
  }
}
