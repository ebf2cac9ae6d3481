package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.LanSeat;

/// `run FIRMWARE` with the exercises; each run has a LAN of its own.
class RunFirmwareTest {
  private static final String EXPECT_TRANSACTION =
      "expect console \"W01D6050001 -> A01D6050001\" within 40s\nwait 1s\n";

  /// The server's board may still be starting.
  private static final String PRESS =
      """
      wait 3s
      tap 1
      expect console "Accepted W01D6050001" within 10s
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "01, Sending W01D6050001",
    "1, Sending W01D6050001",
    "02, Accepted W01D6050001",
    "03, Accepted W01D6050001",
    "03-dct, Accepted W01D6050001",
    "03-array, Accepted W01D6050001",
    "06, Accepted W01D6050001",
  })
  void exerciseRunsAgainstTheClassServer(String exercise, String line) throws IOException {
    CommandRun run = run("tap 1\nexpect console \"%s\" within 5s\n".formatted(line), exercise);

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
  }

  @Test
  void listHasEveryExerciseWithItsTitle() {
    CommandRun run = CommandRun.of("run", "--list");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("01 +client: button 1 flips the LED and sends its state"))
        .anyMatch(line -> line.startsWith("03-array "));
  }

  @Test
  void unknownWordIsAWrongCommandLineThatListsTheExercises() {
    CommandRun run = CommandRun.of("run", "03-aray");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err())
        .contains("'03-aray'", "01, 02, 03", ".java file", ".jar file", "did you mean '03-array'?");
  }

  @Test
  void tlsIsTheLedClientsAlone() {
    CommandRun run = CommandRun.of("run", "02", "--tls");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("--tls is for the LED client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"No.java", "no.jar"})
  void fileThatIsNotThereIsNamed(String name) throws IOException {
    CommandRun run = run("", folder.resolve(name).toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT_FILE.code());
    assertThat(run.err()).contains(name + ": there is no such file");
  }

  // SPEC 2.6: each board on a LAN has a MAC address of its own, also one with a chosen address.
  @Test
  void boardAtAChosenAddressHasTheMacAddressOfThatPlace() throws IOException {
    CommandRun run =
        run("tap 1\nexpect sent W01DC050001 within 5s\n", "--address", "198.51.100.20");

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(run.out()).contains("198.51.100.20");
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.1, one of the virtual LAN", "198.51, four octets"})
  void addressOutsideTheLanIsRefused(String address, String why) {
    CommandRun run = CommandRun.of("run", "--address", address);

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains(address, why);
  }

  // SPEC 2.6: where the LAN file names access points, the DCT has to name one of them.
  @Test
  void lanFileSaysWhichAccessPointsThereAre() throws IOException {
    Path lan =
        Files.writeString(
            folder.resolve("lan.yaml"),
            "access-points:\n  - {ssid: wiced-sim, security: WPA2_AES_PSK, passphrase: wrong-one}\n");

    CommandRun run =
        run(
            "expect console \"Failed to join : wiced-sim\" within 9s\n",
            "--lan-file",
            lan.toString());

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(run.out()).contains("join-failed").doesNotContain("wrong-one");
  }

  @Test
  void classServerCannotBeWhereTheBoardIs() {
    CommandRun run = CommandRun.of("run", "--address", "198.51.100.3", "--server", "embedded");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("class server's address");
  }

  /// Two terminals: a server's board in one, a client's in the other.
  @ParameterizedTest
  @CsvSource({"04, 02, plain", "05, 03, TLS", "07, 06, plain"})
  void serverAndClientMeetOnTheirLan(String server, String client, String way) throws Exception {
    try (LanSeat free = LanSeat.takeFreeLan()) {
      String lan = String.valueOf(free.lan().number());
      Path serving = Files.writeString(folder.resolve("server.script"), EXPECT_TRANSACTION);
      Path pressing = Files.writeString(folder.resolve("client.script"), PRESS);
      CompletableFuture<CommandRun> board =
          CompletableFuture.supplyAsync(
              () -> CommandRun.of("run", "--lan", lan, server, "--script", serving.toString()));

      CommandRun pressed =
          CommandRun.of(
              "run", "--lan", lan, client, "--server", "none", "--script", pressing.toString());

      CommandRun served = board.get(60, TimeUnit.SECONDS);
      assertThat(pressed.exitCode()).as(pressed.err() + pressed.out()).isZero();
      assertThat(served.exitCode()).as(served.err() + served.out()).isZero();
      assertThat(served.out()).contains(way + " W01D6050001 -> A01D6050001");
      // SPEC 2.8: the key is nowhere to be seen.
      assertThat(served.out() + served.err()).doesNotContain("PRIVATE KEY");
    }
  }

  @Test
  void addressOfAnotherBoardIsRefused() throws IOException {
    try (LanSeat free = LanSeat.takeFreeLan();
        LanSeat _ = LanSeat.take(free.lan(), Ipv4Address.of(198, 51, 100, 3))) {
      Path script = Files.writeString(folder.resolve("test.script"), "");

      CommandRun run =
          CommandRun.of(
              "run",
              "--lan",
              String.valueOf(free.lan().number()),
              "04",
              "--script",
              script.toString());

      assertThat(run.exitCode()).isEqualTo(ExitCode.ADDRESS_IN_USE.code());
      assertThat(run.err()).contains("another board has the address 198.51.100.3");
    }
  }

  private CommandRun run(String script, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("test.script"), script);
    return CommandRun.of(
        Stream.concat(
                Stream.of("run", "--lan", "free", "--script", file.toString()), Stream.of(more))
            .toArray(String[]::new));
  }
}
