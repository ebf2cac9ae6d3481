package org.wicedsim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.wicedsim.scenario.Dialogue.Direction.RECEIVED;
import static org.wicedsim.scenario.Dialogue.Direction.SENT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Level;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.Endpoint;
import org.wicedsim.wiced.Interface;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.TlsRefusal;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wiced.WicedResult;

class EventsTest {
  private static final Endpoint BOARD = new Endpoint(Ipv4Address.of(198, 51, 100, 14), 49_152);
  private static final Endpoint SERVER = new Endpoint(Ipv4Address.of(198, 51, 100, 3), 27_708);

  private static Seen seen(Event... events) {
    Seen seen = Seen.NOTHING;
    for (Event event : events) {
      seen = States.after(seen, 61_005, event);
    }
    return seen;
  }

  private static Seen closed(Seen seen, int socket, SocketState state) {
    return States.after(seen, 0, new WicedEvent.SocketChanged(socket, state, BOARD, SERVER));
  }

  @Test
  void aButtonIsPressedUntilItIsReleased() {
    HalEvent down = new HalEvent.ButtonContact(2, true);

    assertThat(seen(down).pressed()).containsExactly(2);
    assertThat(seen(down, new HalEvent.ButtonContact(2, false)).pressed()).isEmpty();
  }

  @Test
  void anLedIsLitUntilItGoesOut() {
    HalEvent on = new HalEvent.LedLight(1, true);

    assertThat(seen(on).lit()).containsOnlyKeys(1);
    assertThat(seen(on, new HalEvent.LedLight(1, false)).lit()).isEmpty();
  }

  @Test
  void anLedIsAsBrightAsItsPulsesSay() {
    HalEvent on = new HalEvent.LedLight(1, true);
    HalEvent dim = new HalEvent.LedBrightness(1, 37.5);

    assertThat(seen(on, dim).lit()).isEqualTo(Map.of(1, 37.5));
    assertThat(seen(on, dim, new HalEvent.LedBrightness(1, 0)).lit()).isEmpty();
  }

  @Test
  void whatTheFirmwareSendsIsOnTheConsole() {
    assertThat(seen(States.sent("hel"), States.sent("lo\r\n")).console().shown())
        .containsExactly("hello");
  }

  @Test
  void aDiagnosticIsANoteAndNotOnTheConsole() {
    Seen seen = seen(new HalEvent.Diagnostic("tls-expired", "renew it"));

    assertThat(seen.notes()).containsExactly(new Seen.Note("1:01.005", "tls-expired", "renew it"));
    assertThat(seen.console().shown()).isEmpty();
  }

  @Test
  void lostOctetsAreANote() {
    assertThat(seen(new HalEvent.UartOverrun(5)).notes())
        .containsExactly(
            new Seen.Note(
                "1:01.005",
                "uart-overrun",
                "5 typed octets are lost: the firmware had not read the 64 before them"));
  }

  @Test
  void aCrashOfTheFirmwareIsANote() {
    assertThat(seen(new WicedEvent.FirmwareCrashed("main", "a bug", List.of())).notes())
        .extracting(Seen.Note::code, Seen.Note::message)
        .containsExactly(tuple("firmware-crashed", "thread main ended: a bug"));
  }

  @Test
  void aCrashOfCFirmwareTellsWhoCalledWhom() {
    assertThat(
            seen(new WicedEvent.FirmwareCrashed(
                    "main",
                    "in f (app.c:2): address 0x0 read",
                    List.of("f (app.c:2)", "g (app.c:4)")))
                .notes())
        .extracting(Seen.Note::message)
        .containsExactly(
            "thread main ended: in f (app.c:2): address 0x0 read, called by g (app.c:4)");
  }

  @Test
  void theNetworkGoesUpAndDown() {
    WicedEvent up = new WicedEvent.NetworkUp(Interface.STA, BOARD.address());

    assertThat(seen(up).networkUp()).isTrue();
    assertThat(seen(up, new WicedEvent.NetworkDown(Interface.STA)).networkUp()).isFalse();
  }

  @Test
  void theStatesOfTheFirmwareAreKeptInOrder() {
    Seen seen =
        seen(
            new WicedEvent.FirmwareState("Ready", "LED off"),
            new WicedEvent.FirmwareState("Connecting", "to 198.51.100.3"));

    assertThat(seen.firmware()).containsExactly("Ready", "Connecting");
    assertThat(seen.firmwareDetail()).isEqualTo("to 198.51.100.3");
  }

  @Test
  void aStateThatTellsMoreOfItselfIsNoNewOne() {
    Seen seen =
        seen(
            new WicedEvent.FirmwareState("Ready", "1 sent"),
            new WicedEvent.FirmwareState("Ready", "2 sent"));

    assertThat(seen.firmware()).containsExactly("Ready");
    assertThat(seen.firmwareDetail()).isEqualTo("2 sent");
  }

  static Stream<Event> unshownEvents() {
    Octets octets = Octets.of("W01D6050001");
    return Stream.of(
        new HalEvent.PinEdge(10, Level.LOW),
        new HalEvent.UartTyped(octets),
        new WicedEvent.SdkCall("wiced_init", "", WicedResult.SUCCESS, "A.java:1"),
        new WicedEvent.SocketChanged(1, SocketState.CONNECTED, BOARD, SERVER),
        new WicedEvent.SocketChanged(1, SocketState.CLOSED, BOARD, SERVER),
        new WicedEvent.SegmentSent(1, false, octets),
        new WicedEvent.SegmentReceived(1, false, octets),
        new WicedEvent.TlsEstablished(1, "TLSv1.3", "TLS_AES_128_GCM_SHA256"),
        new WicedEvent.TlsRefused(1, new TlsRefusal(TlsRefusal.Reason.EXPIRED, "yesterday")),
        new Event() {});
  }

  @ParameterizedTest
  @MethodSource("unshownEvents")
  void otherEventsChangeNothingByThemselves(Event event) {
    assertThat(seen(event)).isEqualTo(Seen.NOTHING);
  }

  @Test
  void eventsThatComeByTheThousandNeedNotBeHeard() {
    assertThat(Events.isShown(States.stamped(0, new HalEvent.PinEdge(10, Level.LOW)))).isFalse();
    assertThat(
            Events.isShown(
                States.stamped(
                    0, new WicedEvent.SdkCall("f", "", WicedResult.SUCCESS, "A.java:1"))))
        .isFalse();
    assertThat(Events.isShown(States.stamped(0, new HalEvent.LedLight(1, true)))).isTrue();
  }

  @Test
  void anAnswerBelongsToTheRequestOnItsSocket() {
    Seen seen = Seen.NOTHING;
    seen = Events.apply(States.message(1, false, SENT, "W01D6050001", 10), seen);
    seen = Events.apply(States.message(2, true, SENT, "W01D6050000", 20), seen);
    seen = Events.apply(States.message(1, false, RECEIVED, "A01D6050001", 25), seen);

    assertThat(seen.exchanges())
        .extracting(Exchange::tls, Exchange::request, Exchange::outcome)
        .containsExactly(
            tuple(
                false, "W01D6050001", new Exchange.Answered("A01D6050001", Duration.ofMillis(15))),
            tuple(true, "W01D6050000", new Exchange.Waiting()));
  }

  /// Persistent mode (SPEC 1.9): answers come in the order of the requests.
  @Test
  void pipelinedRequestsAreAnsweredInOrder() {
    Seen seen = Seen.NOTHING;
    seen = Events.apply(States.message(1, false, SENT, "R000101", 0), seen);
    seen = Events.apply(States.message(1, false, SENT, "R000102", 0), seen);
    seen = Events.apply(States.message(1, false, RECEIVED, "X", 1), seen);

    assertThat(outcomes(seen))
        .containsExactly(new Exchange.Answered("X", Duration.ofMillis(1)), new Exchange.Waiting());
  }

  @Test
  void aRequestOnASocketThatClosesStaysUnanswered() {
    Seen seen = Events.apply(States.message(1, false, SENT, "W01D6050001", 0), Seen.NOTHING);

    assertThat(outcomes(closed(seen, 2, SocketState.CLOSED)))
        .containsExactly(new Exchange.Waiting());
    assertThat(outcomes(closed(seen, 1, SocketState.CLOSING)))
        .containsExactly(new Exchange.Waiting());
    assertThat(outcomes(closed(seen, 1, SocketState.CLOSED)))
        .containsExactly(new Exchange.Unanswered());
  }

  @Test
  void aBoardThatServesAnswersItsPeer() {
    Seen seen = Seen.NOTHING;
    seen = Events.apply(States.message(1, false, RECEIVED, "R01D605", 0), seen);
    seen = Events.apply(States.message(1, false, SENT, "A01D6050001", 2), seen);

    assertThat(seen.exchanges()).extracting(Exchange::asker).containsExactly(RECEIVED);
    assertThat(outcomes(seen))
        .containsExactly(new Exchange.Answered("A01D6050001", Duration.ofMillis(2)));
  }

  @Test
  void onlyTheLastExchangesAndNotesAreKept() {
    Seen seen = Seen.NOTHING;
    for (int i = 0; i < 150; i++) {
      seen = Events.apply(States.message(i, false, SENT, "R000101", 0), seen);
      seen = Events.applyPrinted("line " + i, seen);
    }

    assertThat(seen.exchanges())
        .hasSize(Seen.MAX_EXCHANGES)
        .last()
        .extracting(Exchange::socket)
        .isEqualTo(149);
    assertThat(seen.notes())
        .hasSize(Seen.MAX_NOTES)
        .last()
        .extracting(Seen.Note::message)
        .isEqualTo("line 149");
  }

  private static List<Exchange.Outcome> outcomes(Seen seen) {
    return seen.exchanges().stream().map(Exchange::outcome).toList();
  }
}
