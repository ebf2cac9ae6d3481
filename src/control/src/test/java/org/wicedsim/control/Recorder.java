package org.wicedsim.control;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream;

/// Keeps what it hears.
final class Recorder implements EventStream.Subscriber {
  private final List<EventStream.Stamped> stamped = new CopyOnWriteArrayList<>();

  static Recorder of(EventStream events) {
    Recorder recorder = new Recorder();
    events.subscribe(recorder);
    return recorder;
  }

  @Override
  public void onEvent(EventStream.Stamped event) {
    stamped.add(event);
  }

  List<EventStream.Stamped> stamped() {
    return stamped;
  }

  List<Event> events() {
    return stamped.stream().map(EventStream.Stamped::event).toList();
  }
}
