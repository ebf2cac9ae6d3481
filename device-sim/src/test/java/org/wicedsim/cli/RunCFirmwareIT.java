package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.wiced.LanSeat;

/// `run` with C firmware, compiled by the real compiler and run in a process of its own.
class RunCFirmwareIT {
  private static final Path SOURCES = Path.of("src/test/resources/org/wicedsim/cli");

  @TempDir private Path folder;

  @BeforeEach
  void copySources() throws IOException {
    for (String name : List.of("client.c", "server.c", "crash.c", "overflow.c")) {
      Files.copy(SOURCES.resolve(name), folder.resolve(name));
    }
  }

  @Test
  void clientRunsAgainstTheClassServerAndEveryCallIsTraced() throws IOException {
    CommandRun run =
        run("tap 1\nexpect console \"Answer A01D6050001\" within 20s\n", "client.c", "--trace");

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(run.out())
        .contains("led 1       on", "sent        W01D6050001", "received    A01D6050001")
        .containsPattern(
            "call        client.c:\\d+  wiced_tcp_connect\\(socket 1, 198.51.100.3, 27708, 2000\\)"
                + " = 0 SUCCESS");
  }

  @Test
  void jsonIsOneObjectALineWithoutGaps() throws IOException {
    CommandRun run =
        run("tap 1\nexpect console \"Answer A01D6050001\" within 20s\n", "client.c", "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<Long> numbers =
        run.out()
            .lines()
            .map(line -> JsonParser.parseString(line).getAsJsonObject().get("number").getAsLong())
            .toList();
    assertThat(numbers).isNotEmpty().first().isEqualTo(1L);
    assertThat(numbers).last().isEqualTo((long) numbers.size());
  }

  // The script would wait for a minute: nothing that it waits for can come any more.
  @Test
  void crashEndsTheRunWithItsLineItsCallersAndAnExitCodeOfItsOwn() throws IOException {
    CommandRun run = run("tap 1\nexpect console \"never\" within 60s\n", "crash.c");

    assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(8);
    assertThat(run.err())
        .contains(
            """
            firmware crashed in sendData (crash.c:8): address 0x0 written
              sendData (crash.c:8)
              application_start (crash.c:17)
            """);
    assertThat(run.out()).contains("console     ready").contains("board-off");
  }

  // SPEC 2.6: the firmware's server stands where the class server would, with its identity.
  @Test
  void serverInCAndClientInJavaMeetOnTheirLan() throws Exception {
    try (LanSeat free = LanSeat.takeFreeLan()) {
      String lan = String.valueOf(free.lan().number());
      Path serving =
          script(
              "serving",
              "expect console \"listening\" within 40s\nexpect console \"Got W01D6050001\" within 40s\nwait 1s\n");
      Path pressing =
          script(
              "pressing", "wait 5s\ntap 1\nexpect console \"Accepted W01D6050001\" within 10s\n");
      CompletableFuture<CommandRun> board =
          CompletableFuture.supplyAsync(() ->
              CommandRun.of(
                  "run",
                  "--lan",
                  lan,
                  folder.resolve("server.c").toString(),
                  "--script",
                  serving.toString()));

      CommandRun pressed =
          CommandRun.of(
              "run", "--lan", lan, "02", "--server", "none", "--script", pressing.toString());

      CommandRun served = board.get(60, TimeUnit.SECONDS);
      assertThat(pressed.exitCode()).as(pressed.err() + pressed.out()).isZero();
      assertThat(served.exitCode()).as(served.err() + served.out()).isZero();
      assertThat(served.err()).contains("the firmware listens");
      assertThat(served.out()).contains("198.51.100.3");
    }
  }

  @Test
  void sanitizersTellWhatTheyFind() throws IOException {
    CommandRun run = run("wait 20s\n", "overflow.c", "--sanitize");

    assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(8);
    assertThat(run.out())
        .contains("diagnostic  undefined-behaviour: overflow.c:8: signed integer overflow")
        .contains("diagnostic  address-sanitizer: in fill (overflow.c:14): heap-buffer-overflow");
  }

  // Not even one that cannot be asked to end any more.
  @Test
  void boardProcessDoesNotOutliveASimulatorThatIsKilled() throws Exception {
    Path waiting = script("waiting", "wait 60s\n");
    Process simulator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--lan",
                "free",
                folder.resolve("crash.c").toString(),
                "--script",
                waiting.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = simulator.inputReader()) {
      assertThat(out.lines().anyMatch(line -> line.contains("ready"))).isTrue();
      ProcessHandle board = simulator.children().findFirst().orElseThrow();

      simulator.destroyForcibly();

      board.onExit().get(20, TimeUnit.SECONDS);
      assertThat(board.isAlive()).isFalse();
    }
  }

  @Test
  void warningsOfTheCompilerAreShownEachTime() throws IOException {
    Files.writeString(
        folder.resolve("client.c"),
        "#include \"wiced.h\"\nvoid application_start( void ) { int unused; }\n");

    for (int i = 0; i < 2; i++) {
      CommandRun run = run("", "client.c");

      assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
      assertThat(run.err()).contains("client.c:2:").contains("unused");
    }
  }

  @Test
  void applicationThatIsNotThereIsNamed() throws IOException {
    CommandRun run = run("", "none.c");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("none.c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sanitize", "--gdb"})
  void optionsOfCFirmwareAreItsAlone(String option) {
    CommandRun run = CommandRun.of("run", "02", option);

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains(option + " is for C firmware");
  }

  private Path script(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".script"), text);
  }

  private CommandRun run(String script, String source, String... more) throws IOException {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "run",
                    "--lan",
                    "free",
                    "--script",
                    script("test", script).toString(),
                    folder.resolve(source).toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }
}
