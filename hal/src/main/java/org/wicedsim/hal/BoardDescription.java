package org.wicedsim.hal;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a board file says of a board (SPEC 2.1): how it is wired, and who it is on the network.
///
/// @param name of the platform
/// @param mac address of its network interface
/// @param buttons in the order of their numbers, from button 1; at least two
/// @param leds in the order of their numbers, from LED 1; at least two
/// @param tlsProfile which TLS its firmware speaks unless told otherwise
public record BoardDescription(
    String name,
    MacAddress mac,
    List<Button> buttons,
    List<Led> leds,
    Network network,
    Dct.Security security,
    TlsProfile tlsProfile) {
  /// Pins are numbered from 1 to this, as WICED_GPIO_1 to WICED_GPIO_51.
  public static final int PINS = 51;

  /// A button must be stable for this long to count, unless the board file says otherwise.
  public static final Duration DEFAULT_DEBOUNCE = Duration.ofMillis(10);

  public BoardDescription {
    buttons = List.copyOf(buttons);
    leds = List.copyOf(leds);
  }

  /// How a button is wired; it has a pull resistor towards the level that is not `pressed`.
  ///
  /// @param pressed the level of the line while a finger is on the button
  /// @param debounce how long the line must be stable to count; zero is raw, as on the real board
  /// @param bounce how long the simulated contact bounces; zero for an ideal one
  /// @param bounceSeed the bounce is the same for the same seed
  public record Button(
      int pin, Level pressed, Duration debounce, Duration bounce, long bounceSeed) {}

  /// How an LED is wired.
  ///
  /// @param lit the level of the line at which it shines
  /// @param boot the level that the board drives before the firmware starts
  public record Led(int pin, Level lit, Level boot) {}

  /// Who the board is on its network.
  ///
  /// @param hosts names that resolve before any name server is asked, in lower case
  public record Network(
      Ipv4Address address,
      Ipv4Address netmask,
      Ipv4Address gateway,
      Map<String, Ipv4Address> hosts) {
    public Network {
      hosts = Map.copyOf(hosts);
    }
  }

  /// Button `number`, from 1.
  ///
  /// @throws IllegalArgumentException when the board has no such button
  public Button button(int number) {
    return part("button", buttons, number);
  }

  /// LED `number`, from 1.
  ///
  /// @throws IllegalArgumentException when the board has no such LED
  public Led led(int number) {
    return part("LED", leds, number);
  }

  /// The same board with another MAC address.
  public BoardDescription withMac(MacAddress other) {
    return new BoardDescription(name, other, buttons, leds, network, security, tlsProfile);
  }

  /// The same board with another TLS profile.
  public BoardDescription withTlsProfile(TlsProfile other) {
    return new BoardDescription(name, mac, buttons, leds, network, security, other);
  }

  private static <T> T part(String kind, List<T> parts, int number) {
    if (number < 1 || number > parts.size()) {
      throw new IllegalArgumentException(
          "the board has no %s %d: it has %s 1 to %d".formatted(kind, number, kind, parts.size()));
    }
    return parts.get(number - 1);
  }
}
