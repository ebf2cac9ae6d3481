package org.wicedsim.wwepserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.wwep.IllegalReason;

/// SPEC 1 in one-shot mode, as a peer sees it over whatever transport.
abstract class OneShotContract {
  private TestServer server;

  abstract TestServer start(UnaryOperator<ClassServerConfig.Builder> settings) throws Exception;

  abstract Transport transport();

  abstract Client connect(TestServer server) throws Exception;

  /// Whether a peer that closed its sending side can still be answered.
  boolean answersAfterHalfClose() {
    return true;
  }

  @BeforeEach
  void startServer() throws Exception {
    server =
        start(builder ->
            builder.limits(
                // Long enough for a test that was not scheduled for a while.
                ServerLimits.builder().drain(Duration.ofSeconds(5)).build()));
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private String answerTo(String request) throws Exception {
    try (Client client = connect(server)) {
      return client.send(request).readToEnd();
    }
  }

  // SPEC 1.10.
  @Test
  void workedExamplesAreAnsweredAsWritten() throws Exception {
    assertThat(answerTo("W0FAC0B1234")).isEqualTo("A0FAC0B1234");
    assertThat(answerTo("R0FAC0B")).isEqualTo("A0FAC0B1234");
    assertThat(answerTo("W01234")).isEqualTo("X");
    assertThat(answerTo("R0BAC0B")).isEqualTo("X");
  }

  @ParameterizedTest
  @CsvSource({"Wfaceab12ef, AFACEAB12EF", "WfAcEaB12Ef, AFACEAB12EF"})
  void hexIsAcceptedInEitherCaseAndSentInUpperCase(String request, String answer) throws Exception {
    assertThat(answerTo(request)).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void oneLineEndIsTolerated(String lineEnd) throws Exception {
    assertThat(answerTo("W0FAC0B1234" + lineEnd)).isEqualTo("A0FAC0B1234");
    assertThat(answerTo("R0FAC0B" + lineEnd)).isEqualTo("A0FAC0B1234");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Z",
        "w0FAC0B1234",
        "A0FAC0B1234",
        "\n",
        "W0FAC0B123G",
        "R0FAC0 ",
        "R0FAC0B1234",
        "R0FAC0BR0FAC0B",
        "W0FAC0B12345",
        "W0FAC0B1234\n\n",
        "W0FAC0B1234\r\r\n",
        "\0\0\0\0\0\0\0"
      })
  void illegalRequestIsRefusedAndTheConnectionCloses(String request) throws Exception {
    assertThat(answerTo(request)).isEqualTo("X");
  }

  @Test
  void illegalRequestChangesNothing() throws Exception {
    assertThat(answerTo("W0FAC0B12345")).isEqualTo("X");
    assertThat(answerTo("W0FAC0B1234\r")).isEqualTo("X");

    assertThat(answerTo("R0FAC0B")).isEqualTo("X");
  }

  @Test
  void devicesDoNotShareRegisters() throws Exception {
    assertThat(answerTo("W12340F0001")).isEqualTo("A12340F0001");

    assertThat(answerTo("RABCD0F")).isEqualTo("X");
  }

  @Test
  void requestInSingleOctetsIsAnsweredLikeAWholeOne() throws Exception {
    try (Client client = connect(server)) {
      for (char octet : "W0FAC0B1234".toCharArray()) {
        client.send(String.valueOf(octet));
      }

      assertThat(client.readToEnd()).isEqualTo("A0FAC0B1234");
    }
  }

  @Test
  void answerComesWithoutWaitingForSurplus() throws Exception {
    try (Client client = connect(server)) {
      client.send("W0FAC0B1234");
      assertThat(client.read(11)).isEqualTo("A0FAC0B1234");
      // Too late to make the request illegal, and no reason to reset the connection.
      client.send("surplus");

      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void octetsThatComeAfterTheAnswerDoNotResetIt() throws Exception {
    try (Client client = connect(server)) {
      client.send("W0FAC0B1234");
      await().until(() -> server.transactions.size() == 1);
      client.send("late".repeat(500));

      assertThat(client.readToEnd()).isEqualTo("A0FAC0B1234");
    }
  }

  @Test
  void requestCutShortByAPauseIsRefusedAfterTheFrameTimer() throws Exception {
    try (Client client = connect(server)) {
      long begin = System.nanoTime();
      client.send("W01234");

      assertThat(client.readToEnd()).isEqualTo("X");
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }
  }

  @Test
  void requestCutShortByTheEndOfInputIsRefused() throws Exception {
    try (Client client = connect(server)) {
      client.send("W01234").closeSendingSide();

      assertThat(client.readToEnd()).isEqualTo(answersAfterHalfClose() ? "X" : "");
      await().until(() -> server.transactions.size() == 1);
    }
  }

  @Test
  void wholeRequestBeforeTheEndOfInputIsDone() throws Exception {
    try (Client client = connect(server)) {
      client.send("W0FAC0B1234").closeSendingSide();
      await().until(() -> server.transactions.size() == 1);
    }
    assertThat(answerTo("R0FAC0B")).isEqualTo("A0FAC0B1234");
  }

  @Test
  void endOfInputWithoutARequestClosesWithoutAnAnswer() throws Exception {
    try (Client client = connect(server)) {
      client.closeSendingSide();

      assertThat(client.readToEnd()).isEmpty();
    }
    assertThat(server.transactions).isEmpty();
  }

  @Test
  void peersThatCloseOrResetAtOnceAreNormal() throws Exception {
    for (int i = 0; i < 20; i++) {
      connect(server).close();
      connect(server).reset();
      connect(server).send("W0FAC0B1234").close();
      connect(server).send("W0FAC0B1234").reset();
      connect(server).send("W0FA").reset();
    }

    assertThat(answerTo("W0FAC0C0001")).isEqualTo("A0FAC0C0001");
    assertThat(server.events).isEmpty();
  }

  // SPEC 1.12.
  @Test
  void eachRequestIsOneTransactionWithItsNumberAndOctets() throws Exception {
    answerTo("W0FAC0B1234");
    answerTo("r\r\n");
    answerTo("R0FAC0B1234\n");

    assertThat(server.transactions)
        .extracting(it -> it.number() + " " + it.request() + " " + it.answer())
        .containsExactly("1 W0FAC0B1234 A0FAC0B1234", "2 r\\r\\n X", "3 R0FAC0B1234\\n X");
    assertThat(server.transactions)
        .extracting(Transaction::illegal)
        .containsExactly(null, IllegalReason.FIRST_OCTET, IllegalReason.SURPLUS);
  }

  @Test
  void transactionNamesThePeer() throws Exception {
    try (Client client = connect(server)) {
      client.send("R0FAC0B").readToEnd();

      assertThat(server.transactions)
          .extracting(Transaction::peer)
          .containsExactly(new Peer(client.localAddress(), transport()));
    }
  }
}
