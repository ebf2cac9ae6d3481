package org.wicedsim.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wicedsim.firmware.ExerciseServer.Kind;
import org.wicedsim.firmware.ExerciseServer.Way;

/// Every client of the exercises with every server that speaks its way, the class server among them
/// (SPEC 4).
class ExercisePairingTest {
  private static final List<Client> CLIENTS =
      List.of(
          new Client(Exercise.CLIENT, Way.PLAIN, 1),
          new Client(Exercise.CHECKED_CLIENT, Way.PLAIN, 1),
          new Client(Exercise.SECURE_CLIENT, Way.TLS, 1),
          new Client(Exercise.SECURE_CLIENT_DCT, Way.TLS, 1),
          new Client(Exercise.SECURE_CLIENT_ARRAY, Way.TLS, 1),
          new Client(Exercise.DUAL_CLIENT, Way.PLAIN, 1),
          new Client(Exercise.DUAL_CLIENT, Way.TLS, 2));

  private static final Set<Exercise> CHECKING =
      Set.of(
          Exercise.CHECKED_CLIENT,
          Exercise.SECURE_CLIENT,
          Exercise.SECURE_CLIENT_DCT,
          Exercise.SECURE_CLIENT_ARRAY);

  @RegisterExtension private final ExerciseLan lan = new ExerciseLan();

  /// Which button of which client sends which way.
  record Client(Exercise exercise, Way way, int button) {}

  /// One client and one server that speaks its way.
  record Pair(Client client, Kind server) {
    @Override
    public String toString() {
      return "%s with %s, %s".formatted(client.exercise().id(), server, client.way());
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyPressIsStoredOnAConnectionOfItsOwn(Pair pair) {
    ExerciseServer server = ExerciseServer.start(lan, pair.server());
    ExerciseBoard board = client(pair, server);

    board.tap(pair.client().button());
    server.awaitTransactions("W01D6050001 -> A01D6050001");
    assertThat(board.isLit()).isTrue();
    board.tap(pair.client().button());
    server.awaitTransactions("W01D6050001 -> A01D6050001", "W01D6050000 -> A01D6050000");

    ExerciseLan.await("both sockets deleted", () -> board.calls("wiced_tcp_delete_socket") == 2);
    assertThat(board.isLit()).isFalse();
    assertThat(board.calls("wiced_tcp_create_socket")).isEqualTo(2);
    assertThat(board.calls("wiced_tcp_stream_deinit")).isEqualTo(2);
    assertThat(board.diagnostics()).isEmpty();
  }

  // Exercise 02: an answer is one octet or eleven, and the client knows which it was.
  @ParameterizedTest
  @MethodSource("checkingPairs")
  void answersAreChecked(Pair pair) {
    ExerciseServer server = ExerciseServer.start(lan, pair.server());
    ExerciseBoard board = client(pair, server);

    board.tap(1);
    board.tap(2);

    board.awaitConsole("Refused W01D605: X\n");
    assertThat(board.console()).contains("Accepted W01D6050001\n");
    assertThat(board.isLit()).isTrue();
    server.awaitTransactions("W01D6050001 -> A01D6050001", "W01D605 -> X");
    assertThat(board.diagnostics()).isEmpty();
  }

  static Stream<Pair> pairs() {
    return CLIENTS.stream()
        .flatMap(client ->
            Arrays.stream(Kind.values())
                .filter(server -> server.speaks(client.way()))
                .map(server -> new Pair(client, server)));
  }

  static Stream<Pair> checkingPairs() {
    return pairs().filter(pair -> CHECKING.contains(pair.client().exercise()));
  }

  private ExerciseBoard client(Pair pair, ExerciseServer server) {
    String certificate = server.certificate();
    return lan.client(pair.client().exercise().firmware(certificate), certificate);
  }
}
