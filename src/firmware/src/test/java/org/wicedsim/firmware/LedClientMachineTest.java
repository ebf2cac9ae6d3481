package org.wicedsim.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.firmware.LedClientState.CannotConnect;
import org.wicedsim.firmware.LedClientState.CannotSend;
import org.wicedsim.firmware.LedClientState.Connecting;
import org.wicedsim.firmware.LedClientState.Malformed;
import org.wicedsim.firmware.LedClientState.NoAnswer;
import org.wicedsim.firmware.LedClientState.NoTlsConnection;
import org.wicedsim.firmware.LedClientState.Ready;
import org.wicedsim.firmware.LedClientState.Refused;
import org.wicedsim.firmware.LedClientState.Resolving;
import org.wicedsim.firmware.LedClientState.Sending;
import org.wicedsim.firmware.LedClientState.Stored;
import org.wicedsim.firmware.LedClientState.Waiting;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.wiced.WicedResult;
import org.wicedsim.wwep.Request;

class LedClientMachineTest {
  private static final int DEVICE = 0x01D6;
  private static final Ipv4Address SERVER = Ipv4Address.of(198, 51, 100, 3);
  private static final Request.Write LED_ON = new Request.Write(DEVICE, 0x05, 1);
  private static final Request.Write LED_OFF = new Request.Write(DEVICE, 0x05, 0);

  private static final Event PRESS = new Event("onPress", LedClientMachine::onPress);
  private static final Event RESOLVE = new Event("onResolved", m -> m.onResolved(SERVER));
  private static final Event CONNECT = new Event("onConnected", LedClientMachine::onConnected);
  private static final Event CONNECT_FAIL =
      new Event("onConnectFailed", m -> m.onConnectFailed(WicedResult.SOCKET_CLOSED, false));
  private static final Event SEND = new Event("onSent", LedClientMachine::onSent);
  private static final Event SEND_FAIL =
      new Event("onSendFailed", m -> m.onSendFailed(WicedResult.SOCKET_CLOSED));
  private static final Event ANSWER = new Event("onAnswer", m -> m.onAnswer(octets("A01D6050001")));
  private static final Event NO_ANSWER =
      new Event("onNoAnswer", m -> m.onNoAnswer(WicedResult.TIMEOUT));
  private static final Event CLEAN_UP = new Event("onCleanedUp", LedClientMachine::onCleanedUp);
  private static final List<Event> EVENTS =
      List.of(PRESS, RESOLVE, CONNECT, CONNECT_FAIL, SEND, SEND_FAIL, ANSWER, NO_ANSWER, CLEAN_UP);

  private static final Progress READY = new Progress(List.of(), List.of(PRESS));
  private static final Progress PRESSED = READY.then(PRESS, RESOLVE);
  private static final Progress RESOLVED = PRESSED.then(RESOLVE, CONNECT, CONNECT_FAIL);
  private static final Progress CONNECTED = RESOLVED.then(CONNECT, SEND, SEND_FAIL);
  private static final Progress SENT = CONNECTED.then(SEND, ANSWER, NO_ANSWER);
  private static final Progress ANSWERED = SENT.then(ANSWER, CLEAN_UP);

  private final List<LedClientState> entered = new ArrayList<>();
  private final LedClientMachine machine = new LedClientMachine(DEVICE, entered::add);

  @Test
  void beginsReadyWithTheLedOff() {
    assertThat(machine.state()).isEqualTo(new Ready(false));
  }

  // SPEC 4, exercise 01: the LED's state is register 05 of the device.
  @Test
  void firstPressAsksToStoreOne() {
    machine.onPress();

    assertThat(machine.state()).isEqualTo(new Resolving(LED_ON));
    assertThat(LED_ON).hasToString("W01D6050001");
  }

  @Test
  void secondPressAsksToStoreZero() {
    ANSWERED.bring(machine);
    machine.onCleanedUp();

    machine.onPress();

    assertThat(machine.state()).isEqualTo(new Resolving(LED_OFF));
  }

  // The LED shows what the finger did, whatever the server thinks of it.
  @Test
  void ledStaysFlippedWhenTheServerIsNotThere() {
    RESOLVED.bring(machine);
    machine.onConnectFailed(WicedResult.SOCKET_CLOSED, false);

    machine.onCleanedUp();

    assertThat(machine.state()).isEqualTo(new Ready(true));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noTcpConnectionCannotConnectWithAndWithoutTls(boolean tls) {
    RESOLVED.bring(machine);

    machine.onConnectFailed(WicedResult.SOCKET_CLOSED, tls);

    assertThat(machine.state()).isEqualTo(new CannotConnect(LED_ON, WicedResult.SOCKET_CLOSED));
  }

  // SPEC 3.6: 4 is the code of every failed handshake, and of other causes too.
  @Test
  void errorOfAConnectionOverTlsIsNoTlsConnection() {
    RESOLVED.bring(machine);

    machine.onConnectFailed(WicedResult.ERROR, true);

    assertThat(machine.state()).isEqualTo(new NoTlsConnection(LED_ON, WicedResult.ERROR));
  }

  @Test
  void errorOfAPlainConnectionIsNoHandshake() {
    RESOLVED.bring(machine);

    machine.onConnectFailed(WicedResult.ERROR, false);

    assertThat(machine.state()).isEqualTo(new CannotConnect(LED_ON, WicedResult.ERROR));
  }

  @Test
  void lostConnectionCannotSend() {
    CONNECTED.bring(machine);

    machine.onSendFailed(WicedResult.SOCKET_CLOSED);

    assertThat(machine.state()).isEqualTo(new CannotSend(LED_ON, WicedResult.SOCKET_CLOSED));
  }

  @Test
  void silenceIsNoAnswer() {
    SENT.bring(machine);

    machine.onNoAnswer(WicedResult.TIMEOUT);

    assertThat(machine.state()).isEqualTo(new NoAnswer(LED_ON, WicedResult.TIMEOUT));
  }

  // SPEC 1.11; hex digits of either case are the same number.
  @ParameterizedTest
  @ValueSource(strings = {"A01D6050001", "A01d6050001", "A01D6050001\n", "A01D6050001A01D6"})
  void fittingAnswerIsStored(String answer) {
    answered(answer);

    assertThat(machine.state()).isEqualTo(new Stored(LED_ON));
  }

  // SPEC 1.11: a refusal whatever follows, and what follows is noted.
  @ParameterizedTest
  @CsvSource({"X, 0", "XYZ, 2", "X01D6050001, 10"})
  void answerThatBeginsWithXIsARefusal(String answer, int surplus) {
    answered(answer);

    assertThat(machine.state()).isEqualTo(new Refused(LED_ON, surplus));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A01D7050001", "A01D6060001", "A01D6050000", "HTTP/1.1 400", "A01D605000G", "x"})
  void answerThatDoesNotFitIsMalformedAndShown(String answer) {
    answered(answer);

    assertThat(machine.state())
        .isInstanceOfSatisfying(
            Malformed.class,
            malformed ->
                assertThat(malformed.problem())
                    .contains(answer.substring(0, Math.min(11, answer.length())), "W01D6050001"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10})
  void answerThatIsCutShortIsMalformed(int octets) {
    answered("A01D6050001".substring(0, octets));

    assertThat(machine.state())
        .isEqualTo(new Malformed(LED_ON, "the answer ended after %d octets".formatted(octets)));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void everyEndingKeepsTheLedAndLeadsBackToReady(Progress before, Consumer<LedClientMachine> end) {
    before.bring(machine);
    end.accept(machine);

    machine.onCleanedUp();

    assertThat(machine.state()).isEqualTo(new Ready(true));
  }

  static Stream<Arguments> endings() {
    return Stream.of(
        ending(RESOLVED, m -> m.onConnectFailed(WicedResult.SOCKET_CLOSED, true)),
        ending(RESOLVED, m -> m.onConnectFailed(WicedResult.ERROR, true)),
        ending(CONNECTED, m -> m.onSendFailed(WicedResult.SOCKET_CLOSED)),
        ending(SENT, m -> m.onNoAnswer(WicedResult.TIMEOUT)),
        ending(SENT, m -> m.onAnswer(octets("A01D6050001"))),
        ending(SENT, m -> m.onAnswer(octets("X"))),
        ending(SENT, m -> m.onAnswer(octets("?"))));
  }

  @ParameterizedTest
  @MethodSource("eventsOutOfPlace")
  void eventThatMakesNoSenseIsABugOfTheDriver(Progress before, Event event) {
    before.bring(machine);
    LedClientState state = machine.state();

    assertThatIllegalStateException()
        .isThrownBy(() -> event.happen.accept(machine))
        .withMessage("%s in state %s".formatted(event, state));
    assertThat(machine.state()).isSameAs(state);
    assertThat(entered).last().isSameAs(state);
  }

  /// Each state with every event that has no arrow from there in the diagram.
  static Stream<Arguments> eventsOutOfPlace() {
    return Stream.of(READY, PRESSED, RESOLVED, CONNECTED, SENT, ANSWERED)
        .flatMap(before ->
            EVENTS.stream()
                .filter(event -> !before.next.contains(event))
                .map(event -> Arguments.of(before, event)));
  }

  @Test
  void everyStateIsHeardOnceAndInOrder() {
    ANSWERED.bring(machine);
    machine.onCleanedUp();

    assertThat(entered)
        .containsExactly(
            new Ready(false),
            new Resolving(LED_ON),
            new Connecting(LED_ON, SERVER),
            new Sending(LED_ON),
            new Waiting(LED_ON),
            new Stored(LED_ON),
            new Ready(true));
  }

  private void answered(String answer) {
    SENT.bring(machine);
    machine.onAnswer(octets(answer));
  }

  private static Arguments ending(Progress before, Consumer<LedClientMachine> end) {
    return Arguments.of(before, end);
  }

  private static byte[] octets(String text) {
    return text.getBytes(US_ASCII);
  }

  /// Something that happens to the client, by the name of its method.
  record Event(String name, Consumer<LedClientMachine> happen) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// How far a press has come on the good way.
  ///
  /// @param way the events so far
  /// @param next the events that the diagram has an arrow for
  record Progress(List<Event> way, List<Event> next) {
    void bring(LedClientMachine machine) {
      way.forEach(event -> event.happen.accept(machine));
    }

    Progress then(Event event, Event... next) {
      return new Progress(Stream.concat(way.stream(), Stream.of(event)).toList(), List.of(next));
    }

    @Override
    public String toString() {
      return way.toString();
    }
  }
}
