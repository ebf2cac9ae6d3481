package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads take an offset and a maximum (SPEC 2.4).
class ResourceTest {
  private static final Resource RESOURCE = new Resource("ten.txt", Octets.of("0123456789"));

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0123456789",
    "0, 11, 0123456789",
    "0, 2147483647, 0123456789",
    "0, 9, 012345678",
    "0, 1, 0",
    "3, 4, 3456",
    "3, 2147483647, 3456789",
    "9, 1, 9",
    "9, 5, 9",
  })
  void aReadGivesAtMostTheMaximumFromTheOffset(int offset, int maximum, String expected) {
    assertThat(RESOURCE.read(offset, maximum)).isEqualTo(Octets.of(expected));
  }

  @ParameterizedTest
  @CsvSource({"10, 5", "10, 0", "0, 0", "5, -1"})
  void aReadOfNothingIsEmpty(int offset, int maximum) {
    assertThat(RESOURCE.read(offset, maximum)).isEqualTo(Octets.of(""));
  }

  @ParameterizedTest
  @ValueSource(ints = {11, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void anOffsetBehindTheEndIsRefused(int offset) {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> RESOURCE.read(offset, 1))
        .withMessage("offset %d of ten.txt, which has 10 octets", offset);
  }
}
