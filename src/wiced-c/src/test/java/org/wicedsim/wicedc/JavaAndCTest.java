package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wicedsim.hal.DctSection;
import org.wicedsim.hal.WifiSecurity;
import org.wicedsim.wiced.WicedResult;
import org.wicedsim.wicedc.TestGcc.Result;

/// The numbers that C and Java exchange are the same on both sides.
class JavaAndCTest {
  @TempDir Path folder;

  @Test
  void results() {
    assertHold(
        Arrays.stream(WicedResult.values())
            .filter(result -> result.code() >= 0)
            .map(result -> prefix(result.code()) + result.name() + " == " + result.code()));
  }

  @Test
  void sectionsOfTheDct() {
    assertHold(
        Arrays.stream(DctSection.values())
            .map(section -> "DCT_%s_SECTION == %d".formatted(section.name(), section.code())));
  }

  @Test
  void structuresOfTheDct() {
    assertHold(
        Stream.of(
            size("platform_dct_security_t", DctSection.SECURITY),
            size("platform_dct_wifi_config_t", DctSection.WIFI_CONFIG),
            size("platform_dct_network_config_t", DctSection.NETWORK_CONFIG),
            size("platform_dct_ethernet_config_t", DctSection.ETHERNET_CONFIG)));
  }

  @Test
  void securityOfNetworks() {
    assertHold(
        Arrays.stream(WifiSecurity.values())
            .map(kind -> "WICED_SECURITY_%s == %d".formatted(kind.name(), kind.code())));
  }

  private void assertHold(Stream<String> conditions) {
    List<String> lines = conditions.map("_Static_assert( %1$s, \"%1$s\" );"::formatted).toList();
    String program = "#include \"wiced.h\"\n" + String.join("\n", lines);

    assertThat(lines).isNotEmpty();
    assertThat(TestGcc.compileText(folder, program + "\n")).isEqualTo(new Result(0, ""));
  }

  private static String size(String structure, DctSection section) {
    return "sizeof( %s ) == %d".formatted(structure, section.octets());
  }

  /// Java's names have no family where the name alone says it.
  private static String prefix(int code) {
    return switch (code / 1_000) {
      case 1 -> "WICED_WWD_";
      case 7 -> "WICED_TCPIP_";
      default -> "WICED_";
    };
  }
}
