package org.wicedsim.hal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps the events of a board in the order in which they came.
final class Recorder implements EventStream.Subscriber {
  private final List<EventStream.Stamped> stamped = new CopyOnWriteArrayList<>();

  /// A recorder that hears `board` from now on.
  static Recorder of(Board board) {
    Recorder recorder = new Recorder();
    board.events().subscribe(recorder);
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

  <E extends Event> List<E> events(Class<E> kind) {
    return stamped.stream()
        .map(EventStream.Stamped::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
