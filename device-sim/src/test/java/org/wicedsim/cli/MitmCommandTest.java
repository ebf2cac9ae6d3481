package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.LanSeat;

class MitmCommandTest {
  @Test
  void aMistypedImpostorIsGuessed() {
    CommandRun run = CommandRun.of("mitm", "--impostor", "expird");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("'expird'").contains("'expired'?");
  }

  @Test
  void anUnknownImpostorGetsTheListOfAll() {
    CommandRun run = CommandRun.of("mitm", "--impostor", "burglar");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("self-signed, other-ca, expired").contains("protocol-downgrade");
  }

  @ParameterizedTest
  @CsvSource({
    "--listen, 0.0.0.0:1234, '0.0.0.0'",
    "--listen, 192.0.2.7:1234, '192.0.2.7'",
    "--target, 192.0.2.7, '192.0.2.7'",
  })
  void nothingOutsideTheVirtualLanIsListenedAtOrReached(String option, String end, String host) {
    CommandRun run = CommandRun.of("mitm", "--lan", "free", option, end);

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains(option).contains(host).contains("for the virtual LAN only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "198.51.100.66", ":1", "h:65536", "h:1:2", "h:x", "::1"})
  void aPlaceToListenThatIsNoneIsRefused(String text) {
    CommandRun run = CommandRun.of("mitm", "--listen", text);

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("expected [ADDR:]PORT");
  }

  @ParameterizedTest
  @ValueSource(strings = {":1", "h:0", "h:65536", "h:1:2", "h:x"})
  void aTargetThatIsNoneIsRefused(String text) {
    CommandRun run = CommandRun.of("mitm", "--target", text);

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("expected HOST[:PORT]");
  }

  @Test
  void aTargetsPortIsForOneKindOfConnection() {
    CommandRun run = CommandRun.of("mitm", "--lan", "free", "--target", "198.51.100.3:40508");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("give --listen");
  }

  @Test
  void aPortInUseIsSaid() throws Exception {
    try (LanSeat lan = LanSeat.takeFreeLan();
        ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress(lan.lan().loopback(Ipv4Address.parse(MitmEnds.ADDRESS)), 0));

      CommandRun run =
          CommandRun.of(
              "mitm", "--lan", "" + lan.lan().number(), "--listen", "" + other.getLocalPort());

      assertThat(run.exitCode()).isEqualTo(ExitCode.ADDRESS_IN_USE.code());
      assertThat(run.err()).contains("port " + other.getLocalPort()).contains("--listen");
    }
  }

  @Test
  void itSaysWhereItStandsAndEndsWithASummary() throws Exception {
    StringWriter err = new StringWriter();
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    Thread command =
        Thread.ofPlatform()
            .start(() ->
                exit.complete(
                    WicedSim.run(
                        new String[] {"mitm", "--lan", "free", "--impostor", "Other-CA"},
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err))));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> err.toString().contains("Ctrl-C ends it"));

    command.interrupt();
    command.join();

    assertThat(exit.join()).isEqualTo(ExitCode.OK.code());
    assertThat(err.toString())
        .contains("plain at 198.51.100.66:27708, on to 198.51.100.3:27708")
        .contains("TLS at 198.51.100.66:40508, on to 198.51.100.3:40508")
        .contains("signed by a CA of the impostor's own")
        .contains("0 connections; TLS: 0 deceived, 0 refused; 0 octets read");
  }
}
