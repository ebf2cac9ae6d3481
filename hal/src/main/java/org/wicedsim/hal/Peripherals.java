package org.wicedsim.hal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is wired to a board's PWM outputs and I2C buses. Outputs and buses count from 1: output 3
/// is `WICED_PWM_3`, bus 2 is `WICED_I2C_2`.
///
/// @param pwmPins the pin that an output drives, by the number of the output
/// @param i2c the devices on the buses
public record Peripherals(Map<Integer, Integer> pwmPins, List<RegisterDevice> i2c) {
  /// How many PWM outputs a board has.
  public static final int PWM_OUTPUTS = 6;

  /// How many I2C buses a board has.
  public static final int I2C_BUSES = 2;

  /// The highest address of 7 bits.
  public static final int MAX_I2C_ADDRESS = 0x7F;

  /// How many registers of one octet a device has.
  public static final int I2C_REGISTERS = 256;

  /// Outputs that drive nothing, and empty buses.
  public static final Peripherals NONE = new Peripherals(Map.of(), List.of());

  /// @throws IllegalArgumentException when there is no such output, or two devices have one address
  public Peripherals {
    pwmPins = Map.copyOf(pwmPins);
    i2c = List.copyOf(i2c);
    pwmPins.keySet().forEach(output -> checkNumber("PWM output", output, PWM_OUTPUTS));
    Set<Integer> places = new HashSet<>();
    for (RegisterDevice device : i2c) {
      if (!places.add(device.bus * (MAX_I2C_ADDRESS + 1) + device.address)) {
        throw new IllegalArgumentException(
            "two devices at address 0x%02X of I2C bus %d".formatted(device.address, device.bus));
      }
    }
  }

  /// A device on an I2C bus with numbered registers: the first octet that is written to it says
  /// where further ones go, and where reads begin.
  ///
  /// @param address 7 bits
  /// @param registers what they hold when the board is switched on, 256 octets
  public record RegisterDevice(int bus, int address, Octets registers) {
    /// @throws IllegalArgumentException when there is no such bus or address
    public RegisterDevice {
      checkNumber("I2C bus", bus, I2C_BUSES);
      if (address < 0 || address > MAX_I2C_ADDRESS || registers.length() != I2C_REGISTERS) {
        throw new IllegalArgumentException(
            "address 0x%02X with %d registers: expected up to 0x%02X, and %d registers"
                .formatted(address, registers.length(), MAX_I2C_ADDRESS, I2C_REGISTERS));
      }
    }
  }

  private static void checkNumber(String kind, int number, int last) {
    if (number < 1 || number > last) {
      throw new IllegalArgumentException("%s %d: expected 1 to %d".formatted(kind, number, last));
    }
  }
}
