package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `run` beside the tools that C firmware needs: the compiler, which may refuse it or be missing,
/// and the debugger. With what `--trace` prints of either language.
class RunCToolsIT {
  private static final int LIMIT_S = 120;

  private static final String CALLING =
      """
      #include "wiced.h"
      static void light( void )
      {
          wiced_gpio_output_high( WICED_LED1 );
      }
      void application_start( void )
      {
          wiced_init( );
          light( );
          WPRINT_APP_INFO( ( "ready\\n" ) );
      }
      """;

  private static final String READY = "expect console \"ready\" within 100s\n";

  @TempDir private Path folder;

  @Test
  void traceOfCNamesTheLineOfEachCall() throws IOException {
    CommandRun run = CommandRun.of(arguments(app(CALLING), READY, "--trace"));

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(calls(run.out()))
        .containsSubsequence(
            "app.c:8  wiced_init() = 0 SUCCESS", "app.c:4  wiced_gpio_output_high(12) = 0 SUCCESS");
  }

  @Test
  void traceOfJavaNamesTheLineOfEachCall() throws IOException {
    Path source = folder.resolve("App.java");
    Files.writeString(
        source,
        """
        import org.wicedsim.wiced.Firmware;
        import org.wicedsim.wiced.Wiced;

        public class App implements Firmware {
          @Override
          public void applicationStart(Wiced wiced) {
            wiced.init();
            wiced.gpio().outputHigh(12);
            wiced.console().printf("ready\\n");
          }
        }
        """);

    CommandRun run = CommandRun.of(arguments(source, READY, "--trace"));

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(calls(run.out()))
        .containsSubsequence(
            "App.java:7  wiced_init() = 0 SUCCESS",
            "App.java:8  wiced_gpio_output_high(12) = 0 SUCCESS");
  }

  @Test
  void refusalOfTheCompilerComesWithWhatToDo() throws IOException {
    Path app = app("#include \"wiced.h\"\nvoid application_start( void )\n{\n    result = 1;\n}\n");

    CommandRun run = CommandRun.of(arguments(app, ""));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err())
        .containsSubsequence(
            "app.c:4:5: error: ",
            "result",
            "undeclared",
            "hint: the course's text leaves out declarations: add 'wiced_result_t result;'");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void machineWithoutACompilerSaysHowToGetOne() throws Exception {
    ProcessBuilder builder = simulator(app(CALLING), READY);
    builder.environment().put("PATH", Files.createDirectory(folder.resolve("bin")).toString());
    builder.environment().remove("CC");
    Process simulator = builder.redirectErrorStream(true).start();

    String said = text(simulator);

    assertThat(simulator.waitFor()).as(said).isEqualTo(ExitCode.CANNOT_START.code());
    assertThat(said)
        .contains("C firmware needs a C compiler, and there is none", "sudo apt install gcc");
  }

  // The printed command, as it is: gdb stops in the C source, and the board goes on behind it.
  @Test
  void printedCommandOfGdbStopsAtTheFirstLineOfTheFirmware() throws Exception {
    Process simulator = simulator(app(CALLING), READY, "--gdb").start();
    try (BufferedReader out = simulator.inputReader()) {
      String command =
          out.lines()
              .filter(line -> line.contains("gdb -p "))
              .map(line -> line.substring(line.indexOf("gdb -p ")))
              .findFirst()
              .orElseThrow();
      CompletableFuture<String> rest =
          CompletableFuture.supplyAsync(() -> out.lines().collect(Collectors.joining("\n")));

      Process gdb =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  "exec " + command + " -batch -ex backtrace -ex 'info locals' -ex next")
              .redirectErrorStream(true)
              .start();
      String said = text(gdb);

      assertThat(said)
          .containsSubsequence("Breakpoint 1", "application_start", "app.c:8", "#0 ", "app.c:8");
      assertThat(simulator.waitFor(LIMIT_S, TimeUnit.SECONDS)).isTrue();
      assertThat(simulator.exitValue()).as(rest.join()).isZero();
      assertThat(rest.join()).contains("console     ready", "led 1       on");
    } finally {
      simulator.destroyForcibly();
    }
  }

  private Path app(String source) throws IOException {
    return Files.writeString(folder.resolve("app.c"), source);
  }

  /// What each line about a call says of it.
  private static List<String> calls(String out) {
    return out.lines()
        .filter(line -> line.contains(" call "))
        .map(line -> line.substring(line.indexOf(" call ") + " call ".length()).strip())
        .toList();
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private ProcessBuilder simulator(Path firmware, String script, String... more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments(firmware, script, more)));
    return new ProcessBuilder(command);
  }

  private String[] arguments(Path firmware, String script, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("test.script"), script);
    return Stream.concat(
            Stream.of("run", "--lan", "free", "--script", file.toString(), firmware.toString()),
            Stream.of(more))
        .toArray(String[]::new);
  }
}
