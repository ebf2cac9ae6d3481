package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which of the `WPRINT_...` macros print.
class PrintMacrosTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"APP", "LIB", "NETWORK", "RTOS", "WICED", "PLATFORM"})
  void infoIsPrinted(String who) {
    assertThat(printed("", "WPRINT_%s_INFO( ( \"%%d\\n\", 7 ) );".formatted(who))).isEqualTo("7\n");
  }

  @ParameterizedTest
  @CsvSource({
    "SECURITY, INFO", "WPS, INFO", "WEBSERVER, INFO",
    "APP, DEBUG", "LIB, DEBUG", "NETWORK, DEBUG",
    "RTOS, DEBUG", "WICED, DEBUG", "PLATFORM, DEBUG",
    "SECURITY, DEBUG", "WPS, DEBUG", "WEBSERVER, DEBUG",
    "APP, ERROR", "LIB, ERROR", "NETWORK, ERROR",
    "RTOS, ERROR", "WICED, ERROR", "PLATFORM, ERROR",
    "SECURITY, ERROR", "WPS, ERROR", "WEBSERVER, ERROR"
  })
  void theRestIsPrintedWhenItIsEnabled(String who, String kind) {
    String print = "WPRINT_%s_%s( ( \"%%d\\n\", 7 ) );".formatted(who, kind);
    String enabled = "#define WPRINT_ENABLE_%s_%s\n".formatted(who, kind);

    assertThat(List.of(printed("", print), printed(enabled, print))).containsExactly("", "7\n");
  }

  @Test
  void anAssertionEvaluatesItsConditionInARelease() {
    assertThat(printed("", "int n = 0; wiced_assert( \"n\", ++n == 2 ); printf( \"%d\\n\", n );"))
        .isEqualTo("1\n");
  }

  private String printed(String before, String statement) {
    String program =
        before + "#include \"wiced_debug.h\"\nint main( void )\n{\n" + statement + "\n}\n";
    return TestGcc.run(folder, TestGcc.write(folder, program)).output();
  }
}
