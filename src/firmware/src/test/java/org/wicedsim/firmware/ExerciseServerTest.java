package org.wicedsim.firmware;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.firmware.ExerciseServer.Kind;
import org.wicedsim.firmware.ExerciseServer.Way;
import org.wicedsim.pki.Pem;

/// The servers of the exercises with plain sockets of this machine (SPEC 1, SPEC 4).
class ExerciseServerTest {
  private static final int PATIENCE_MS = 20_000;

  @RegisterExtension private final ExerciseLan lan = new ExerciseLan();

  /// SPEC 1.10: the worked examples, and SPEC 1.4, 1.5, 1.7.
  @ParameterizedTest
  @EnumSource(names = {"EXERCISE_04", "EXERCISE_07"})
  void requestsAreAnsweredAsTheProtocolSays(Kind kind) throws IOException {
    ExerciseServer server = ExerciseServer.start(lan, kind);

    assertThat(answer("R0FAC0B")).isEqualTo("X");
    assertThat(answer("W0FAC0B1234")).isEqualTo("A0FAC0B1234");
    assertThat(answer("R0FAC0B")).isEqualTo("A0FAC0B1234");
    assertThat(answer("W01234")).isEqualTo("X");
    assertThat(answer("R0BAC0B")).isEqualTo("X");
    assertThat(answer("w0FAC0B1234")).isEqualTo("X");
    assertThat(answer("r0fac0b")).isEqualTo("X");
    assertThat(answer("Wffff01abcd\n")).isEqualTo("AFFFF01ABCD");
    assertThat(answer("RFFFF01\r\n")).isEqualTo("AFFFF01ABCD");
    assertThat(answer("RFFFF01\r")).isEqualTo("X");
    assertThat(answer("RFFFF011234")).isEqualTo("X");
    assertThat(answer("WFFFF01ABCG")).isEqualTo("X");
    assertThat(answer("hello")).isEqualTo("X");
    assertThat(server.board().console()).contains("plain W0FAC0B1234 -> A0FAC0B1234\n");
  }

  @Test
  void transactionsAreNumberedAndNameThePeer() throws IOException {
    ExerciseServer server = ExerciseServer.start(lan, Kind.EXERCISE_04);

    answer("W0FAC0B1234");
    answer("R0FAC0B");

    server.awaitTransactions("W0FAC0B1234 -> A0FAC0B1234", "R0FAC0B -> A0FAC0B1234");
    assertThat(server.board().console().lines())
        .anyMatch(line -> line.matches("1 .+:\\d+ plain W0FAC0B1234 -> A0FAC0B1234"))
        .anyMatch(line -> line.matches("2 .+:\\d+ plain R0FAC0B -> A0FAC0B1234"));
  }

  /// SPEC 1.7: a peer that closes its sending side has said all that it has to say.
  @ParameterizedTest
  @CsvSource({"W0FAC, X", "R, X", "'', ''"})
  void requestThatEndsEarlyIsJudgedAtOnce(String request, String answer) throws IOException {
    ExerciseServer _ = ExerciseServer.start(lan, Kind.EXERCISE_04);

    try (Socket client = connect()) {
      client.getOutputStream().write(request.getBytes(ISO_8859_1));
      client.shutdownOutput();

      assertThat(readToEnd(client)).isEqualTo(answer);
    }
  }

  // RFC 9293: TCP carries octets, and no messages.
  @Test
  void requestInSingleOctetsIsOneRequest() throws IOException {
    ExerciseServer _ = ExerciseServer.start(lan, Kind.EXERCISE_04);

    try (Socket client = connect()) {
      client.setTcpNoDelay(true);
      for (char octet : "W0FAC0B1234".toCharArray()) {
        client.getOutputStream().write(octet);
      }

      assertThat(readToEnd(client)).isEqualTo("A0FAC0B1234");
    }
  }

  /// SPEC 4, exercise 04: one is served, five more wait.
  @Test
  void clientsThatWaitAreServedOneAfterAnother() throws IOException {
    ExerciseServer server = ExerciseServer.start(lan, Kind.EXERCISE_04);
    List<Socket> clients = new ArrayList<>();

    for (int i = 0; i < 6; i++) {
      Socket client = lan.keep(connect());
      client.getOutputStream().write("W000%d010000".formatted(i).getBytes(ISO_8859_1));
      clients.add(client);
    }

    for (int i = 0; i < 6; i++) {
      assertThat(readToEnd(clients.get(i))).isEqualTo("A000%d010000".formatted(i));
    }
    assertThat(server.transactions()).hasSize(6);
  }

  // SPEC 1.8: a client that has gone is normal.
  @Test
  void clientThatResetsDoesNotStopTheServer() throws IOException {
    ExerciseServer _ = ExerciseServer.start(lan, Kind.EXERCISE_04);
    try (Socket client = connect()) {
      client.getOutputStream().write('W');
      client.setSoLinger(true, 0);
    }

    assertThat(answer("W0FAC0B1234")).isEqualTo("A0FAC0B1234");
  }

  /// SPEC 4, exercise 07: a client of one way that says nothing holds up nobody of the other.
  @Test
  void plainClientThatSaysNothingDoesNotHoldUpTls() throws IOException {
    ExerciseServer server = ExerciseServer.start(lan, Kind.EXERCISE_07);
    try (Socket _ = connect()) {
      ExerciseBoard board =
          lan.client(Exercise03SecureClient.fromResources(), server.certificate());

      board.tap(1);

      board.awaitConsole("Accepted W01D6050001\n");
    }
  }

  /// SPEC 4, exercise 07: there is one database.
  @Test
  void whatWasWrittenOverTlsIsReadPlain() throws IOException {
    ExerciseServer server = ExerciseServer.start(lan, Kind.EXERCISE_07);
    ExerciseBoard board = lan.client(Exercise03SecureClient.fromResources(), server.certificate());
    board.tap(1);
    server.awaitTransactions("W01D6050001 -> A01D6050001");

    assertThat(answer("R01D605")).isEqualTo("A01D6050001");
  }

  // A client that refuses the certificate must not stop the server.
  @Test
  void refusedHandshakeDoesNotStopTheServer() {
    ExerciseServer server = ExerciseServer.start(lan, Kind.EXERCISE_05);
    String other = Pem.encode(ExerciseServer.identity("CN=Somebody else").chain());
    try (ExerciseBoard distrustful =
        ExerciseBoard.start(
            lan.lan(),
            ExerciseLan.CLIENT.plus(1),
            ExerciseBoard.course(),
            Map.of(),
            Exercise03SecureClient.fromArray(other))) {
      distrustful.tap(1);
      distrustful.awaitConsole("Failed connect = [4]\n");
    }
    ExerciseBoard board = lan.client(Exercise03SecureClient.fromResources(), server.certificate());

    board.tap(1);

    board.awaitConsole("Accepted W01D6050001\n");
    server.awaitTransactions("W01D6050001 -> A01D6050001");
  }

  @ParameterizedTest
  @CsvSource({"SECURE_SERVER", "DUAL_SERVER"})
  void withoutAnIdentityThereIsNoSecureServer(Exercise exercise) {
    ExerciseBoard board =
        lan.keep(
            ExerciseBoard.start(
                lan.lan(),
                ExerciseLan.SERVER,
                ExerciseBoard.course(),
                Map.of(),
                exercise.firmware("")));

    board.awaitConsole(
        "No resources certificates/wwep_cert.pem and certificates/wwep_privkey.pem\n");
  }

  // A server works until its board is switched off: what it holds then is no leak.
  @ParameterizedTest
  @EnumSource(names = {"EXERCISE_04", "EXERCISE_05", "EXERCISE_07"})
  void serverThatIsSwitchedOffHasLeakedNothing(Kind kind) {
    ExerciseServer server = ExerciseServer.start(lan, kind);
    ExerciseBoard client = lan.client(new Exercise06DualClient(), server.certificate());
    client.tap(kind.speaks(Way.PLAIN) ? 1 : 2);
    server.awaitTransactions("W01D6050001 -> A01D6050001");
    ExerciseLan.await(
        "the end of it", () -> server.board().calls().contains("wiced_tcp_disconnect"));

    server.board().close();

    assertThat(server.board().diagnostics()).isEmpty();
  }

  // SPEC 2.8: the key is nowhere to be seen.
  @ParameterizedTest
  @EnumSource(names = {"EXERCISE_05", "EXERCISE_07"})
  void privateKeyIsNeverShown(Kind kind) {
    ExerciseServer server = ExerciseServer.start(lan, kind);
    String key = server.privateKeyLine();

    assertThat(server.board().everything()).isNotEmpty().doesNotContain(key);
  }

  private String answer(String request) throws IOException {
    try (Socket client = connect()) {
      client.getOutputStream().write(request.getBytes(ISO_8859_1));
      return readToEnd(client);
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket();
    client.setSoTimeout(PATIENCE_MS);
    client.connect(new InetSocketAddress(lan.serverAddress(), ExerciseServer.PLAIN_PORT));
    return client;
  }

  private static String readToEnd(Socket client) throws IOException {
    return new String(client.getInputStream().readAllBytes(), ISO_8859_1);
  }
}
