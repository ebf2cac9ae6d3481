package org.wicedsim.wwepserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.wwep.ConnectionMode;

/// SPEC 1.9, as a peer sees it over whatever transport.
abstract class PersistentContract {
  private TestServer server;

  abstract TestServer start(UnaryOperator<ClassServerConfig.Builder> settings) throws Exception;

  abstract Client connect(TestServer server) throws Exception;

  @BeforeEach
  void startServer() throws Exception {
    server = start(builder -> builder.mode(ConnectionMode.PERSISTENT));
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void connectionCarriesManyRequests() throws Exception {
    try (Client client = connect(server)) {
      assertThat(client.send("W0FAC0B1234").read(11)).isEqualTo("A0FAC0B1234");
      assertThat(client.send("R0FAC0B").read(11)).isEqualTo("A0FAC0B1234");
      assertThat(client.send("W0FAC0B4321").read(11)).isEqualTo("A0FAC0B4321");
    }
  }

  @Test
  void readOfAnAbsentRegisterAnswersXAndTheConnectionStays() throws Exception {
    try (Client client = connect(server)) {
      assertThat(client.send("R0BAC0B").read(1)).isEqualTo("X");
      assertThat(client.send("W0BAC0B0000").read(11)).isEqualTo("A0BAC0B0000");
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws Exception {
    try (Client client = connect(server)) {
      client.send("W000100AAAA" + "R000101" + "W000101BBBB" + "R000100" + "R000101");

      assertThat(client.read(45)).isEqualTo("A000100AAAAXA000101BBBBA000100AAAAA000101BBBB");
    }
  }

  @Test
  void lineEndsBetweenRequestsAreSkippedWhenTheyComeLate() throws Exception {
    try (Client client = connect(server)) {
      assertThat(client.send("W0FAC0B1234").read(11)).isEqualTo("A0FAC0B1234");
      assertThat(client.send("\nR0FAC0B\r").read(11)).isEqualTo("A0FAC0B1234");
      assertThat(client.send("\nR0FAC0B\r\n").read(11)).isEqualTo("A0FAC0B1234");
      assertThat(client.send("R0FAC0B").read(11)).isEqualTo("A0FAC0B1234");
    }
    assertThat(server.transactions)
        .extracting(Transaction::request)
        .containsExactly("W0FAC0B1234", "R0FAC0B", "R0FAC0B", "R0FAC0B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", "\n\n", "\r\r", "1234", "W0FAC0B123G", "\rR0FAC0B"})
  void illegalRequestAnswersXAndCloses(String illegal) throws Exception {
    try (Client client = connect(server)) {
      client.send("W0FAC0B1234" + illegal + "R0FAC0B");

      assertThat(client.readToEnd()).isEqualTo("A0FAC0B1234X");
    }
  }

  @Test
  void illegalRequestChangesNothing() throws Exception {
    try (Client client = connect(server)) {
      client.send("W0FAC0B1234W0FAC0B432G").readToEnd();
    }
    try (Client client = connect(server)) {
      assertThat(client.send("R0FAC0B").read(11)).isEqualTo("A0FAC0B1234");
    }
  }

  @Test
  void requestCutShortByAPauseAnswersXAndCloses() throws Exception {
    try (Client client = connect(server)) {
      client.send("W0FAC0B1234W01234");

      assertThat(client.readToEnd()).isEqualTo("A0FAC0B1234X");
    }
  }

  @Test
  void endOfInputBetweenRequestsClosesAfterTheLastAnswer() throws Exception {
    try (Client client = connect(server)) {
      client.send("W0FAC0B1234");
      await().until(() -> server.transactions.size() == 1);
      client.closeSendingSide();

      assertThat(client.readToEnd()).isEqualTo("A0FAC0B1234");
    }
  }

  // Enough to fill every buffer between the two several times, in pieces of any size.
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void longStreamInPiecesOfAnySizeIsAnsweredInOrder(long seed) throws Exception {
    Random random = new Random(seed);
    StringBuilder requests = new StringBuilder();
    StringBuilder answers = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      String address = "%04X%02X".formatted(random.nextInt(4), random.nextInt(4));
      String value = "%04X".formatted(i);
      requests.append('W').append(address).append(value).append('R').append(address);
      answers.append(('A' + address + value).repeat(2));
    }
    try (Client client = connect(server)) {
      Thread sender =
          Thread.ofVirtual()
              .start(() -> {
                int from = 0;
                while (from < requests.length()) {
                  int to = Math.min(requests.length(), from + 1 + random.nextInt(30_000));
                  client.sendUnchecked(requests.substring(from, to));
                  from = to;
                }
              });

      assertThat(client.read(answers.length())).isEqualTo(answers.toString());
      sender.join();
    }
  }

  @Test
  void peersThatResetWithinARequestAreNormal() throws Exception {
    for (int i = 0; i < 20; i++) {
      Client client = connect(server);
      assertThat(client.send("W0FAC0B1234").read(11)).isEqualTo("A0FAC0B1234");
      client.send("W0FA").reset();
    }

    try (Client client = connect(server)) {
      assertThat(client.send("R0FAC0B").read(11)).isEqualTo("A0FAC0B1234");
    }
    assertThat(server.events).isEmpty();
  }
}
