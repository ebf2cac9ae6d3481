package org.wicedsim.wwepserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.wwep.ConnectionMode;
import org.wicedsim.wwep.Request;

/// What [RegisterStore] says about stores that answer later, or fail.
class LateStoreTest {
  private final LateStore store = new LateStore();

  private EmbeddedConnection connection(ConnectionMode mode) {
    return connection(mode, store);
  }

  private EmbeddedConnection connection(ConnectionMode mode, RegisterStore registers) {
    return new EmbeddedConnection(
        mode, registers, ServerLimits.builder().pendingAnswers(4).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ONE_SHOT", "PERSISTENT"})
  void writeIsAcknowledgedWhenItIsStoredAndNotBefore(ConnectionMode mode) {
    EmbeddedConnection connection = connection(mode);
    connection.receive("W0FAC0B1234");
    assertThat(connection.sent()).isEmpty();

    store.calls.getFirst().complete(0x1234);
    connection.runTasks();

    assertThat(connection.sent()).isEqualTo("A0FAC0B1234");
  }

  @Test
  void readThatFindsNothingLaterAnswersX() {
    EmbeddedConnection connection = connection(ConnectionMode.PERSISTENT);
    connection.receive("R0FAC0B");

    store.calls.getFirst().complete(RegisterStore.ABSENT);
    connection.runTasks();

    assertThat(connection.sent()).isEqualTo("X");
    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void answersKeepTheOrderOfTheirRequests() {
    EmbeddedConnection connection = connection(ConnectionMode.PERSISTENT);
    connection.receive("R000101R000202R000303");

    store.calls.get(2).complete(3);
    store.calls.get(1).complete(2);
    connection.runTasks();
    assertThat(connection.sent()).isEmpty();

    store.calls.get(0).complete(1);
    connection.runTasks();
    assertThat(connection.sent()).isEqualTo("A0001010001A0002020002A0003030003");
    assertThat(connection.transactions)
        .extracting(Transaction::request)
        .containsExactly("R000101", "R000202", "R000303");
  }

  // Reads of device 1 at once, the rest later.
  @Test
  void answerAtOnceWaitsForAnEarlierLateOne() {
    RegisterStore mixed =
        new RegisterStore() {
          @Override
          public int read(int device, int register, Completion later) {
            return device == 1 ? 0x1111 : store.read(device, register, later);
          }

          @Override
          public int write(int device, int register, int value, Completion later) {
            return value;
          }
        };
    EmbeddedConnection connection = connection(ConnectionMode.PERSISTENT, mixed);
    connection.receive("R000100R000200R000100");
    assertThat(connection.sent()).isEqualTo("A0001001111");

    store.calls.getFirst().complete(0x2222);
    connection.runTasks();
    assertThat(connection.sent()).isEqualTo("A0002002222A0001001111");
  }

  @Test
  void onlySoManyRequestsOfAConnectionWaitForTheStore() {
    EmbeddedConnection connection = connection(ConnectionMode.PERSISTENT);
    connection.receive("R000101".repeat(10));
    assertThat(store.calls).hasSize(4);

    store.calls.get(0).complete(1);
    store.calls.get(1).complete(1);
    connection.runTasks();

    assertThat(connection.sent()).isEqualTo("A0001010001".repeat(2));
    assertThat(store.calls).hasSize(6);
  }

  @Test
  void requestsHeldBackAreAllAnsweredInTheEnd() {
    EmbeddedConnection connection = connection(ConnectionMode.PERSISTENT);
    connection.receive("R000101".repeat(10) + "R00");
    connection.receive("0101");
    StringBuilder sent = new StringBuilder();
    for (int i = 0; i < 11; i++) {
      store.calls.get(i).complete(i);
      connection.runTasks();
      sent.append(connection.sent());
    }

    assertThat(sent).endsWith("A000101000A").hasSize(11 * 11);
  }

  @Test
  void illegalRequestIsRefusedAfterTheLateAnswers() {
    EmbeddedConnection connection = connection(ConnectionMode.PERSISTENT);
    connection.receive("R000101Z");
    assertThat(connection.sent()).isEmpty();
    assertThat(connection.isSendingSideClosed()).isFalse();

    store.calls.getFirst().complete(1);
    connection.runTasks();

    assertThat(connection.sent()).isEqualTo("A0001010001X");
    assertThat(connection.isSendingSideClosed()).isTrue();
  }

  @Test
  void peerThatClosesItsSendingSideStillGetsItsLateAnswer() {
    EmbeddedConnection connection = connection(ConnectionMode.ONE_SHOT);
    connection.receive("R000101");
    connection.receiveEnd();
    assertThat(connection.isOpen()).isTrue();

    store.calls.getFirst().complete(1);
    connection.runTasks();

    assertThat(connection.sent()).isEqualTo("A0001010001");
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void neitherSilenceNorIdlenessCountsWhileTheStoreOwesAnAnswer() {
    EmbeddedConnection connection =
        new EmbeddedConnection(
            ConnectionMode.PERSISTENT,
            store,
            ServerLimits.builder().answer(Duration.ofHours(1)).build());
    connection.receive("R000101");
    connection.advance(Duration.ofMinutes(30));

    assertThat(connection.isOpen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ONE_SHOT", "PERSISTENT"})
  void failedStoreClosesTheConnectionWithoutAnAnswer(ConnectionMode mode) {
    EmbeddedConnection connection = connection(mode);
    connection.receive("W0FAC0B1234");
    Exception cause = new Exception("disk full");

    store.calls.getFirst().fail(cause);
    connection.runTasks();

    assertThat(connection.sent()).isEmpty();
    assertThat(connection.isSendingSideClosed()).isTrue();
    assertThat(connection.events)
        .singleElement()
        .isInstanceOfSatisfying(
            ServerEvent.StoreFailed.class,
            it -> {
              assertThat(it.request()).isEqualTo(new Request.Write(0x0FAC, 0x0B, 0x1234));
              assertThat(it.cause()).isSameAs(cause);
            });
    assertThat(connection.transactions).extracting(Transaction::answer).containsExactly("");
  }

  @Test
  void answersBeforeAFailureAreSentAndNoneAfterIt() {
    EmbeddedConnection connection = connection(ConnectionMode.PERSISTENT);
    connection.receive("R000101R000202R000303");

    store.calls.get(2).complete(3);
    store.calls.get(1).fail(new Exception());
    store.calls.get(0).complete(1);
    connection.runTasks();

    assertThat(connection.sent()).isEqualTo("A0001010001");
    assertThat(connection.isSendingSideClosed()).isTrue();
  }

  @Test
  void storeThatThrowsHasFailed() {
    RegisterStore broken =
        new RegisterStore() {
          @Override
          public int read(int device, int register, Completion later) {
            throw new IllegalStateException("closed");
          }

          @Override
          public int write(int device, int register, int value, Completion later) {
            return value;
          }
        };
    EmbeddedConnection connection = connection(ConnectionMode.PERSISTENT, broken);
    connection.receive("W000101FFFFR000101W000101EEEE");

    assertThat(connection.sent()).isEqualTo("A000101FFFF");
    assertThat(connection.isSendingSideClosed()).isTrue();
    assertThat(connection.events).singleElement().isInstanceOf(ServerEvent.StoreFailed.class);
  }

  // A write is acknowledged with its value or not at all.
  @ParameterizedTest
  @ValueSource(ints = {RegisterStore.ABSENT, -3, 0x10000})
  void storeThatAnswersAWriteWithNonsenseHasFailed(int nonsense) {
    RegisterStore broken =
        new RegisterStore() {
          @Override
          public int read(int device, int register, Completion later) {
            return 0;
          }

          @Override
          public int write(int device, int register, int value, Completion later) {
            return nonsense;
          }
        };
    EmbeddedConnection connection = connection(ConnectionMode.PERSISTENT, broken);
    connection.receive("W000101FFFF");

    assertThat(connection.sent()).isEmpty();
    assertThat(connection.events).singleElement().isInstanceOf(ServerEvent.StoreFailed.class);
  }

  @Test
  void writeThatCompletesAsAbsentHasFailed() {
    EmbeddedConnection connection = connection(ConnectionMode.PERSISTENT);
    connection.receive("W000101FFFF");

    store.calls.getFirst().complete(RegisterStore.ABSENT);
    connection.runTasks();

    assertThat(connection.sent()).isEmpty();
    assertThat(connection.events).singleElement().isInstanceOf(ServerEvent.StoreFailed.class);
  }

  @Test
  void storeThatIsTooLateHasFailed() {
    EmbeddedConnection connection = connection(ConnectionMode.PERSISTENT);
    connection.receive("R000101R000202");
    connection.advance(Duration.ofSeconds(4));
    store.calls.get(0).complete(1);
    connection.runTasks();
    // The second answer has five seconds from when it became the one that holds up the others.
    connection.advance(Duration.ofSeconds(4));
    assertThat(connection.sent()).isEqualTo("A0001010001");
    assertThat(connection.isSendingSideClosed()).isFalse();

    connection.advance(Duration.ofMillis(1_002));

    assertThat(connection.sent()).isEmpty();
    assertThat(connection.isSendingSideClosed()).isTrue();
    assertThat(connection.events)
        .singleElement()
        .isInstanceOfSatisfying(
            ServerEvent.StoreFailed.class,
            it -> assertThat(it.cause()).isInstanceOf(TimeoutException.class));
  }

  @Test
  void completionAfterTheConnectionIsGoneDoesNothing() {
    EmbeddedConnection connection = connection(ConnectionMode.PERSISTENT);
    connection.receive("R000101");
    connection.advance(Duration.ofSeconds(6));
    connection.advance(Duration.ofSeconds(1));
    assertThat(connection.isOpen()).isFalse();

    store.calls.getFirst().complete(1);
    connection.runTasks();

    assertThat(connection.sent()).isEmpty();
  }

  @Test
  void secondCompletionOfACallIsRefused() {
    connection(ConnectionMode.PERSISTENT).receive("R000101");
    RegisterStore.Completion completion = store.calls.getFirst();
    completion.complete(1);

    assertThatIllegalStateException().isThrownBy(() -> completion.complete(1));
    assertThatIllegalStateException().isThrownBy(() -> completion.fail(new Exception()));
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 0x10000})
  void completionWithANumberThatNoRegisterHoldsIsRefused(int number) {
    connection(ConnectionMode.PERSISTENT).receive("R000101");

    assertThatIllegalArgumentException().isThrownBy(() -> store.calls.getFirst().complete(number));
  }
}
