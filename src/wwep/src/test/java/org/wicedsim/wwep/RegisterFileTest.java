package org.wicedsim.wwep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// SPEC 1.6.
class RegisterFileTest {
  private static final long MEBIBYTE = 1L << 20;

  private final RegisterFile file = new RegisterFile();

  @Test
  void registerNeverWrittenIsAbsent() {
    assertThat(file.read(0x0BAC, 0x0B)).isEqualTo(RegisterFile.ABSENT);
  }

  @Test
  void neighbourOfAWrittenRegisterIsAbsent() {
    file.write(0x0BAC, 0x0B, 1);

    assertThat(file.read(0x0BAC, 0x0A)).isEqualTo(RegisterFile.ABSENT);
    assertThat(file.read(0x0BAC, 0x0C)).isEqualTo(RegisterFile.ABSENT);
    assertThat(file.read(0x0BAC, 0x1B)).isEqualTo(RegisterFile.ABSENT);
    assertThat(file.read(0x0BAD, 0x0B)).isEqualTo(RegisterFile.ABSENT);
  }

  // Zero is a value, not absence; 8000 and FFFF are negative as a Java short.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF})
  void readGivesTheValueWritten(int value) {
    file.write(0x0FAC, 0x0B, value);

    assertThat(file.read(0x0FAC, 0x0B)).isEqualTo(value);
  }

  @Test
  void laterWriteReplacesAnEarlierOne() {
    file.write(0x0FAC, 0x0B, 0xFFFF);
    file.write(0x0FAC, 0x0B, 0);

    assertThat(file.read(0x0FAC, 0x0B)).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void fileBehavesLikeAnArrayPerDevice(long seed) {
    Random random = new Random(seed);
    int[][] model = new int[0x1000][Wwep.MAX_REGISTER + 1];
    for (int[] registers : model) {
      Arrays.fill(registers, RegisterFile.ABSENT);
    }
    for (int i = 0; i < 100_000; i++) {
      int device = random.nextInt(100) * 41;
      int register = random.nextInt(256);
      int value = random.nextInt(0x10000);
      file.write(device, register, value);
      model[device][register] = value;
    }
    for (int device = 0; device < model.length; device++) {
      assertThat(registersOf(device)).as("device %d", device).isEqualTo(model[device]);
    }
  }

  private int[] registersOf(int device) {
    return IntStream.rangeClosed(0, Wwep.MAX_REGISTER)
        .map(register -> file.read(device, register))
        .toArray();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "65536, 0", "0, -1", "0, 256"})
  void addressOutOfRangeIsRefused(int device, int register) {
    assertThatIllegalArgumentException().isThrownBy(() -> file.read(device, register));
    assertThatIllegalArgumentException().isThrownBy(() -> file.write(device, register, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0x10000})
  void valueOutOfRangeIsRefused(int value) {
    assertThatIllegalArgumentException().isThrownBy(() -> file.write(0, 0, value));
  }

  @Test
  void fullFileTakesLittleMoreThanItsBits() {
    long before = allocatedOctets();
    RegisterFile full = new RegisterFile();
    for (int device = 0; device <= Wwep.MAX_DEVICE; device++) {
      full.write(device, 0, device);
      full.write(device, 255, device);
    }

    // 65,536 devices with 256 registers of 16 bits and a presence bit each are 34 MiB.
    assertThat(allocatedOctets() - before).isBetween(34 * MEBIBYTE, 36 * MEBIBYTE);
    assertThat(full.read(0xFFFF, 255)).isEqualTo(0xFFFF);
  }

  @Test
  void classOfThirtyDevicesTakesLittle() {
    long before = allocatedOctets();
    RegisterFile sparse = new RegisterFile();
    for (int device = 0; device < 30; device++) {
      sparse.write(device * 999, 5, 1);
    }

    assertThat(allocatedOctets() - before).isLessThan(MEBIBYTE);
    assertThat(sparse.read(29 * 999, 5)).isEqualTo(1);
  }

  private static long allocatedOctets() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
