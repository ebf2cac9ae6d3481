package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wicedsim.wicedc.TestGcc.Result;

/// Which of the `WPRINT_...` macros print, and what `wiced_assert` does.
class PrintMacrosTest {
  private static final List<String> ALWAYS =
      List.of("APP_INFO", "LIB_INFO", "NETWORK_INFO", "RTOS_INFO", "WICED_INFO", "PLATFORM_INFO");

  private static final List<String> WHEN_ENABLED =
      Stream.concat(
              Stream.of("SECURITY_INFO", "WPS_INFO", "WEBSERVER_INFO"),
              Stream.of(
                      "APP",
                      "LIB",
                      "NETWORK",
                      "RTOS",
                      "WICED",
                      "PLATFORM",
                      "SECURITY",
                      "WPS",
                      "WEBSERVER")
                  .flatMap(who -> Stream.of(who + "_DEBUG", who + "_ERROR")))
          .toList();

  @TempDir Path folder;

  @Test
  void infoIsPrinted() {
    assertThat(printed()).containsExactlyElementsOf(ALWAYS);
  }

  @Test
  void errorsOfTheApplicationArePrintedWhenTheyAreEnabled() {
    assertThat(printed("APP_ERROR"))
        .containsExactlyInAnyOrderElementsOf(with(ALWAYS, List.of("APP_ERROR")));
  }

  @Test
  void everythingIsPrintedWhenAllIsEnabled() {
    assertThat(printed(WHEN_ENABLED.toArray(String[]::new)))
        .containsExactlyElementsOf(with(ALWAYS, WHEN_ENABLED));
  }

  @Test
  void anAssertionEvaluatesItsConditionInARelease() {
    assertThat(run("", "int n = 0; wiced_assert( \"n\", ++n == 2 ); printf( \"%d\\n\", n );"))
        .isEqualTo(new Result(0, "1\n"));
  }

  @Test
  void anAssertionThatDoesNotHoldStopsADebugBuild() {
    assertThat(run("#define DEBUG\n", "wiced_assert( \"no\", 1 == 2 );").exitCode()).isNotZero();
  }

  /// What a program prints that has each macro print its own name.
  private List<String> printed(String... enabled) {
    String defines =
        Arrays.stream(enabled)
            .map("#define WPRINT_ENABLE_%s\n"::formatted)
            .collect(Collectors.joining());
    String prints =
        with(ALWAYS, WHEN_ENABLED).stream()
            .map(name -> "WPRINT_%1$s( ( \"%%s\\n\", \"%1$s\" ) );\n".formatted(name))
            .collect(Collectors.joining());
    return run(defines, prints).output().lines().toList();
  }

  private Result run(String defines, String statements) {
    String program =
        defines + "#include \"wiced_debug.h\"\nint main( void )\n{\n" + statements + "\n}\n";
    return TestGcc.run(folder, TestGcc.write(folder, program));
  }

  private static List<String> with(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
