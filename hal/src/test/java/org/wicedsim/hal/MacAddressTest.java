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

class MacAddressTest {
  private static final long LAST = 0xFFFF_FFFF_FFFFL;

  /// SPEC 2.2 names the first and the last; octets above 7F must not count as negative.
  @ParameterizedTest
  @CsvSource({
    "00:A0:50:0F:AC:2B, 01D6",
    "00:00:00:00:00:00, 0000",
    "00:00:00:00:00:01, 0001",
    "80:00:00:00:00:80, 0100",
    "FF:FF:FF:FF:FF:FF, 05FA",
  })
  void theDeviceIdIsTheSumOfTheOctets(String mac, String deviceId) {
    assertThat("%04X".formatted(MacAddress.parse(mac).deviceId())).isEqualTo(deviceId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:A0:50:0F:AC:2B", "00-a0-50-0f-ac-2b", "00:a0:50:0F:aC:2B"})
  void theUsualSpellingsAreRead(String text) {
    assertThat(MacAddress.parse(text)).isEqualTo(new MacAddress(0x00A0_500F_AC2BL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00:A0:50:0F:AC",
        "00:A0:50:0F:AC:2B:00",
        "00:A0:50:0F:AC:2",
        "00:A0:50:0F:AC:2G",
        "00A0500FAC2B",
        "00.A0.50.0F.AC.2B",
        "00:A0:50:0F:AC:2B ",
        "00:A0:50:0F:AC:2B\n",
        "00:A0:50:0F:AC:-2",
        "00:A0:50:0F:AC:\uFF12B",
      })
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MacAddress.parse(text))
        .withMessage(
            "'%s' is not a MAC address: expected six octets such as 00:A0:50:0F:AC:2B", text);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, LAST + 1, Long.MAX_VALUE, Long.MIN_VALUE})
  void aNumberOfMoreThan48BitsIsRefused(long value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MacAddress(value))
        .withMessageContaining("48 bits");
  }

  @Test
  void octetsCountFromTheFirst() {
    MacAddress mac = MacAddress.parse("00:A0:50:0F:AC:2B");

    assertThat(IntStream.range(0, 6).map(mac::octet))
        .containsExactly(0x00, 0xA0, 0x50, 0x0F, 0xAC, 0x2B);
  }

  @ParameterizedTest
  @CsvSource({
    "00:A0:50:0F:AC:2B, 1, 00:A0:50:0F:AC:2C",
    "00:A0:50:0F:AC:FF, 1, 00:A0:50:0F:AD:00",
    "00:A0:50:0F:AC:2B, -1, 00:A0:50:0F:AC:2A",
    "00:A0:50:0F:AC:2B, 0, 00:A0:50:0F:AC:2B",
    "FF:FF:FF:FF:FF:FF, 1, 00:00:00:00:00:00",
    "00:00:00:00:00:00, -1, FF:FF:FF:FF:FF:FF",
  })
  void theNextAddressFollowsTheLastOctet(String mac, int steps, String next) {
    assertThat(MacAddress.parse(mac).plus(steps)).hasToString(next);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenIsReadAgain(long seed) {
    MacAddress mac = new MacAddress(new Random(seed).nextLong(LAST + 1));

    assertThat(MacAddress.parse(mac.toString())).isEqualTo(mac);
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }
}
