package org.wicedsim.control;

import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.wiced.WicedEvent;

/// Events as JSON, one object a line: `number`, `nanos` (the board's time), `event` (what it is, in
/// kebab case), and the event's own fields. Octets are text with `\xHH` for what cannot be printed.
/// docs/events.md lists all of them. Nothing is lost: what is read equals what was written.
///
/// Writing uses the same memory again and again, and is for one thread at a time.
public final class EventJson {
  private final JsonText line = new JsonText();

  /// One event, without the line's end.
  public String write(EventStream.Stamped stamped) {
    return writeLine(stamped).text();
  }

  /// Reads what [#write(EventStream.Stamped)] has written; fields that it does not know are
  /// ignored.
  ///
  /// @throws ControlException MALFORMED when the line is no event
  public static EventStream.Stamped read(String line) throws ControlException {
    return read(Fields.of(line));
  }

  static EventStream.Stamped read(Fields fields) throws ControlException {
    String kind = fields.text("event");
    var hal = HalEventJson.read(kind, fields);
    return new EventStream.Stamped(
        fields.number("number"),
        fields.number("nanos"),
        hal.isPresent() ? hal.get() : WicedEventJson.read(kind, fields));
  }

  /// The line, which is overwritten by the next one.
  JsonText writeLine(EventStream.Stamped stamped) {
    line.begin().field("number", stamped.number()).field("nanos", stamped.nanos());
    switch (stamped.event()) {
      case HalEvent event -> HalEventJson.write(event, line);
      case WicedEvent event -> WicedEventJson.write(event, line);
      default ->
          throw new IllegalArgumentException(stamped.event().getClass() + " has no form in JSON");
    }
    return line.end();
  }
}
