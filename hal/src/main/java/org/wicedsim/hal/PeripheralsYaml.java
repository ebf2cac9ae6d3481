package org.wicedsim.hal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wicedsim.hal.Peripherals.RegisterDevice;

/// Reads the keys `pwm` and `i2c` of a board file.
final class PeripheralsYaml {
  private static final int MAX_OCTET = 0xFF;

  private PeripheralsYaml() {}

  static Peripherals read(YamlMap root) throws BoardFileException {
    return new Peripherals(
        root.has("pwm") ? pwm(root.map("pwm")) : Map.of(),
        root.has("i2c") ? i2c(root.maps("i2c", 0)) : List.of());
  }

  private static Map<Integer, Integer> pwm(YamlMap outputs) throws BoardFileException {
    Map<Integer, Integer> pins = new HashMap<>();
    for (String output : outputs.keys()) {
      int pin = outputs.value(output, BoardFile::pinNumber);
      int number =
          outputs.key(output, text -> count(text, "a PWM output", Peripherals.PWM_OUTPUTS));
      if (pins.containsValue(pin)) {
        throw outputs.problem(output, "pin %d is driven by another output already".formatted(pin));
      }
      pins.put(number, pin);
    }
    return pins;
  }

  private static List<RegisterDevice> i2c(List<YamlMap> maps) throws BoardFileException {
    List<RegisterDevice> devices = new ArrayList<>();
    Set<String> places = new HashSet<>();
    for (YamlMap map : maps) {
      map.allow("bus", "address", "registers");
      int bus = map.value("bus", text -> count(text, "an I2C bus", Peripherals.I2C_BUSES));
      int address = map.value("address", text -> number(text, Peripherals.MAX_I2C_ADDRESS));
      if (!places.add(bus + ":" + address)) {
        throw map.problem(
            "address", "bus %d has a device at 0x%02X already".formatted(bus, address));
      }
      devices.add(new RegisterDevice(bus, address, registers(map.map("registers"))));
    }
    return devices;
  }

  private static Octets registers(YamlMap map) throws BoardFileException {
    byte[] octets = new byte[Peripherals.I2C_REGISTERS];
    BitSet taken = new BitSet();
    for (String key : map.keys()) {
      int first = map.key(key, text -> number(text, MAX_OCTET));
      byte[] value = register(map, key);
      int end = first + value.length;
      if (end > octets.length) {
        throw map.problem(
            key, "a float has 4 octets, which do not fit behind 0x%02X".formatted(first));
      }
      if (!taken.get(first, end).isEmpty()) {
        throw map.problem(key, "another register lies there already");
      }
      taken.set(first, end);
      System.arraycopy(value, 0, octets, first, value.length);
    }
    return Octets.of(octets);
  }

  private static byte[] register(YamlMap map, String key) throws BoardFileException {
    if (!map.isMap(key)) {
      return new byte[] {(byte) (int) map.value(key, text -> number(text, MAX_OCTET))};
    }
    YamlMap value = map.map(key);
    value.allow("float");
    float number = value.value("float", PeripheralsYaml::realNumber);
    return ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(number).array();
  }

  private static int count(String text, String what, int last) {
    if (text.matches("[0-9]")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= last) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "'%s': expected %s from 1 to %d".formatted(text, what, last));
  }

  private static int number(String text, int max) {
    if (text.matches("0x[0-9A-Fa-f]{1,2}|[0-9]{1,3}")) {
      int number = Integer.decode(text.startsWith("0x") ? text : stripped(text));
      if (number <= max) {
        return number;
      }
    }
    throw new IllegalArgumentException("'%s': expected a number up to 0x%02X".formatted(text, max));
  }

  /// Decode takes a leading 0 for octal.
  private static String stripped(String text) {
    return text.replaceFirst("^0+(?=.)", "");
  }

  private static float realNumber(String text) {
    if (text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      return Float.parseFloat(text);
    }
    throw new IllegalArgumentException("'%s': expected a number such as 22.5".formatted(text));
  }
}
