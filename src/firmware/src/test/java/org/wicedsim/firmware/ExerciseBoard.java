package org.wicedsim.firmware;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.BoardFileException;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Resources;
import org.wicedsim.hal.SystemClock;
import org.wicedsim.hal.VirtualBoard;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.FirmwareRun;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.VirtualLan;
import org.wicedsim.wiced.WicedEvent;

/// The course's board that runs an exercise, and everything that it showed.
final class ExerciseBoard implements AutoCloseable {
  private static final int LED = 1;

  private final VirtualBoard board;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final FirmwareRun run;

  private ExerciseBoard(VirtualBoard board, LanAccess access, Firmware firmware) {
    this.board = board;
    EventStream.Subscription _ = board.events().subscribe(event -> events.add(event.event()));
    run = FirmwareRun.start(board, access, firmware);
  }

  static ExerciseBoard start(
      VirtualLan lan,
      Ipv4Address address,
      BoardDescription description,
      Map<String, Octets> files,
      Firmware firmware) {
    VirtualBoard board =
        new VirtualBoard(description, new Resources(List.of(), files), new SystemClock());
    return new ExerciseBoard(board, new LanAccess(lan, address, Map.of()), firmware);
  }

  /// The course's board.
  static BoardDescription course() {
    try {
      return BoardFile.shipped(BoardFile.DEFAULT);
    } catch (BoardFileException e) {
      throw new AssertionError(e);
    }
  }

  /// Presses a button and lets go, as soon as the firmware listens to it; returns when the
  /// interrupt has had both edges.
  void tap(int button) {
    int pin = board.description().button(button).pin();
    ExerciseLan.await("the interrupt of button " + button, () -> hasInterrupt(pin));
    long edges = edges(pin);
    board.levers().press(button);
    ExerciseLan.await("the press behind the debounce", () -> edges(pin) == edges + 1);
    board.levers().release(button);
    ExerciseLan.await("the release behind the debounce", () -> edges(pin) == edges + 2);
  }

  /// The hands of whoever is faster than [#tap(int)].
  Levers levers() {
    return board.levers();
  }

  /// Waits until the console shows this text.
  void awaitConsole(String text) {
    ExerciseLan.await("console: " + text, () -> console().contains(text));
  }

  boolean isLit() {
    return board.levers().isLit(LED);
  }

  /// All that the console has shown so far.
  String console() {
    StringBuilder text = new StringBuilder();
    all(HalEvent.UartSent.class).forEach(sent -> text.append(sent.octets().utf8()));
    return text.toString();
  }

  /// All events so far, as text.
  String everything() {
    return events.toString();
  }

  /// The codes of all diagnostics so far.
  List<String> diagnostics() {
    return all(HalEvent.Diagnostic.class).stream().map(HalEvent.Diagnostic::code).toList();
  }

  /// The threads of the firmware that crashed.
  List<WicedEvent.FirmwareCrashed> crashes() {
    return all(WicedEvent.FirmwareCrashed.class);
  }

  /// The functions of the SDK that the firmware has called, in order.
  List<String> calls() {
    return all(WicedEvent.SdkCall.class).stream().map(WicedEvent.SdkCall::function).toList();
  }

  /// How often the firmware has called a function of the SDK.
  int calls(String function) {
    return (int) calls().stream().filter(function::equals).count();
  }

  @Override
  public void close() {
    run.close();
  }

  private boolean hasInterrupt(int pin) {
    return all(WicedEvent.SdkCall.class).stream()
        .filter(call -> call.function().equals("wiced_gpio_input_irq_enable"))
        .anyMatch(call -> call.arguments().startsWith(pin + ","));
  }

  private long edges(int pin) {
    return all(HalEvent.PinEdge.class).stream().filter(edge -> edge.pin() == pin).count();
  }

  private <E extends Event> List<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
