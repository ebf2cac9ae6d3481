package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wicedsim.hal.Peripherals.RegisterDevice;

/// What board files say of PWM outputs and I2C buses.
class PeripheralsFileTest {
  @Test
  void withoutAWordThereIsNothing() throws BoardFileException {
    assertThat(parse("")).isEqualTo(Peripherals.NONE);
  }

  @Test
  void anOutputDrivesAPin() throws BoardFileException {
    assertThat(parse("pwm: {3: 12, 1: 6}").pwmPins()).isEqualTo(Map.of(3, 12, 1, 6));
  }

  /// Little endian, as the course's PSoC has its floats.
  @Test
  void registersAreOctetsOrFloats() throws BoardFileException {
    String text =
        "i2c: [{bus: 2, address: 0x42, registers: {0x06: 0xFE, 7: {float: 22.5}, 0xff: 9}}]";

    List<RegisterDevice> devices = parse(text).i2c();

    assertThat(devices).hasSize(1);
    byte[] registers = devices.getFirst().registers().toBytes();
    assertThat(devices.getFirst().bus()).isEqualTo(2);
    assertThat(devices.getFirst().address()).isEqualTo(0x42);
    assertThat(registers).hasSize(256).startsWith(0, 0, 0, 0, 0, 0, 0xFE, 0, 0, 0xB4, 0x41, 0);
    assertThat(registers[255]).isEqualTo((byte) 9);
  }

  @Test
  void theCourseBoardHasItsShield() throws BoardFileException {
    Peripherals shield = BoardFile.shipped("course").peripherals();

    assertThat(shield.pwmPins()).isEqualTo(Map.of(3, 12, 1, 6));
    assertThat(shield.i2c()).extracting(RegisterDevice::bus).containsExactly(2);
    assertThat(shield.i2c()).extracting(RegisterDevice::address).containsExactly(0x42);
    assertThat(BoardFile.shipped("bouncing").peripherals()).isEqualTo(shield);
    assertThat(BoardFile.shipped("bare").peripherals()).isEqualTo(Peripherals.NONE);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource
  void aMistakeIsNamedWithItsPlace(String text, String message) {
    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> parse(text))
        .withMessage("board.yaml:" + message);
  }

  static Stream<Arguments> aMistakeIsNamedWithItsPlace() {
    return Stream.of(
        arguments("pwm: {7: 12}", "12:7: '7': expected a PWM output from 1 to 6"),
        arguments("pwm: {1: 52}", "12:10: 1: '52': expected a pin from 1 to 51"),
        arguments("pwm: {1: 6, 2: 6}", "12:16: 2: pin 6 is driven by another output already"),
        arguments("i2c: {bus: 1}", "12:6: i2c: expected a list"),
        arguments(device("bus: 3", ""), "12:13: bus: '3': expected an I2C bus from 1 to 2"),
        arguments(
            "i2c: [{bus: 1, address: 0x80, registers: {}}]",
            "12:25: address: '0x80': expected a number up to 0x7F"),
        arguments(
            "i2c: [{bus: 1, address: 66, registers: {}}, {bus: 1, address: 0x42, registers: {}}]",
            "12:63: address: bus 1 has a device at 0x42 already"),
        arguments(device("bus: 1", "0x100: 1"), "12:43: '0x100': expected a number up to 0xFF"),
        arguments(device("bus: 1", "1: 256"), "12:46: 1: '256': expected a number up to 0xFF"),
        arguments(
            device("bus: 1", "1: {float: x}"), "12:54: float: 'x': expected a number such as 22.5"),
        arguments(
            device("bus: 1", "1: {double: 1}"),
            "12:47: unknown key 'double': expected one of float"),
        arguments(
            device("bus: 1", "0xFD: {float: 1}"),
            "12:49: 0xFD: a float has 4 octets, which do not fit behind 0xFD"),
        arguments(
            device("bus: 1", "1: {float: 1}, 4: 1"),
            "12:61: 4: another register lies there already"));
  }

  private static String device(String bus, String registers) {
    return "i2c: [{%s, address: 0x42, registers: {%s}}]".formatted(bus, registers);
  }

  private static Peripherals parse(String text) throws BoardFileException {
    return BoardFile.parse("board.yaml", BoardTexts.SMALLEST + text, Path.of("")).peripherals();
  }
}
