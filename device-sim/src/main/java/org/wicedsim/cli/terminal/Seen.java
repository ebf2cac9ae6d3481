package org.wicedsim.cli.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the events of a board have told so far.
///
/// @param lit for how much of the time each LED that shines does so, in percent; LEDs count from 1
/// @param pressed the buttons that are down, from 1
/// @param networkUp whether the board has its address
/// @param firmware the last states of the firmware's state machine, the present one last
/// @param firmwareDetail what is true in the present one; may be empty
/// @param exchanges the last ones with the server
/// @param notes the last ones in the simulator's own voice
/// @param skipped how many events came faster than they could be shown
record Seen(
    Map<Integer, Double> lit,
    Set<Integer> pressed,
    boolean networkUp,
    List<String> firmware,
    String firmwareDetail,
    ConsoleLog console,
    List<Exchange> exchanges,
    List<Note> notes,
    long skipped) {
  /// All of the time, in percent.
  private static final double WHOLE = 100;

  /// How many states of the firmware are kept.
  static final int MAX_FIRMWARE_STATES = 8;

  /// How many exchanges are kept.
  static final int MAX_EXCHANGES = 100;

  /// How many notes are kept.
  static final int MAX_NOTES = 100;

  static final Seen NOTHING =
      new Seen(Map.of(), Set.of(), false, List.of(), "", ConsoleLog.EMPTY, List.of(), List.of(), 0);

  Seen {
    lit = Map.copyOf(lit);
    pressed = Set.copyOf(pressed);
    firmware = List.copyOf(firmware);
    exchanges = List.copyOf(exchanges);
    notes = List.copyOf(notes);
  }

  /// One thing that the simulator itself has to say, beside the console (SPEC 3.6).
  ///
  /// @param time on the board's clock, as text; empty when it has none
  /// @param code a stable name in kebab case
  record Note(String time, String code, String message) {}

  Seen withLit(int led, boolean on) {
    return withBrightness(led, on ? WHOLE : 0);
  }

  Seen withBrightness(int led, double percent) {
    Map<Integer, Double> other = new HashMap<>(lit);
    if (percent > 0) {
      other.put(led, percent);
    } else {
      other.remove(led);
    }
    return withParts(other, pressed);
  }

  Seen withPressed(int button, boolean down) {
    return withParts(lit, changed(pressed, button, down));
  }

  /// As the board's levers tell, which know nothing of brightness.
  Seen withLights(Set<Integer> otherLit, Set<Integer> otherPressed) {
    Map<Integer, Double> percents = new HashMap<>();
    otherLit.forEach(led -> percents.put(led, lit.getOrDefault(led, WHOLE)));
    return withParts(percents, otherPressed);
  }

  private Seen withParts(Map<Integer, Double> otherLit, Set<Integer> otherPressed) {
    return new Seen(
        otherLit,
        otherPressed,
        networkUp,
        firmware,
        firmwareDetail,
        console,
        exchanges,
        notes,
        skipped);
  }

  Seen withNetworkUp(boolean up) {
    return new Seen(lit, pressed, up, firmware, firmwareDetail, console, exchanges, notes, skipped);
  }

  /// A state that tells more of itself is no new one.
  Seen withFirmware(String state, String detail) {
    return new Seen(
        lit,
        pressed,
        networkUp,
        isIn(state) ? firmware : appended(firmware, state, MAX_FIRMWARE_STATES),
        detail,
        console,
        exchanges,
        notes,
        skipped);
  }

  Seen withConsole(ConsoleLog other) {
    return new Seen(
        lit, pressed, networkUp, firmware, firmwareDetail, other, exchanges, notes, skipped);
  }

  Seen withExchanges(List<Exchange> other) {
    return new Seen(
        lit, pressed, networkUp, firmware, firmwareDetail, console, other, notes, skipped);
  }

  Seen withNote(Note note) {
    return new Seen(
        lit,
        pressed,
        networkUp,
        firmware,
        firmwareDetail,
        console,
        exchanges,
        appended(notes, note, MAX_NOTES),
        skipped);
  }

  Seen withSkipped(long more) {
    return new Seen(
        lit,
        pressed,
        networkUp,
        firmware,
        firmwareDetail,
        console,
        exchanges,
        notes,
        skipped + more);
  }

  private boolean isIn(String state) {
    return !firmware.isEmpty() && firmware.getLast().equals(state);
  }

  /// `list` with `item` at its end, without its head where it would grow beyond `limit`.
  static <T> List<T> appended(List<T> list, T item, int limit) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return longer.subList(Math.max(0, longer.size() - limit), longer.size());
  }

  private static Set<Integer> changed(Set<Integer> numbers, int number, boolean in) {
    Set<Integer> other = new TreeSet<>(numbers);
    if (in) {
      other.add(number);
    } else {
      other.remove(number);
    }
    return other;
  }
}
