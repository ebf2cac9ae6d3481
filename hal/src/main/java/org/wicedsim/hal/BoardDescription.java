package org.wicedsim.hal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What a board file says of a board (SPEC 2.1): how it is wired, and who it is on the network.
///
/// @param name of the platform
/// @param mac address of its network interface
/// @param buttons in the order of their numbers, from button 1; at least two
/// @param leds in the order of their numbers, from LED 1; at least two
/// @param dct what the device configuration table holds until something else is written to it
/// @param tlsProfile which TLS its firmware speaks unless told otherwise
/// @param peripherals what is on its PWM outputs and I2C buses
public record BoardDescription(
    String name,
    MacAddress mac,
    List<Button> buttons,
    List<Led> leds,
    Network network,
    DctContent dct,
    PacketPools packetPools,
    TlsProfile tlsProfile,
    Peripherals peripherals) {
  /// Pins are numbered from 1 to this, as WICED_GPIO_1 to WICED_GPIO_51.
  public static final int PINS = 51;

  /// A button must be stable for this long to count, unless the board file says otherwise.
  public static final Duration DEFAULT_DEBOUNCE = Duration.ofMillis(10);

  static final int MIN_PARTS = 2;

  /// @throws IllegalArgumentException when there are too few buttons or LEDs, or two share a pin
  public BoardDescription {
    buttons = List.copyOf(buttons);
    leds = List.copyOf(leds);
    checkCount("buttons", buttons);
    checkCount("LEDs", leds);
    Set<Integer> pins = new HashSet<>();
    IntStream.concat(buttons.stream().mapToInt(Button::pin), leds.stream().mapToInt(Led::pin))
        .filter(pin -> !pins.add(pin))
        .findFirst()
        .ifPresent(pin -> {
          throw new IllegalArgumentException(
              "pin %d has two of the board's buttons and LEDs".formatted(pin));
        });
  }

  /// How a button is wired; it has a pull resistor towards the level that is not `pressed`.
  ///
  /// @param pressed the level of the line while a finger is on the button
  /// @param debounce how long the line must be stable to count; zero is raw, as on the real board
  /// @param bounce how long the simulated contact bounces; zero for an ideal one
  /// @param bounceSeed the bounce is the same for the same seed
  public record Button(
      int pin, Level pressed, Duration debounce, Duration bounce, long bounceSeed) {
    public Button {
      checkPin(pin);
    }
  }

  /// How an LED is wired.
  ///
  /// @param lit the level of the line at which it shines
  /// @param boot the level that the board drives before the firmware starts
  public record Led(int pin, Level lit, Level boot) {
    public Led {
      checkPin(pin);
    }
  }

  /// How many packets of about 1,500 octets the network stack has (SPEC 2.7), each way 1 to 64.
  public record PacketPools(int receive, int transmit) {
    /// The most packets that a pool can have.
    public static final int MAX = 64;

    /// What the course's application asks for.
    public static final PacketPools DEFAULT = new PacketPools(2, 2);

    /// @throws IllegalArgumentException when a pool is empty or too large
    public PacketPools {
      checkPool("receive", receive);
      checkPool("transmit", transmit);
    }

    private static void checkPool(String name, int packets) {
      if (packets < 1 || packets > MAX) {
        throw new IllegalArgumentException(
            "%d %s packets: expected 1 to %d".formatted(packets, name, MAX));
      }
    }
  }

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
    return new BoardDescription(
        name, other, buttons, leds, network, dct, packetPools, tlsProfile, peripherals);
  }

  /// The same board with another TLS profile.
  public BoardDescription withTlsProfile(TlsProfile other) {
    return new BoardDescription(
        name, mac, buttons, leds, network, dct, packetPools, other, peripherals);
  }

  /// The same board with other packet pools.
  public BoardDescription withPacketPools(PacketPools other) {
    return new BoardDescription(
        name, mac, buttons, leds, network, dct, other, tlsProfile, peripherals);
  }

  /// The same board with other factory content of its DCT.
  public BoardDescription withDct(DctContent other) {
    return new BoardDescription(
        name, mac, buttons, leds, network, other, packetPools, tlsProfile, peripherals);
  }

  private static void checkCount(String kind, List<?> parts) {
    if (parts.size() < MIN_PARTS) {
      throw new IllegalArgumentException(
          "%d %s: expected at least %d".formatted(parts.size(), kind, MIN_PARTS));
    }
  }

  private static void checkPin(int pin) {
    if (pin < 1 || pin > PINS) {
      throw new IllegalArgumentException("pin %d: expected 1 to %d".formatted(pin, PINS));
    }
  }

  private static <T> T part(String kind, List<T> parts, int number) {
    if (number < 1 || number > parts.size()) {
      throw new IllegalArgumentException(
          "the board has no %s %d: it has %s 1 to %d".formatted(kind, number, kind, parts.size()));
    }
    return parts.get(number - 1);
  }
}
