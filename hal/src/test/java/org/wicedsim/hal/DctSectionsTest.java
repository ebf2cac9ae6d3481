package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The octets of the sections are the SDK's structures.
class DctSectionsTest {
  private static final MacAddress MAC = MacAddress.parse("00:A0:50:0F:AC:2B");

  private static final WifiConfig WIFI =
      new WifiConfig(
          List.of(
              new AccessPoint("room", WifiSecurity.WPA2_MIXED_PSK, "passphrase", 6),
              new AccessPoint("ü", WifiSecurity.OPEN, "", 36)),
          new AccessPoint("soft", WifiSecurity.WPA2_AES_PSK, "soft key", 11),
          new AccessPoint("config", WifiSecurity.OPEN, "", 1),
          "DE");

  @ParameterizedTest
  @CsvSource({
    "APP, 0, 8192",
    "SECURITY, 2, 6160",
    "WIFI_CONFIG, 4, 920",
    "INTERNAL, 5, 0",
    "ETHERNET_CONFIG, 6, 8",
    "NETWORK_CONFIG, 7, 40",
    "VERSION, 11, 0",
    "MISC, 12, 0",
  })
  void sectionsHaveTheSdksNumbersAndSizes(DctSection section, int code, int octets) {
    assertThat(section.code()).isEqualTo(code);
    assertThat(section.octets()).isEqualTo(octets);
  }

  @ParameterizedTest
  @EnumSource
  void everyNumberLeadsToItsSection(DctSection section) {
    assertThat(DctSection.ofCode(section.code())).contains(section);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 13})
  void anotherNumberHasNoSection(int code) {
    assertThat(DctSection.ofCode(code)).isEmpty();
  }

  @Test
  void theKeyStandsBeforeTheCertificateAndBothEndWithNul() {
    Octets section = SecuritySection.encode(new Dct.Security("certificate", "key"));

    assertThat(section.length()).isEqualTo(2_048 + 4_096 + 16);
    assertThat(section.slice(0, 4)).isEqualTo(Octets.of("key\0"));
    assertThat(section.slice(2_048, 12)).isEqualTo(Octets.of("certificate\0"));
  }

  @Test
  void aSlotThatIsFullToItsLastOctetIsRead() {
    Dct.Security full = new Dct.Security("c".repeat(4_096), "k".repeat(2_048));

    assertThat(SecuritySection.decode(SecuritySection.encode(full))).isEqualTo(full);
  }

  /// Offsets of `platform_dct_wifi_config_t`.
  @Test
  void theWifiSectionIsTheSdksStructure() {
    Octets section = WifiSection.encode(WIFI, MAC);

    assertThat(u32(section, 0)).as("device_configured").isEqualTo(1);
    assertThat(section.at(4)).as("SSID.length").isEqualTo(4);
    assertThat(section.slice(5, 5)).as("SSID.value").isEqualTo(Octets.of("room\0"));
    assertThat(u32(section, 4 + 52)).as("security").isEqualTo(4_194_310);
    assertThat(section.at(4 + 56)).as("channel").isEqualTo(6);
    assertThat(u32(section, 4 + 60)).as("band, 2.4 GHz").isEqualTo(1);
    assertThat(section.at(4 + 68)).as("security_key_length").isEqualTo(10);
    assertThat(section.slice(4 + 69, 11)).as("security_key").isEqualTo(Octets.of("passphrase\0"));
    assertThat(section.at(140)).as("SSID.length of entry 1").isEqualTo(2);
    assertThat(u32(section, 140 + 60)).as("band, 5 GHz").isZero();
    assertThat(section.slice(684, 5)).as("soft AP").isEqualTo(Octets.of("\4soft"));
    assertThat(u32(section, 684 + 36)).as("its security").isEqualTo(4_194_308);
    assertThat(section.at(684 + 40)).as("its channel").isEqualTo(11);
    assertThat(section.slice(684 + 41, 9)).as("its key").isEqualTo(Octets.of("\10soft key"));
    assertThat(u32(section, 684 + 108)).as("its details_valid").isEqualTo(0xCA1B_DF58);
    assertThat(section.slice(796, 7)).as("config AP").isEqualTo(Octets.of("\6config"));
    assertThat(section.slice(908, 4)).as("country_code").isEqualTo(Octets.of("DE\0\0"));
    assertThat(section.at(912)).as("mac_address").isZero();
    assertThat(section.at(917)).as("its last octet").isEqualTo(0x2B);
  }

  @Test
  void theWifiSectionIsReadAsItWasWritten() {
    assertThat(WifiSection.decode(WifiSection.encode(WIFI, MAC))).isEqualTo(WIFI);
  }

  /// A firmware may write anything.
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyWifiSectionCanBeRead(long seed) {
    byte[] octets = new byte[WifiSection.OCTETS];
    new Random(seed).nextBytes(octets);

    WifiConfig config = WifiSection.decode(Octets.of(octets));

    assertThat(config.countryCode()).matches("[A-Z]{2}");
    assertThat(config.softAp().security()).isEqualTo(WifiSecurity.UNKNOWN);
  }

  @Test
  void anErasedWifiSectionHasNoAccessPoints() {
    WifiConfig config = WifiSection.decode(Octets.of(new byte[WifiSection.OCTETS]));

    assertThat(config.storedAccessPoints()).isEmpty();
    assertThat(config.softAp()).isEqualTo(new AccessPoint("", WifiSecurity.OPEN, "", 0));
    assertThat(config.countryCode()).isEqualTo("XX");
  }

  @Test
  void theHostNameStandsBehindTheInterface() {
    Octets section = NetworkSections.encodeNetwork("board");

    assertThat(section.slice(0, 10)).isEqualTo(Octets.of("\0\0\0\0board\0"));
    assertThat(NetworkSections.decodeHostname(section)).isEqualTo("board");
  }

  @Test
  void theEthernetSectionIsTheMacAddress() {
    assertThat(NetworkSections.encodeEthernet(MAC).toBytes())
        .containsExactly(0x00, 0xA0, 0x50, 0x0F, 0xAC, 0x2B, 0, 0);
  }

  private static int u32(Octets section, int at) {
    return section.at(at)
        | section.at(at + 1) << 8
        | section.at(at + 2) << 16
        | section.at(at + 3) << 24;
  }
}
