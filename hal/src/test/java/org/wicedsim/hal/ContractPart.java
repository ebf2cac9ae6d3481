package org.wicedsim.hal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.wicedsim.hal.BoardDescription.Button;
import org.wicedsim.hal.BoardDescription.Led;

/// What the parts of the contract test share: boards to try, switched off at the end.
abstract class ContractPart {
  /// Longer than any debounce that [#description()] has.
  static final Duration SETTLED = BoardDescription.DEFAULT_DEBOUNCE.multipliedBy(3);

  private static final Duration TAP = Duration.ofMillis(50);

  static final Resources NO_RESOURCES = new Resources(List.of(), Map.of());

  final BoardBench.Wiring pins;
  private final BoardBench bench;
  private final List<Board> boards = new ArrayList<>();

  ContractPart(BoardBench bench) {
    this.bench = bench;
    pins = bench.wiring();
  }

  @AfterEach
  void switchOff() {
    boards.forEach(Board::close);
  }

  BoardBench.Rig start(BoardDescription description, Resources resources) {
    return start(description, resources, Dct.inMemory(description));
  }

  BoardBench.Rig start(BoardDescription description, Resources resources, Dct dct) {
    BoardBench.Rig rig = bench.start(description, resources, dct);
    boards.add(rig.board());
    return rig;
  }

  BoardBench.Rig start(BoardDescription description) {
    return start(description, NO_RESOURCES);
  }

  BoardBench.Rig start() {
    return start(description());
  }

  /// Taps a button and waits until the board has seen it.
  static void tap(BoardBench.Rig rig, int button) {
    rig.levers().tap(button, TAP);
    rig.pass(TAP);
    rig.pass(SETTLED);
  }

  /// A board with the default debounce, active-low buttons, and active-high LEDs that boot dark.
  BoardDescription description() {
    return description(Level.LOW, BoardDescription.DEFAULT_DEBOUNCE);
  }

  BoardDescription description(Level pressed, Duration debounce) {
    return description(
        List.of(
            new Button(pins.button1(), pressed, debounce, Duration.ZERO, 0),
            new Button(pins.button2(), pressed, debounce, Duration.ZERO, 0)),
        List.of(
            new Led(pins.led1(), Level.HIGH, Level.LOW),
            new Led(pins.led2(), Level.HIGH, Level.LOW)));
  }

  /// A board whose LED 1 is wired like this; LED 2 is its opposite.
  BoardDescription description(Level lit, Level boot) {
    return description(
        description().buttons(),
        List.of(
            new Led(pins.led1(), lit, boot),
            new Led(pins.led2(), lit.inverted(), boot.inverted())));
  }

  private static BoardDescription description(List<Button> buttons, List<Led> leds) {
    return new BoardDescription(
        "Contract board",
        MacAddress.parse("00:A0:50:0F:AC:2B"),
        buttons,
        leds,
        new BoardDescription.Network(
            Ipv4Address.of(198, 51, 100, 14),
            Ipv4Address.of(255, 255, 255, 0),
            Ipv4Address.of(198, 51, 100, 1),
            Map.of()),
        DctContent.DEFAULT.withSecurity(
            new Dct.Security(BoardTexts.CERTIFICATE, BoardTexts.PRIVATE_KEY)),
        BoardDescription.PacketPools.DEFAULT,
        TlsProfile.MODERN,
        Peripherals.NONE);
  }
}
