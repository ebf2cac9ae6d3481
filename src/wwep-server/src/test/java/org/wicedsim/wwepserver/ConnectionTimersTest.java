package org.wicedsim.wwepserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.wwep.ConnectionMode;
import org.wicedsim.wwep.IllegalReason;

/// The times of SPEC 1.7 and 1.8 with the default limits, on a clock of the test.
class ConnectionTimersTest {
  /// How much later than its time a deadline may be seen; see [DeadlineList].
  private static final Duration GRANULARITY = Duration.ofMillis(2);

  private static Duration ms(long count) {
    return Duration.ofMillis(count);
  }

  @ParameterizedTest
  @EnumSource(ConnectionMode.class)
  void incompleteRequestIsRefusedWhenTheFrameTimerRunsOut(ConnectionMode mode) {
    EmbeddedConnection connection = new EmbeddedConnection(mode);
    connection.receive("W01234");

    connection.advance(ms(99));
    assertThat(connection.sent()).isEmpty();

    connection.advance(ms(1).plus(GRANULARITY));
    assertThat(connection.sent()).isEqualTo("X");
    assertThat(connection.isSendingSideClosed()).isTrue();
    assertThat(connection.transactions)
        .extracting(Transaction::illegal)
        .containsExactly(IllegalReason.CUT_SHORT);
  }

  @ParameterizedTest
  @EnumSource(ConnectionMode.class)
  void eachOctetRestartsTheFrameTimer(ConnectionMode mode) {
    EmbeddedConnection connection = new EmbeddedConnection(mode);
    for (char octet : "W0FAC0B1234".toCharArray()) {
      connection.advance(ms(90));
      connection.receive(String.valueOf(octet));
    }

    assertThat(connection.sent()).isEqualTo("A0FAC0B1234");
  }

  @ParameterizedTest
  @EnumSource(ConnectionMode.class)
  void frameTimerDoesNotRunBeforeTheFirstOctet(ConnectionMode mode) {
    EmbeddedConnection connection = new EmbeddedConnection(mode);
    connection.advance(ms(9_900));
    connection.receive("W0FAC0B1234");

    assertThat(connection.sent()).isEqualTo("A0FAC0B1234");
  }

  // Each octet in time, the whole too slow: the eleventh would come after 2,000 ms.
  @Test
  void requestThatTakesTooLongAsAWholeIsRefused() {
    EmbeddedConnection connection =
        new EmbeddedConnection(
            ConnectionMode.ONE_SHOT,
            new MemoryRegisterStore(),
            ServerLimits.builder().frame(ms(500)).build());
    for (char octet : "W0FA".toCharArray()) {
      connection.receive(String.valueOf(octet));
      connection.advance(ms(495));
    }
    connection.receive("C");
    assertThat(connection.sent()).isEmpty();

    connection.advance(ms(20).plus(GRANULARITY));
    assertThat(connection.sent()).isEqualTo("X");
  }

  // A pipelining peer may always have a request under way; each has two seconds of its own.
  @Test
  void wholeRequestTimerBeginsAnewWithEachRequest() {
    EmbeddedConnection connection = new EmbeddedConnection(ConnectionMode.PERSISTENT);
    connection.receive("W0FAC0");
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      connection.advance(ms(90));
      connection.receive("B1234W0FAC0");
      answers.add(connection.sent());
    }

    assertThat(answers).containsOnly("A0FAC0B1234");
  }

  @ParameterizedTest
  @EnumSource(ConnectionMode.class)
  void carriageReturnWaitsForItsLineFeedUnderTheFrameTimer(ConnectionMode mode) {
    EmbeddedConnection connection = new EmbeddedConnection(mode);
    connection.receive("W0FAC0B1234\r");
    connection.advance(ms(90));
    connection.receive("\n");
    connection.advance(ms(200));

    assertThat(connection.sent()).isEqualTo("A0FAC0B1234");
    assertThat(connection.transactions).hasSize(1);
  }

  @Test
  void loneCarriageReturnIsSurplusWhenNoLineFeedComes() {
    EmbeddedConnection connection = new EmbeddedConnection(ConnectionMode.ONE_SHOT);
    connection.receive("W0FAC0B1234\r");
    connection.advance(ms(100).plus(GRANULARITY));

    assertThat(connection.sent()).isEqualTo("X");
    assertThat(connection.transactions)
        .extracting(Transaction::illegal)
        .containsExactly(IllegalReason.LONE_CR);
  }

  @ParameterizedTest
  @EnumSource(ConnectionMode.class)
  void silentConnectionIsClosedWithoutAnAnswer(ConnectionMode mode) {
    EmbeddedConnection connection = new EmbeddedConnection(mode);
    connection.advance(ms(9_999));
    assertThat(connection.isOpen()).isTrue();

    connection.advance(ms(1).plus(GRANULARITY));
    assertThat(connection.isOpen()).isFalse();
    assertThat(connection.sent()).isEmpty();
    assertThat(connection.transactions).isEmpty();
    assertThat(connection.events)
        .singleElement()
        .isInstanceOfSatisfying(
            ServerEvent.LimitReached.class, it -> assertThat(it.limit()).isEqualTo(Limit.SILENCE));
  }

  @Test
  void persistentConnectionIsClosedWithoutAnAnswerWhenIdle() {
    EmbeddedConnection connection = new EmbeddedConnection(ConnectionMode.PERSISTENT);
    connection.receive("W0FAC0B1234");
    assertThat(connection.sent()).isEqualTo("A0FAC0B1234");

    connection.advance(Duration.ofMinutes(5).minus(ms(1)));
    assertThat(connection.isOpen()).isTrue();

    connection.advance(ms(1).plus(GRANULARITY));
    assertThat(connection.isOpen()).isFalse();
    assertThat(connection.sent()).isEmpty();
    assertThat(connection.events)
        .singleElement()
        .isInstanceOfSatisfying(
            ServerEvent.LimitReached.class, it -> assertThat(it.limit()).isEqualTo(Limit.IDLE));
  }

  @Test
  void eachRequestRestartsTheIdleTimer() {
    EmbeddedConnection connection = new EmbeddedConnection(ConnectionMode.PERSISTENT);
    for (int i = 0; i < 3; i++) {
      connection.receive("W0FAC0B1234");
      connection.advance(Duration.ofMinutes(4));
    }

    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void connectionIsDrainedForAWhileAfterItsAnswer() {
    EmbeddedConnection connection = new EmbeddedConnection(ConnectionMode.ONE_SHOT);
    connection.receive("R0FAC0B");
    assertThat(connection.sent()).isEqualTo("X");
    assertThat(connection.isSendingSideClosed()).isTrue();

    connection.advance(ms(99));
    connection.receive("late");
    assertThat(connection.isOpen()).isTrue();

    connection.advance(ms(1).plus(GRANULARITY));
    assertThat(connection.isOpen()).isFalse();
    assertThat(connection.gone).isTrue();
    assertThat(connection.events).isEmpty();
  }

  @Test
  void connectionIsDrainedOfSomeOctetsOnly() {
    EmbeddedConnection connection = new EmbeddedConnection(ConnectionMode.ONE_SHOT);
    connection.receive("R0FAC0B");

    connection.receive("x".repeat(4_096));
    assertThat(connection.isOpen()).isTrue();

    connection.receive("x");
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void drainingEndsWhenThePeerClosesItsSendingSide() {
    EmbeddedConnection connection = new EmbeddedConnection(ConnectionMode.ONE_SHOT);
    connection.receive("R0FAC0B");
    connection.receiveEnd();

    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void silentConnectionIsClosedWithoutAnAnswerOnHalfClose() {
    EmbeddedConnection connection = new EmbeddedConnection(ConnectionMode.ONE_SHOT);
    connection.receiveEnd();

    assertThat(connection.isOpen()).isFalse();
    assertThat(connection.sent()).isEmpty();
    assertThat(connection.events).isEmpty();
  }

  @Test
  void halfCloseWithinARequestIsRefusedAtOnce() {
    EmbeddedConnection connection = new EmbeddedConnection(ConnectionMode.ONE_SHOT);
    connection.receive("W01234");
    connection.receiveEnd();

    assertThat(connection.sent()).isEqualTo("X");
  }
}
