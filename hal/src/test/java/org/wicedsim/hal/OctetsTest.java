package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OctetsTest {
  @Test
  void octetsAreCopiedOnTheWayIn() {
    byte[] bytes = {1, 2, 3};
    Octets octets = Octets.of(bytes);

    bytes[0] = 9;

    assertThat(octets.at(0)).isEqualTo(1);
  }

  @Test
  void octetsAreCopiedOnTheWayOut() {
    Octets octets = Octets.of(new byte[] {1, 2, 3});

    octets.toBytes()[0] = 9;

    assertThat(octets.at(0)).isEqualTo(1);
  }

  @Test
  void anOctetIsNotSigned() {
    Octets octets = Octets.of(new byte[] {127, (byte) 128, (byte) 255});

    assertThat(octets.at(0)).isEqualTo(127);
    assertThat(octets.at(1)).isEqualTo(128);
    assertThat(octets.at(2)).isEqualTo(255);
  }

  @Test
  void aPartIsTakenFromAnArray() {
    assertThat(Octets.of(new byte[] {1, 2, 3, 4}, 1, 2)).isEqualTo(Octets.of(new byte[] {2, 3}));
  }

  /// An array that is too short must not be filled up with zeros.
  @ParameterizedTest
  @CsvSource({"0, 5", "4, 1", "5, 0", "-1, 1", "1, -1", "1, 2147483647"})
  void aPartThatTheArrayDoesNotHoldIsRefused(int offset, int length) {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Octets.of(new byte[4], offset, length));
  }

  @Test
  void equalOctetsAreEqual() {
    assertThat(Octets.of("abc"))
        .isEqualTo(Octets.of(new byte[] {'a', 'b', 'c'}))
        .hasSameHashCodeAs(Octets.of("abc"))
        .isNotEqualTo(Octets.of("abd"))
        .isNotEqualTo(Octets.of("ab"));
  }

  @Test
  void textIsUtf8() {
    assertThat(Octets.of("ü").length()).isEqualTo(2);
    assertThat(Octets.of("ü").utf8()).isEqualTo("ü");
  }

  @Test
  void whatIsNotUtf8IsReplaced() {
    assertThat(Octets.of(new byte[] {'a', (byte) 0xFF}).utf8()).isEqualTo("a\uFFFD");
  }

  /// Views print this: no octet may move the cursor, and none may be taken for another.
  @Test
  void whatIsNotPrintableIsEscaped() {
    byte[] octets = {
      'A', '~', ' ', '\n', '\r', '\t', '\\', 0, 0x1B, 0x7F, (byte) 0x80, (byte) 0xFF
    };

    assertThat(Octets.of(octets)).hasToString("A~ \\n\\r\\t\\\\\\x00\\x1B\\x7F\\x80\\xFF");
  }

  @Test
  void noOctetsAreNothing() {
    assertThat(Octets.of("").length()).isZero();
    assertThat(Octets.of("")).hasToString("");
  }
}
