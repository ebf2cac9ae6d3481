package org.wicedsim.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.firmware.ExerciseServer.Kind;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.BoardFile;
import org.wicedsim.hal.BoardFileException;
import org.wicedsim.pki.Pem;
import org.wicedsim.wiced.Firmware;
import org.wicedsim.wiced.Gpio;
import org.wicedsim.wiced.IrqTrigger;

/// What each client of the exercises does besides storing its LED's state (SPEC 4): see
/// ExercisePairingTest for that.
class ExerciseClientTest {
  @RegisterExtension private final ExerciseLan lan = new ExerciseLan();

  @ParameterizedTest
  @EnumSource(names = {"CLIENT", "CHECKED_CLIENT", "SECURE_CLIENT", "DUAL_CLIENT"})
  void ledIsOffAndNothingIsSentBeforeTheFirstPress(Exercise exercise) {
    ExerciseServer server = ExerciseServer.start(lan, Kind.CLASS_SERVER);

    ExerciseBoard board = lan.client(exercise.firmware(""), "");

    board.awaitConsole("IPv4 network ready IP: 198.51.100.14\n");
    assertThat(board.isLit()).isFalse();
    assertThat(server.transactions()).isEmpty();
    assertThat(board.calls("wiced_tcp_create_socket")).isZero();
  }

  // The LED shows what the finger did, whatever became of the message.
  @ParameterizedTest
  @EnumSource(names = {"CLIENT", "CHECKED_CLIENT", "DUAL_CLIENT"})
  void serverThatIsNotThereIsToldAndTheNextPressWorks(Exercise exercise) {
    ExerciseBoard board = lan.client(exercise.firmware(""), "");
    board.tap(1);
    board.awaitConsole("Failed connect = [7014]\n");
    assertThat(board.isLit()).isTrue();

    ExerciseServer server = ExerciseServer.start(lan, Kind.CLASS_SERVER);
    board.tap(1);

    server.awaitTransactions("W01D6050000 -> A01D6050000");
    assertThat(board.isLit()).isFalse();
  }

  /// SPEC 1.11: an X refuses whatever follows, an A must repeat the request.
  @ParameterizedTest
  @CsvSource({
    "X, Refused W01D6050001: X",
    "X illegal, Refused W01D6050001: X illegal",
    "A01d6050001, Accepted W01D6050001",
    "A01D6050000, Malformed response to W01D6050001: A01D6050000",
    "A01D6, Malformed response to W01D6050001: A01D6",
    "hello, Malformed response to W01D6050001: hello",
    "'', No answer to W01D6050001 = [7014]",
  })
  void answerIsJudgedByItsOctets(String answer, String line) throws IOException {
    ScriptedPeer _ = listen(client -> client.send(answer));
    ExerciseBoard board = lan.client(new Exercise02CheckedClient(), "");

    board.tap(1);

    board.awaitConsole(line + "\n");
  }

  @Test
  void silentServerIsGivenUp() throws IOException {
    ScriptedPeer _ = listen(ScriptedPeer.Client::awaitEnd);
    ExerciseBoard board = lan.client(new Exercise02CheckedClient(), "");

    board.tap(1);

    board.awaitConsole("No answer to W01D6050001 = [2]\n");
  }

  // Clients that never read the answer and close at once are normal (SPEC 1.8).
  @Test
  void firstExerciseDoesNotReadTheAnswer() {
    ExerciseServer server = ExerciseServer.start(lan, Kind.CLASS_SERVER);
    ExerciseBoard board = lan.client(new Exercise01Client(), "");

    board.tap(1);

    server.awaitTransactions("W01D6050001 -> A01D6050001");
    assertThat(board.calls()).doesNotContain("wiced_tcp_stream_read_with_count");
  }

  @Test
  void nameThatDoesNotResolveIsReplacedByTheBuiltInAddress() {
    ExerciseServer server = ExerciseServer.start(lan, Kind.CLASS_SERVER);
    ExerciseBoard board = lan.client(new Exercise01Client(), "", course("debounce: 10ms"));

    board.tap(1);

    server.awaitTransactions("W01D6050001 -> A01D6050001");
    assertThat(board.console())
        .contains("Failed look-up of wwep.ww101.cypress.com = [4], using 198.51.100.3\n");
  }

  @Test
  void pressesMeanwhileAreServedInOrderAndWhatIsTooManyIsTold() throws IOException {
    CountDownLatch allPressed = new CountDownLatch(1);
    ScriptedPeer peer =
        listen(
            client -> {
              allPressed.await();
              client.accept();
            },
            ScriptedPeer.Client::accept);
    // Interrupts are served one after another: button 2's comes behind all of button 1's.
    Firmware firmware =
        wiced -> {
          Gpio gpio = wiced.gpio();
          gpio.inputIrqEnable(gpio.button(2), IrqTrigger.FALLING_EDGE, allPressed::countDown);
          new Exercise01Client().applicationStart(wiced);
        };
    ExerciseBoard board = lan.client(firmware, "", course("debounce: 0ms"));
    board.tap(1);
    ExerciseLan.await("the first request", () -> !peer.requests().isEmpty());

    for (int i = 0; i < Exercise01Client.MAX_WAITING + 2; i++) {
      board.levers().press(1);
      board.levers().release(1);
    }
    board.levers().press(2);

    board.awaitConsole("Presses lost: 2, since 64 waited already\n");
    ExerciseLan.await(
        "all requests", () -> peer.requests().size() == 1 + Exercise01Client.MAX_WAITING);
    assertThat(peer.requests())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 1 + Exercise01Client.MAX_WAITING)
                .mapToObj(press -> "W01D605000" + press % 2)
                .toList());
  }

  /// SPEC 3.5: who is not verified could be anybody.
  @ParameterizedTest
  @CsvSource({
    "SECURE_CLIENT, 1",
    "SECURE_CLIENT_DCT, 1",
    "SECURE_CLIENT_ARRAY, 1",
    "DUAL_CLIENT, 2"
  })
  void withoutARootCertificateNothingIsSent(Exercise exercise, int button) {
    ExerciseServer server = ExerciseServer.start(lan, Kind.CLASS_SERVER);
    ExerciseBoard board = lan.client(exercise.firmware(""), "");

    board.tap(button);

    board.awaitConsole("No root certificate to verify wwep.ww101.cypress.com with\n");
    assertThat(board.calls()).doesNotContain("wiced_tcp_connect");
    assertThat(server.transactions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SECURE_CLIENT, 1",
    "SECURE_CLIENT_DCT, 1",
    "SECURE_CLIENT_ARRAY, 1",
    "DUAL_CLIENT, 2"
  })
  void serverThatIsNotTheTrustedOneIsRefused(Exercise exercise, int button) {
    ExerciseServer server = ExerciseServer.start(lan, Kind.CLASS_SERVER);
    String other = Pem.encode(ExerciseServer.identity("CN=Somebody else").chain());
    ExerciseBoard board = lan.client(exercise.firmware(other), other);

    board.tap(button);

    board.awaitConsole("Failed connect = [4]\n");
    assertThat(board.diagnostics()).containsExactly("tls-untrusted");
    assertThat(server.transactions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SECURE_CLIENT, 1",
    "SECURE_CLIENT_DCT, 1",
    "SECURE_CLIENT_ARRAY, 1",
    "DUAL_CLIENT, 2"
  })
  void tlsContextIsDeinitialisedBehindTheConnection(Exercise exercise, int button) {
    ExerciseServer server = ExerciseServer.start(lan, Kind.CLASS_SERVER);
    ExerciseBoard board = lan.client(exercise.firmware(server.certificate()), server.certificate());

    board.tap(button);

    ExerciseLan.await("the end", () -> board.calls().contains("wiced_tls_deinit_context"));
    assertThat(board.calls())
        .containsSubsequence(
            "wiced_tls_init_context",
            "wiced_tcp_enable_tls",
            "wiced_tcp_connect",
            "wiced_tcp_stream_deinit",
            "wiced_tcp_delete_socket",
            "wiced_tls_deinit_context");
  }

  private ScriptedPeer listen(ScriptedPeer.Script... scripts) throws IOException {
    return lan.keep(new ScriptedPeer(new InetSocketAddress(lan.serverAddress(), 27_708), scripts));
  }

  /// The course's board with its button 1 as given, and no table of hosts.
  private static BoardDescription course(String button) {
    String text =
        """
        name: course-variant
        mac: 00:A0:50:0F:AC:2B
        buttons:
          - {pin: 10, pressed: low, %s}
          - {pin: 8, pressed: low}
        leds:
          - {pin: 12, lit: high}
          - {pin: 6, lit: high}
        network:
          address: 198.51.100.14
          gateway: 198.51.100.1
        """
            .formatted(button);
    try {
      return BoardFile.parse("course-variant.yaml", text, Path.of(""));
    } catch (BoardFileException e) {
      throw new AssertionError(e);
    }
  }
}
