package org.wicedsim.wicedc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.wicedsim.control.BoardSetup;
import org.wicedsim.control.RemoteBoard;
import org.wicedsim.control.ResourceFiles;
import org.wicedsim.control.SetupJson;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Levers;
import org.wicedsim.hal.Octets;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.LanAccess;
import org.wicedsim.wiced.LanSeat;
import org.wicedsim.wiced.Leak;
import org.wicedsim.wiced.WicedEvent;

/// A C program that is built by the real compiler and runs on a board in a process of its own, and
/// everything that it showed. [CLan] starts and closes it.
final class CBoard implements AutoCloseable {
  /// How long nothing may happen before the test says that nothing will.
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /// The folder that ships with the simulator.
  static final Path INSTALLATION = Path.of("../..").toAbsolutePath().normalize();

  /// All runs share what has not changed.
  private static final Path CACHE = Path.of("target", "firmware-cache").toAbsolutePath();

  /// The last lines of the SDK: of the network, of what a Wi-Fi module says, of a start without.
  private static final List<String> LAST_WORDS =
      List.of("IPv6 network is not ready\n", "WLAN CLM         : simulated\n");

  private final CProgram program;
  private final LanSeat seat;
  private final BoardProcess process;
  private final FirmwareImage image;
  private final RemoteBoard board;
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final List<EventStream.Stamped> heard = new CopyOnWriteArrayList<>();
  private volatile boolean crashExpected;

  CBoard(CLan lan, CProgram program) throws Exception {
    this.program = program;
    seat = lan.keep(LanSeat.takeExactly(lan.lan(), program.address()).orElseThrow());
    if (program.sanitized()) {
      // Which libraries the process needs is known behind the build.
      image = build();
      process = lan.keep(BoardProcess.start(image.preload(), false));
    } else {
      process = lan.keep(BoardProcess.start(List.of(), false));
      image = build();
    }
    board = process.board(setup(lan), image);
    var _ = board.events().subscribe(heard::add);
  }

  void switchOn() throws BoardProcessException {
    process.switchOn();
  }

  /// What building the program said.
  List<String> notes() {
    return notes;
  }

  FirmwareImage image() {
    return image;
  }

  Levers levers() {
    return board.levers();
  }

  /// Presses a button and lets go; returns when the board has seen both edges.
  void tap(int button) {
    int pin = program.board().button(button).pin();
    long edges = edges(pin);
    levers().press(button);
    await("the press behind the debounce", () -> edges(pin) == edges + 1);
    levers().release(button);
    await("the release behind the debounce", () -> edges(pin) == edges + 2);
  }

  /// All events of one kind so far.
  <E extends Event> List<E> all(Class<E> kind) {
    return heard.stream()
        .map(EventStream.Stamped::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /// Everything on the console so far.
  String console() {
    return all(HalEvent.UartSent.class).stream()
        .map(sent -> sent.octets().utf8())
        .collect(Collectors.joining());
  }

  /// The console's lines behind what the SDK prints when it starts and when its network comes up.
  List<String> printed() {
    String text = console();
    for (String words : LAST_WORDS) {
      int at = text.lastIndexOf(words);
      if (at >= 0) {
        return text.substring(at + words.length()).lines().toList();
      }
    }
    return text.lines().toList();
  }

  void awaitConsole(String text) {
    await("'%s' on the console".formatted(text), () -> console().contains(text));
  }

  /// Waits for the last of some lines of [#printed()], and answers all of these.
  List<String> awaitLines(int count) {
    await("%d lines".formatted(count), () -> printed().size() >= count && console().endsWith("\n"));
    return printed();
  }

  void awaitLed(int led, boolean lit) {
    await("LED %d %s".formatted(led, lit ? "on" : "off"), () -> levers().isLit(led) == lit);
  }

  /// Each time that an LED went on or off.
  List<Boolean> lights(int led) {
    return all(HalEvent.LedLight.class).stream()
        .filter(light -> light.led() == led)
        .map(HalEvent.LedLight::lit)
        .toList();
  }

  /// What the firmware sent, segment by segment.
  List<String> sent() {
    return all(WicedEvent.SegmentSent.class).stream().map(sent -> sent.data().utf8()).toList();
  }

  /// What arrived for the firmware, segment by segment.
  List<String> received() {
    return all(WicedEvent.SegmentReceived.class).stream()
        .map(received -> received.data().utf8())
        .toList();
  }

  /// The calls of a function of the SDK that have returned.
  List<WicedEvent.SdkCall> calls(String function) {
    return all(WicedEvent.SdkCall.class).stream()
        .filter(call -> call.function().equals(function))
        .toList();
  }

  void awaitCall(String function) {
    await(function, () -> !calls(function).isEmpty());
  }

  /// The codes of all diagnostics.
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

  void awaitDiagnostic(String code) {
    await(code, () -> diagnostics().contains(code));
  }

  /// What the firmware holds and does not use, at this moment.
  List<Leak> leaks() {
    return board.leaks();
  }

  /// Waits for a crash that ends the board, which is what the test wants.
  WicedEvent.FirmwareCrashed crash() throws Exception {
    crashExpected = true;
    BoardEnd end = process.end().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return switch (end) {
      case BoardEnd.Crashed crashed -> crashed.crash();
      case BoardEnd.SwitchedOff _ -> throw new AssertionError("it was switched off");
    };
  }

  /// Crashes that no test asked for.
  List<WicedEvent.FirmwareCrashed> unexpectedCrashes() {
    return crashExpected ? List.of() : all(WicedEvent.FirmwareCrashed.class);
  }

  /// Waits until something is true, as long as the board lives.
  void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .failFast("the board has ended", () -> process.end().isDone())
        .until(condition);
  }

  /// Switches it off; its place on the LAN is free then.
  ///
  /// @return how it has ended
  BoardEnd switchOff() {
    process.close();
    seat.close();
    return process.end().join();
  }

  @Override
  public void close() {
    process.close();
  }

  /// All that happened.
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("%s at %s:".formatted(program.application(), program.address()));
    lines.addAll(notes);
    for (EventStream.Stamped event : heard) {
      lines.add("%10.3f ms  %s".formatted(event.nanos() / 1e6, text(event.event())));
    }
    return String.join("\n  ", lines);
  }

  private static String text(Event event) {
    return switch (event) {
      case HalEvent.UartSent(Octets octets) -> "console " + octets.utf8().stripTrailing();
      case WicedEvent.SegmentSent sent -> "sent " + sent.data().utf8();
      case WicedEvent.SegmentReceived received -> "received " + received.data().utf8();
      default -> String.valueOf(event);
    };
  }

  private FirmwareImage build() throws BuildException {
    BuildOptions options = new BuildOptions(INSTALLATION, CACHE, "", program.sanitized());
    return FirmwareBuild.build(program.application(), program.board(), options, notes::add);
  }

  private BoardSetup setup(CLan lan) {
    Map<String, Octets> made =
        Map.of(
            "certificates/wwep_cert.pem", Octets.of(Pem.encode(lan.identity().chain())),
            "certificates/wwep_privkey.pem", Octets.of(Pem.encode(lan.identity().privateKey())));
    return new BoardSetup(
        program.board(),
        System.nanoTime(),
        new LanAccess(seat.lan(), seat.address(), Map.of(), program.onLan()),
        new ResourceFiles(image.folder(), INSTALLATION.resolve("resources"), made),
        program.dct(),
        SetupJson.write(image));
  }

  private long edges(int pin) {
    return all(HalEvent.PinEdge.class).stream().filter(edge -> edge.pin() == pin).count();
  }
}
