package org.wicedsim.hal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wicedsim.hal.BoardDescription.PacketPools;

/// Reads board files: YAML that describes a board (SPEC 2.1), as in `resources/boards/`.
public final class BoardFile {
  /// The board file that ships for the course's board with its shield.
  public static final String DEFAULT = "course";

  private static final List<String> SHIPPED = List.of(DEFAULT, "bare", "bouncing", "sdk-pools");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cs}]+");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s)");
  private static final Duration MAX_DURATION = Duration.ofSeconds(10);

  private BoardFile() {}

  /// A board that ships with the simulator: `course`, `bare`, `bouncing` or `sdk-pools`.
  ///
  /// @throws BoardFileException when there is no such board
  public static BoardDescription shipped(String name) throws BoardFileException {
    if (!SHIPPED.contains(name)) {
      throw new BoardFileException(
          name,
          "no board of this name ships with the simulator: expected "
              + DidYouMean.expected(name, SHIPPED));
    }
    String file = name + ".yaml";
    try (InputStream in = BoardFile.class.getResourceAsStream("/org/wicedsim/boards/" + file)) {
      return parse(file, TextFile.read(Objects.requireNonNull(in)), Path.of(""));
    } catch (IOException e) {
      throw new BoardFileException(file, String.valueOf(e.getMessage()));
    }
  }

  /// Reads a board file.
  ///
  /// @throws BoardFileException when it cannot be read, or does not describe a board
  public static BoardDescription read(Path file) throws BoardFileException {
    String text;
    try {
      text = TextFile.read(file);
    } catch (IOException e) {
      throw new BoardFileException(file.toString(), e.getMessage() + ": expected a board file");
    }
    Path folder = file.toAbsolutePath().getParent();
    return parse(file.toString(), text, folder == null ? Path.of("") : folder);
  }

  /// Reads the text of a board file.
  ///
  /// @param file its name, for messages
  /// @param folder where the files lie that it names
  /// @throws BoardFileException when it does not describe a board
  public static BoardDescription parse(String file, String text, Path folder)
      throws BoardFileException {
    if (text.length() > TextFile.MAX_OCTETS) {
      throw new BoardFileException(file, "is larger than a board file can be");
    }
    YamlMap root = YamlMap.parse(file, "a board", text);
    root.allow(
        "name",
        "mac",
        "buttons",
        "leds",
        "network",
        "dct",
        "packet-pools",
        "tls-profile",
        "pwm",
        "i2c");
    Set<Integer> pins = new HashSet<>();
    List<BoardDescription.Button> buttons = new ArrayList<>();
    for (YamlMap button : root.maps("buttons", BoardDescription.MIN_PARTS)) {
      buttons.add(button(button, pins));
    }
    List<BoardDescription.Led> leds = new ArrayList<>();
    for (YamlMap led : root.maps("leds", BoardDescription.MIN_PARTS)) {
      leds.add(led(led, pins));
    }
    return new BoardDescription(
        root.value("name", BoardFile::name),
        root.value("mac", MacAddress::parse),
        buttons,
        leds,
        network(root.map("network")),
        root.has("dct") ? DctYaml.read(root.map("dct"), folder) : DctContent.DEFAULT,
        root.has("packet-pools") ? packetPools(root.map("packet-pools")) : PacketPools.DEFAULT,
        root.value("tls-profile", BoardFile::tlsProfile, TlsProfile.MODERN),
        PeripheralsYaml.read(root));
  }

  private static BoardDescription.Button button(YamlMap map, Set<Integer> pins)
      throws BoardFileException {
    map.allow("pin", "pressed", "debounce", "bounce", "bounce-seed");
    return new BoardDescription.Button(
        pin(map, pins),
        map.value("pressed", BoardFile::level, Level.LOW),
        map.value("debounce", BoardFile::duration, BoardDescription.DEFAULT_DEBOUNCE),
        map.value("bounce", BoardFile::duration, Duration.ZERO),
        map.value("bounce-seed", BoardFile::seed, 0L));
  }

  private static BoardDescription.Led led(YamlMap map, Set<Integer> pins)
      throws BoardFileException {
    map.allow("pin", "lit", "boot");
    Level lit = map.value("lit", BoardFile::level);
    return new BoardDescription.Led(
        pin(map, pins), lit, map.value("boot", BoardFile::level, lit.inverted()));
  }

  private static int pin(YamlMap map, Set<Integer> pins) throws BoardFileException {
    int pin = map.value("pin", BoardFile::pinNumber);
    if (!pins.add(pin)) {
      throw map.problem("pin", "pin %d has another button or LED already".formatted(pin));
    }
    return pin;
  }

  private static BoardDescription.Network network(YamlMap map) throws BoardFileException {
    map.allow("address", "netmask", "gateway", "hosts");
    return new BoardDescription.Network(
        map.value("address", Ipv4Address::parse),
        map.value("netmask", BoardFile::netmask, Ipv4Address.of(255, 255, 255, 0)),
        map.value("gateway", Ipv4Address::parse),
        HostsYaml.read(map));
  }

  private static PacketPools packetPools(YamlMap map) throws BoardFileException {
    map.allow("receive", "transmit");
    return new PacketPools(
        map.value("receive", BoardFile::packets, PacketPools.DEFAULT.receive()),
        map.value("transmit", BoardFile::packets, PacketPools.DEFAULT.transmit()));
  }

  private static int packets(String text) {
    if (text.matches("[0-9]{1,2}")) {
      int packets = Integer.parseInt(text);
      if (packets >= 1 && packets <= PacketPools.MAX) {
        return packets;
      }
    }
    throw new IllegalArgumentException(
        "'%s': expected 1 to %d packets".formatted(text, PacketPools.MAX));
  }

  private static String name(String text) {
    if (text.isBlank() || !NAME.matcher(text).matches()) {
      throw new IllegalArgumentException("expected the platform's name, in printable characters");
    }
    return text;
  }

  private static Ipv4Address netmask(String text) {
    Ipv4Address mask = Ipv4Address.parse(text);
    int hostBits = ~mask.bits();
    if ((hostBits & (hostBits + 1)) != 0) {
      throw new IllegalArgumentException(
          "'%s' is not a netmask: expected ones, then zeros, such as 255.255.255.0"
              .formatted(text));
    }
    return mask;
  }

  private static Level level(String text) {
    return switch (text) {
      case "low" -> Level.LOW;
      case "high" -> Level.HIGH;
      default -> throw new IllegalArgumentException("'%s': expected low or high".formatted(text));
    };
  }

  private static TlsProfile tlsProfile(String text) {
    return switch (text) {
      case "modern" -> TlsProfile.MODERN;
      case "wiced" -> TlsProfile.WICED;
      default ->
          throw new IllegalArgumentException("'%s': expected modern or wiced".formatted(text));
    };
  }

  static int pinNumber(String text) {
    if (text.matches("[0-9]{1,2}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= BoardDescription.PINS) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "'%s': expected a pin from 1 to %d".formatted(text, BoardDescription.PINS));
  }

  private static long seed(String text) {
    if (text.matches("[0-9]{1,18}")) {
      return Long.parseLong(text);
    }
    throw new IllegalArgumentException(
        "'%s': expected a whole number of up to 18 digits".formatted(text));
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (matcher.matches()) {
      long amount = Long.parseLong(matcher.group(1));
      Duration duration =
          matcher.group(2).equals("ms") ? Duration.ofMillis(amount) : Duration.ofSeconds(amount);
      if (duration.compareTo(MAX_DURATION) <= 0) {
        return duration;
      }
    }
    throw new IllegalArgumentException(
        "'%s': expected a time up to 10 seconds such as 10ms or 1s".formatted(text));
  }
}
