package org.wicedsim.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Access points, their security, and how many a board stores.
class WifiConfigTest {
  private static final AccessPoint ANY = new AccessPoint("x", WifiSecurity.OPEN, "", 0);

  /// The numbers that a program prints.
  @ParameterizedTest
  @CsvSource({
    "OPEN, 0",
    "WEP_PSK, 1",
    "WPA_TKIP_PSK, 2097154",
    "WPA2_AES_PSK, 4194308",
    "WPA2_MIXED_PSK, 4194310",
    "WPA2_AES_ENT, 37748740",
  })
  void securityHasTheSdksCodes(WifiSecurity security, int code) {
    assertThat(security.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeLeadsBackToItsSecurity(WifiSecurity security) {
    assertThat(WifiSecurity.ofCode(security.code())).isEqualTo(security);
  }

  @Test
  void aCodeThatIsNoneIsUnknown() {
    assertThat(WifiSecurity.ofCode(0x1234)).isEqualTo(WifiSecurity.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"WPA2_AES_PSK", "wpa2-aes-psk", "WICED_SECURITY_WPA2_AES_PSK", "Wpa2_Aes-Psk"})
  void securityIsReadAsUsersWriteIt(String text) {
    assertThat(WifiSecurity.parse(text)).isEqualTo(WifiSecurity.WPA2_AES_PSK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "WPA9"})
  void aSecurityThatIsNoneIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WifiSecurity.parse(text))
        .withMessageStartingWith("'%s': expected ".formatted(text));
  }

  @Test
  void anSsidHasUpTo32Octets() {
    assertThat(new AccessPoint("ü".repeat(16), WifiSecurity.OPEN, "", 0).ssid()).hasSize(16);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccessPoint("ü".repeat(16) + "x", WifiSecurity.OPEN, "", 0))
        .withMessageContaining("has 33 octets: expected at most 32");
  }

  @Test
  void aPassphraseHasUpTo64Octets() {
    String most = "s".repeat(64);

    assertThat(new AccessPoint("x", WifiSecurity.WPA2_AES_PSK, most, 0).passphrase())
        .isEqualTo(most);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccessPoint("x", WifiSecurity.WPA2_AES_PSK, most + "s", 0))
        .withMessage("the passphrase has 65 octets: expected at most 64");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 256})
  void aChannelIsAnOctet(int channel) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccessPoint("x", WifiSecurity.OPEN, "", channel));
  }

  @ParameterizedTest
  @CsvSource({
    "WPA2_AES_PSK, 1234567, false",
    "WPA2_AES_PSK, 12345678, true",
    "WPA_TKIP_PSK, '', false",
    "WPA2_AES_ENT, '', true",
    "OPEN, '', true",
    "WEP_PSK, 12345, true",
  })
  void wpaNeedsAtLeast8Octets(WifiSecurity security, String passphrase, boolean usable) {
    assertThat(new AccessPoint("x", security, passphrase, 0).hasUsablePassphrase())
        .isEqualTo(usable);
  }

  @Test
  void thePassphraseIsNotInTheText() {
    assertThat(new AccessPoint("room", WifiSecurity.WPA2_AES_PSK, "geheimnis", 0).toString())
        .contains("room", "9 octets")
        .doesNotContain("geheimnis");
  }

  @Test
  void aBoardStoresUpToFiveAccessPoints() {
    assertThat(with(5).storedAccessPoints()).hasSize(5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(6))
        .withMessage("6 stored access points: expected at most 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "U", "us", "USA"})
  void aCountryCodeIsTwoCapitalLetters(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WifiConfig(Collections.nCopies(1, ANY), ANY, ANY, code));
  }

  /// SPEC 2.6: with no LAN file, this joins.
  @Test
  void theDefaultKnowsAnAccessPoint() {
    assertThat(WifiConfig.DEFAULT.storedAccessPoints())
        .singleElement()
        .satisfies(stored -> {
          assertThat(stored.ssid()).isEqualTo("wiced-sim");
          assertThat(stored.security()).isEqualTo(WifiSecurity.WPA2_MIXED_PSK);
          assertThat(stored.hasUsablePassphrase()).isTrue();
        });
  }

  private static WifiConfig with(int stored) {
    return new WifiConfig(Collections.nCopies(stored, ANY), ANY, ANY, "US");
  }
}
