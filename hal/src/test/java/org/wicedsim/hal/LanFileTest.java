package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Which hosts and access points a LAN has (SPEC 2.6).
class LanFileTest {
  private static final String LAN =
      """
      hosts:
        Broker.example: 198.51.100.9
      access-points:
        - {ssid: class, security: wpa2-mixed-psk, passphrase: in the room, channel: 6}
        - {ssid: guests}
      """;

  @TempDir Path folder;

  @Test
  void everythingThatAFileCanSayIsRead() throws Exception {
    Path file = Files.writeString(folder.resolve("lan.yaml"), LAN);

    LanDescription lan = LanFile.read(file);

    assertThat(lan.hosts())
        .containsExactly(Map.entry("broker.example", Ipv4Address.of(198, 51, 100, 9)));
    assertThat(lan.accessPoints())
        .containsExactly(
            new AccessPoint("class", WifiSecurity.WPA2_MIXED_PSK, "in the room", 6),
            new AccessPoint("guests", WifiSecurity.OPEN, "", 0));
  }

  @Test
  void aFileThatNamesNeitherIsALanWhereEverythingJoins() throws BoardFileException {
    assertThat(LanFile.parse("lan.yaml", "{}")).isEqualTo(LanDescription.EMPTY);
  }

  @ParameterizedTest(name = "{0} instead of {1}: {2}")
  @MethodSource
  void aMistakeIsNamedWithItsPlace(String written, String correct, String message) {
    assertThat(LAN).containsOnlyOnce(correct);

    assertRefused(LAN.replace(correct, written), message);
  }

  static Stream<Arguments> aMistakeIsNamedWithItsPlace() {
    return Stream.of(
        arguments("host:", "hosts:", "1:1: unknown key 'host': expected 'hosts'?"),
        arguments("{sid: x}", "{ssid: guests}", "5:6: unknown key 'sid': expected 'ssid'?"),
        arguments("{}", "{ssid: guests}", "5:5: 'ssid' is missing"),
        arguments("''", "guests", "5:12: ssid: '' has 0 octets: expected 1 to 32"),
        arguments(
            "123456789012345678901234567890ü\u00fc",
            "guests",
            "5:12: ssid: '123456789012345678901234567890üü' has 34 octets: expected 1 to 32"),
        arguments("class", "guests", "5:12: ssid: 'class' has an access point already"),
        arguments(
            "wpa2-mixd-psk",
            "wpa2-mixed-psk",
            "4:29: security: 'wpa2-mixd-psk': expected 'WPA2_MIXED_PSK'?"),
        arguments(
            "seven c",
            "in the room",
            "4:57: passphrase: WPA2_MIXED_PSK needs a passphrase of 8 to 64 octets"),
        arguments(
            "{ssid: guests, security: WPA2_AES_PSK}",
            "{ssid: guests}",
            "5:30: security: WPA2_AES_PSK needs a passphrase of 8 to 64 octets"),
        arguments(
            "{ssid: guests, passphrase: x}",
            "{ssid: guests}",
            "5:32: passphrase: an open network has none: name its security, such as"
                + " WPA2_MIXED_PSK"),
        arguments(
            "channel: 0", "channel: 6", "4:79: channel: '0': expected a channel from 1 to 177"),
        arguments(
            "198.51.100",
            "198.51.100.9",
            "2:19: Broker.example: '198.51.100' is not an IPv4 address: expected four octets such"
                + " as 198.51.100.14"));
  }

  /// Messages end up on screens that others see.
  @Test
  void aPassphraseThatIsTooLongIsNotQuoted() {
    assertRefused(
        LAN.replace("in the room", "s".repeat(65)),
        "4:57: passphrase: 65 octets: expected at most 64");
  }

  /// Whatever stands in a file, it is a LAN or it is refused with a place; nothing else.
  @Test
  void everyTruncationIsALanOrRefused() {
    assertThat(IntStream.range(0, LAN.length()).boxed())
        .allSatisfy(length ->
            assertThat(outcome(LAN.substring(0, length)))
                .matches("LAN|lan\\.yaml:[1-9]\\d*:[1-9]\\d*: (?s).+"));
  }

  @Test
  void anEmptyFileIsNoLan() {
    assertRefused("", "1:1: the file is empty: expected a LAN");
  }

  @Test
  void accessPointsAreAList() {
    assertRefused("access-points: x", "1:16: access-points: expected a list");
  }

  @Test
  void aMissingFileIsSaidToBeMissing() {
    Path file = folder.resolve("none.yaml");

    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> LanFile.read(file))
        .withMessage(file + ": does not exist: expected a LAN file");
  }

  private static String outcome(String text) {
    try {
      LanFile.parse("lan.yaml", text);
      return "LAN";
    } catch (BoardFileException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void assertRefused(String text, String message) {
    assertThatExceptionOfType(BoardFileException.class)
        .isThrownBy(() -> LanFile.parse("lan.yaml", text))
        .withMessage("lan.yaml:" + message);
  }
}
