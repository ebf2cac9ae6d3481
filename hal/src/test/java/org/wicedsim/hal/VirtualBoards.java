package org.wicedsim.hal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.wicedsim.hal.BoardDescription.Button;
import org.wicedsim.hal.BoardDescription.Led;

/// Virtual boards to try: both buttons alike and active low, LED 1 active high, LED 2 active low.
final class VirtualBoards {
  static final int BUTTON_PIN = 10;
  static final int HIGH_LED_PIN = 12;
  static final int LOW_LED_PIN = 6;
  static final int FREE_PIN = 1;

  private VirtualBoards() {}

  static VirtualBoard board(Clock clock) {
    return board(clock, BoardDescription.DEFAULT_DEBOUNCE, Duration.ZERO, 0);
  }

  static VirtualBoard board(Clock clock, Duration debounce, Duration bounce, long seed) {
    return board(
        clock,
        new BoardDescription(
            "Test board",
            MacAddress.parse("00:A0:50:0F:AC:2B"),
            List.of(
                new Button(BUTTON_PIN, Level.LOW, debounce, bounce, seed),
                new Button(8, Level.LOW, debounce, bounce, ~seed)),
            List.of(
                new Led(HIGH_LED_PIN, Level.HIGH, Level.LOW),
                new Led(LOW_LED_PIN, Level.LOW, Level.HIGH)),
            new BoardDescription.Network(
                Ipv4Address.of(198, 51, 100, 14),
                Ipv4Address.of(255, 255, 255, 0),
                Ipv4Address.of(198, 51, 100, 1),
                Map.of()),
            DctContent.DEFAULT,
            BoardDescription.PacketPools.DEFAULT,
            TlsProfile.MODERN,
            new Peripherals(Map.of(1, HIGH_LED_PIN, 2, LOW_LED_PIN), List.of())));
  }

  static VirtualBoard board(Clock clock, BoardDescription description) {
    return new VirtualBoard(description, new Resources(List.of(), Map.of()), clock);
  }
}
