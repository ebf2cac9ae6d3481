package org.wicedsim.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
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
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.WicedEvent;

/// One board on a LAN of its own that runs the LED client, and everything that it showed. Behind
/// the test all is closed, the last part first.
///
/// Register it with `@RegisterExtension`, in a field that is not static.
final class Bench implements AfterEachCallback {
  static final Ipv4Address SERVER = Ipv4Address.of(198, 51, 100, 3);

  /// How long nothing may happen before the test says that nothing will.
  static final Duration PATIENCE = Duration.ofSeconds(20);

  static final Resources NO_FILES = new Resources(List.of(), Map.of());

  private static final Set<String> UNDER_WAY =
      Set.of("Ready", "Resolving", "Connecting", "Sending", "Waiting");

  private final LanSeat wholeLan = LanSeat.takeFreeLan();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final Deque<AutoCloseable> kept = new ArrayDeque<>();
  private VirtualBoard board = board(shipped(BoardFile.DEFAULT), NO_FILES);
  private int presses;

  static BoardDescription shipped(String name) {
    try {
      return BoardFile.shipped(name);
    } catch (BoardFileException e) {
      throw new AssertionError(e);
    }
  }

  /// The course's board with the plain client.
  void startPlain() {
    start(shipped(BoardFile.DEFAULT), NO_FILES, LedClient.plain());
  }

  /// The course's board with the TLS client, whose root certificate is `pem`.
  void startOverTls(String pem) {
    Resources files = new Resources(List.of(), Map.of(LedClient.ROOT_CERTIFICATE, Octets.of(pem)));
    start(shipped(BoardFile.DEFAULT), files, LedClient.overTls());
  }

  /// Any board with any firmware around the client; returns when the client takes presses.
  void start(BoardDescription description, Resources files, Firmware firmware) {
    LanSeat seat = keep(LanSeat.take(wholeLan.lan(), description.network().address()));
    board = board(description, files);
    EventStream.Subscription _ = board.events().subscribe(event -> events.add(event.event()));
    keep(FirmwareRun.start(board, new LanAccess(seat.lan(), seat.address(), Map.of()), firmware));
    await("the button's interrupt", () -> irqEnabled(description.button(LedClient.BUTTON).pin()));
  }

  /// The loopback address behind the class server's address.
  InetSocketAddress serverAt(int port) {
    return new InetSocketAddress(wholeLan.lan().loopback(SERVER), port);
  }

  /// Presses button 1 and lets go; returns when the firmware's interrupt has had both edges.
  void tap() {
    long edges = edges();
    board.levers().press(LedClient.BUTTON);
    await("the press behind the debounce", () -> edges() == edges + 1);
    board.levers().release(LedClient.BUTTON);
    await("the release behind the debounce", () -> edges() == edges + 2);
    presses++;
  }

  /// The hands and eyes of the board.
  Levers levers() {
    return board.levers();
  }

  /// Presses button 1, and waits until the client is ready for the next press.
  void tapAndAwaitEnd() {
    tap();
    awaitServed(presses);
  }

  /// Waits until this many presses have been served since the start.
  void awaitServed(int count) {
    await(count + " presses served", () -> count(states(), "Ready") == count + 1L);
  }

  boolean isLit() {
    return board.levers().isLit(LedClient.LED);
  }

  /// The states that the firmware has entered so far.
  List<String> states() {
    return all(WicedEvent.FirmwareState.class).stream()
        .map(WicedEvent.FirmwareState::state)
        .toList();
  }

  /// The states that ended a press, in order.
  List<String> endings() {
    return states().stream().filter(state -> !UNDER_WAY.contains(state)).toList();
  }

  /// The codes of all diagnostics so far.
  List<String> diagnostics() {
    return all(HalEvent.Diagnostic.class).stream().map(HalEvent.Diagnostic::code).toList();
  }

  /// The messages of the diagnostics with this code.
  List<String> diagnosed(String code) {
    return all(HalEvent.Diagnostic.class).stream()
        .filter(diagnostic -> diagnostic.code().equals(code))
        .map(HalEvent.Diagnostic::message)
        .toList();
  }

  /// The console's lines behind the banner of the start.
  List<String> console() {
    StringBuilder text = new StringBuilder();
    all(HalEvent.UartSent.class).forEach(sent -> text.append(sent.octets().utf8()));
    String end = "IPv6 network is not ready\n";
    return text.substring(text.indexOf(end) + end.length()).lines().toList();
  }

  /// Checks that every socket was deleted, and that none is left open.
  void assertEverySocketIsClosed() {
    assertThat(calls("wiced_tcp_delete_socket")).isEqualTo(calls("wiced_tcp_create_socket"));
    assertThat(socketsIn(SocketState.CLOSED))
        .containsExactlyInAnyOrderElementsOf(socketsIn(SocketState.CONNECTING));
  }

  /// How often the firmware has called a function of the SDK.
  long calls(String function) {
    return all(WicedEvent.SdkCall.class).stream()
        .filter(call -> call.function().equals(function))
        .count();
  }

  /// Waits until something on the bench is true.
  static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(condition);
  }

  /// Closes `part` behind the test.
  <C extends AutoCloseable> C keep(C part) {
    kept.push(part);
    return part;
  }

  /// All events of one kind so far.
  <E extends Event> List<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    try {
      while (!kept.isEmpty()) {
        kept.pop().close();
      }
    } finally {
      wholeLan.close();
    }
    assertThat(all(WicedEvent.FirmwareCrashed.class)).isEmpty();
    assertThat(diagnostics()).doesNotContain("thread-hangs");
  }

  private boolean irqEnabled(int pin) {
    return all(WicedEvent.SdkCall.class).stream()
        .filter(call -> call.function().equals("wiced_gpio_input_irq_enable"))
        .anyMatch(call -> call.arguments().startsWith(pin + ","));
  }

  private static VirtualBoard board(BoardDescription description, Resources files) {
    return new VirtualBoard(description, files, new SystemClock());
  }

  private long edges() {
    int pin = board.description().button(LedClient.BUTTON).pin();
    return all(HalEvent.PinEdge.class).stream().filter(edge -> edge.pin() == pin).count();
  }

  private List<Integer> socketsIn(SocketState state) {
    return all(WicedEvent.SocketChanged.class).stream()
        .filter(change -> change.state() == state)
        .map(WicedEvent.SocketChanged::socket)
        .distinct()
        .toList();
  }

  private static long count(List<String> names, String name) {
    return names.stream().filter(Predicate.isEqual(name)).count();
  }
}
