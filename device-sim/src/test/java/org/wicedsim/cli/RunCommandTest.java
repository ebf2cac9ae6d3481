package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command with scripts; each run has a LAN of its own.
class RunCommandTest {
  private static final Path EXAMPLE = Path.of("../docs/example.script");

  @TempDir private Path folder;

  @Test
  void theExampleOfTheReadmePassesPlain() {
    CommandRun run = run("--script", EXAMPLE.toString());

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(run.out()).contains("sent        W01D6050001").contains("led 1       on");
  }

  @Test
  void theExampleOfTheReadmePassesOverTls() {
    CommandRun run = run("--tls", "--script", EXAMPLE.toString());

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(run.out()).contains("W01D6050001  (TLS)").contains("TLSv1.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bare", "bouncing"})
  void theExamplePassesOnEveryBoardThatShips(String board) {
    CommandRun run = run("--board", board, "--script", EXAMPLE.toString());

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
  }

  @Test
  void theDeviceIdFollowsTheMacAddress() throws IOException {
    Path script = script("tap 1\nexpect answer A05FA050001 within 2s\n");

    CommandRun run = run("--mac", "FF:FF:FF:FF:FF:FF", "--script", script.toString());

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
  }

  @Test
  void jsonIsOneObjectALineWithoutGaps() {
    CommandRun run = run("--json", "--script", EXAMPLE.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<Long> numbers =
        run.out()
            .lines()
            .map(line -> JsonParser.parseString(line).getAsJsonObject().get("number").getAsLong())
            .toList();
    assertThat(numbers).isNotEmpty().first().isEqualTo(1L);
    assertThat(numbers).last().isEqualTo((long) numbers.size());
  }

  @Test
  void aFailedExpectationTellsPlaceExpectedAndSeen() throws IOException {
    Path script = script("tap 1\nexpect sent W*059999 within 500ms\n");

    CommandRun run = run("--script", script.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.EXPECTATION_FAILED.code());
    assertThat(run.err()).contains(script + ":2:1:").contains("W*059999").contains("W01D6050001");
  }

  @Test
  void aWrongScriptIsRefusedBeforeAnythingStarts() throws IOException {
    Path script = script("tap 1\npres 1\n");

    CommandRun run = run("--script", script.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains(script + ":2:1:").contains("press");
    assertThat(run.out()).isEmpty();
  }

  // SPEC 3.6: 7014 for a refused connection, the cause beside it; the next press works again.
  @Test
  void withoutAServerEachPressFailsWithItsCodeAndCause() throws IOException {
    Path script =
        script(
            """
            tap 1
            expect console "Failed connect = [7014]" within 3s
            tap 1
            expect console "Failed connect = [7014]" within 3s
            """);

    CommandRun run = run("--server", "none", "--script", script.toString());

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(run.out()).contains("connect-refused: nothing listens at 198.51.100.3:27708");
  }

  @Test
  void aMissingBoardFileIsNamed() {
    CommandRun run = run("--board", "./no-such.yaml", "--script", EXAMPLE.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains("no-such.yaml");
  }

  @Test
  void aWrongMacAddressIsAWrongCommandLine() {
    CommandRun run = run("--mac", "00:11", "--script", EXAMPLE.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("'00:11'").contains("six octets");
  }

  private Path script(String text) throws IOException {
    return Files.writeString(folder.resolve("test.script"), text);
  }

  private static CommandRun run(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "run";
    arguments[1] = "--lan";
    arguments[2] = "free";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandRun.of(arguments);
  }
}
