package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4AddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "127.51.100.3", "198.51.100.14", "199.200.249.250", "255.255.255.255"})
  void anAddressIsReadAndWritten(String text) {
    assertThat(Ipv4Address.parse(text)).hasToString(text);
    assertThat(Ipv4Address.isAddress(text)).isTrue();
  }

  /// No octal, no short forms: 010 is 8 to some programs, and 10 to others.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "198.51.100",
        "198.51.100.14.1",
        "198.51.100.256",
        "198.51.100.300",
        "198.51.100.014",
        "198.51.100.-1",
        "198.51.100.",
        "198.51..14",
        " 198.51.100.14",
        "198.51.100.14\n",
        "198.51.100.1\u0664",
        "c6.33.64.0e",
        "wwep.ww101.cypress.com",
      })
  void anythingElseIsRefused(String text) {
    assertThat(Ipv4Address.isAddress(text)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ipv4Address.parse(text))
        .withMessage(
            "'%s' is not an IPv4 address: expected four octets such as 198.51.100.14", text);
  }

  @Test
  void octetsCountFromTheFirst() {
    Ipv4Address address = Ipv4Address.parse("198.51.100.255");

    assertThat(IntStream.range(0, 4).map(address::octet)).containsExactly(198, 51, 100, 255);
  }

  @ParameterizedTest
  @CsvSource({"256, 0, 0, 0", "0, 256, 0, 0", "0, 0, -1, 0", "0, 0, 0, 256"})
  void anOctetOutOfRangeIsRefused(int a, int b, int c, int d) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ipv4Address.of(a, b, c, d))
        .withMessage("an octet of %d.%d.%d.%d is not from 0 to 255", a, b, c, d);
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.14, 1, 198.51.100.15",
    "198.51.100.255, 1, 198.51.101.0",
    "198.51.100.14, -14, 198.51.100.0",
    "255.255.255.255, 1, 0.0.0.0",
    "127.255.255.255, 1, 128.0.0.0",
  })
  void theNextAddressFollowsTheLastOctet(String address, int steps, String next) {
    assertThat(Ipv4Address.parse(address).plus(steps)).hasToString(next);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenIsReadAgain(long seed) {
    Ipv4Address address = new Ipv4Address(new Random(seed).nextInt());

    assertThat(Ipv4Address.parse(address.toString())).isEqualTo(address);
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }
}
