package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.wicedc.TestGcc.Result;

/// The headers against what the SDK's headers say: names, types, values and layouts. The C sources
/// in the folder `conformance` state it, and do not compile where it does not hold.
class HeadersTest {
  private static final Result SILENCE = new Result(0, "");

  /// Libraries of the SDK that are not there: these say so.
  private static final List<String> MISSING =
      List.of(
          "JSON.h",
          "cJSON.h",
          "dhcp_server.h",
          "dns.h",
          "gedday.h",
          "http.h",
          "http_client.h",
          "http_server.h",
          "mqtt_api.h",
          "sntp.h",
          "u8g_arm.h",
          "wiced_bt_dev.h",
          "wiced_crypto.h",
          "wiced_low_power.h");

  @TempDir Path folder;

  private static List<Path> statements() {
    return TestGcc.files("conformance", ".c");
  }

  private static List<String> headers() {
    return TestGcc.files("include", ".h").stream()
        .map(header -> header.getFileName().toString())
        .filter(name -> !MISSING.contains(name))
        .toList();
  }

  private static List<String> missing() {
    return MISSING;
  }

  @ParameterizedTest
  @MethodSource("statements")
  void theHeadersAreTheSdks(Path source) {
    assertThat(TestGcc.compile(source, "-Werror")).isEqualTo(SILENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-DDEBUG", "-DWICED_DISABLE_STDIO", "-DUSE_BOOL_UINT32"})
  void theHeadersTakeTheDefinesOfTheSdk(String define) {
    Path program = TestGcc.resource("conformance/macros.c");

    assertThat(TestGcc.compile(program, "-Werror", define)).isEqualTo(SILENCE);
  }

  @ParameterizedTest
  @MethodSource("headers")
  void eachHeaderNeedsNoOther(String header) {
    String twice = "#include \"%1$s\"\n#include \"%1$s\"\nint nothing;\n".formatted(header);

    assertThat(TestGcc.compileText(folder, twice, "-Werror")).isEqualTo(SILENCE);
  }

  @ParameterizedTest
  @MethodSource("missing")
  void aLibraryThatIsMissingSaysSo(String header) {
    assertThat(TestGcc.compileText(folder, "#include \"%s\"\n".formatted(header)).output())
        .contains(header + " is part of the SDK, and this simulator does not have ");
  }

  @Test
  void theWicedHeaderHasNoFunctionsOfTls() {
    String program = "#include \"wiced.h\"\nint wiced_tls_init_context;\n";

    assertThat(TestGcc.compileText(folder, program, "-Werror")).isEqualTo(SILENCE);
  }
}
