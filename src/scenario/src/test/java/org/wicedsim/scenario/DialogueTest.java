package org.wicedsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wicedsim.scenario.Dialogue.Direction.RECEIVED;
import static org.wicedsim.scenario.Dialogue.Direction.SENT;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Octets;
import org.wicedsim.scenario.Dialogue.Direction;
import org.wicedsim.scenario.Dialogue.Message;
import org.wicedsim.wiced.Endpoint;
import org.wicedsim.wiced.SocketState;
import org.wicedsim.wiced.WicedEvent;

class DialogueTest {
  private final List<Message> messages = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final Dialogue dialogue =
      new Dialogue((message, answer) -> {
        messages.add(message);
        if (answer) {
          answers.add(message.octets().toString());
        }
      });
  private long nanos;

  private void happens(Event event) {
    nanos++;
    dialogue.onEvent(new EventStream.Stamped(nanos, nanos, event));
  }

  private void sends(String data) {
    happens(new WicedEvent.SegmentSent(1, false, latin1(data)));
  }

  private void receives(String data) {
    happens(new WicedEvent.SegmentReceived(1, false, latin1(data)));
  }

  private void becomes(SocketState state) {
    Endpoint nowhere = new Endpoint(Ipv4Address.of(0, 0, 0, 0), 0);
    happens(new WicedEvent.SocketChanged(1, state, nowhere, nowhere));
  }

  private static Octets latin1(String data) {
    return Octets.of(data.getBytes(StandardCharsets.ISO_8859_1));
  }

  private List<String> texts() {
    return messages.stream()
        .map(message -> (message.direction() == SENT ? "> " : "< ") + message.octets())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"W01D6050001", "R01D605", "W01d605FFFf", "A01D6050001", "X"})
  void aWholeMessageIsReportedAtOnce(String message) {
    sends(message);

    assertThat(texts()).containsExactly("> " + message);
  }

  @Test
  void aMessageTellsItsSocketItsDirectionAndWhetherItWasInTls() {
    happens(new WicedEvent.SegmentReceived(7, true, latin1("X")));

    assertThat(messages).containsExactly(new Message(7, true, RECEIVED, latin1("X"), 1));
  }

  @Test
  void aMessageHasTheTimeOfItsLastOctet() {
    sends("W01D605");
    sends("0001");

    assertThat(messages).extracting(Message::nanos).containsExactly(2L);
  }

  @Test
  void aMessageThatIsKnownToBeWholeLaterHasTheTimeOfItsLastOctetToo() {
    sends("W01D605");
    becomes(SocketState.CLOSED);

    assertThat(messages).extracting(Message::nanos).containsExactly(1L);
  }

  @Test
  void aBeginningIsNoMessage() {
    sends("W01D605000");

    assertThat(texts()).isEmpty();
  }

  @Test
  void severalMessagesInOneSegmentAreReportedEach() {
    sends("W01D6050001R01D605W01D6050000");

    assertThat(texts()).containsExactly("> W01D6050001", "> R01D605", "> W01D6050000");
  }

  @Test
  void aCutRequestIsAMessageWhenTheAnswerComes() {
    sends("W01D605");
    receives("X");

    assertThat(texts()).containsExactly("> W01D605", "< X");
  }

  @Test
  void aCutRequestIsAMessageWhenTheSocketCloses() {
    sends("W01D605");
    becomes(SocketState.CLOSED);

    assertThat(texts()).containsExactly("> W01D605");
  }

  @Test
  void aCutAnswerIsAMessageWhenThePeerHasFinished() {
    sends("R01D605");
    receives("A01D605");
    becomes(SocketState.CLOSING);

    assertThat(texts()).containsExactly("> R01D605", "< A01D605");
  }

  // The board may go on sending after the peer's FIN.
  @Test
  void aCutRequestIsNoMessageWhenThePeerHasFinished() {
    sends("W01D6");
    becomes(SocketState.CLOSING);
    sends("050001");

    assertThat(texts()).containsExactly("> W01D6050001");
  }

  // SPEC 1.7: a non-hex digit makes a request illegal; it is one message all the same.
  @Test
  void aRequestThatIsNotHexIsOneMessage() {
    sends("W01D6Z50001 and more");
    receives("X");

    assertThat(texts()).containsExactly("> W01D6Z50001 and more", "< X");
  }

  @Test
  void textOfAnotherProtocolIsOneMessageADirection() {
    sends("GET / ");
    sends("HTTP/1.1\r\n\r\n");
    receives("HTTP/1.1 200 OK\r\n");
    receives("\r\n");
    becomes(SocketState.CLOSED);

    assertThat(texts())
        .containsExactly("> GET / HTTP/1.1\\r\\n\\r\\n", "< HTTP/1.1 200 OK\\r\\n\\r\\n");
  }

  // SPEC 1.5
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aLineEndAfterARequestIsIgnored(String end) {
    sends("W01D6050001" + end + "R01D605" + end);
    receives("A01D6050001");

    assertThat(texts()).containsExactly("> W01D6050001", "> R01D605", "< A01D6050001");
  }

  @Test
  void aLineEndThatComesAfterTheAnswerIsIgnored() {
    sends("R01D605");
    receives("A01D6050001");
    sends("\r");
    sends("\n");
    becomes(SocketState.CLOSED);

    assertThat(texts()).containsExactly("> R01D605", "< A01D6050001");
  }

  // SPEC 1.5: one line end is ignored, and a lone CR is surplus.
  @ParameterizedTest
  @ValueSource(strings = {"\n\n", "\r", "\r\r\n"})
  void anotherLineEndIsSurplus(String end) {
    sends("R01D605" + end);
    becomes(SocketState.CLOSED);

    assertThat(texts()).hasSize(2).first().isEqualTo("> R01D605");
  }

  // SPEC 1.3: an answer has no line end.
  @Test
  void aLineEndAfterAnAnswerIsSurplus() {
    receives("A01D6050001\n");
    becomes(SocketState.CLOSED);

    assertThat(texts()).containsExactly("< A01D6050001", "< \\n");
  }

  @Test
  void textBehindAnXInTheSameSegmentBelongsToIt() {
    receives("X: no such device");

    assertThat(texts()).containsExactly("< X: no such device");
  }

  @Test
  void textBehindAnXInALaterSegmentIsAMessageOfItsOwn() {
    receives("X");
    receives(": no such device");
    becomes(SocketState.CLOSED);

    assertThat(texts()).containsExactly("< X", "< : no such device");
  }

  // SPEC 1.9: a persistent connection answers X to a read of an absent register, and goes on.
  @Test
  void answersBehindAnXAreMessagesOfTheirOwn() {
    receives("XXA01D6050001XA01D6");
    receives("05FFFF");

    assertThat(texts()).containsExactly("< X", "< X", "< A01D6050001", "< X", "< A01D605FFFF");
  }

  @Test
  void everySocketHasMessagesOfItsOwn() {
    happens(new WicedEvent.SegmentSent(1, false, latin1("W01D6")));
    happens(new WicedEvent.SegmentSent(2, false, latin1("R01")));
    happens(new WicedEvent.SegmentSent(1, false, latin1("050001")));
    happens(new WicedEvent.SegmentSent(2, false, latin1("D605")));

    assertThat(messages).extracting(Message::socket).containsExactly(1, 2);
  }

  @Test
  void aSocketThatIsUsedAgainBeginsAnew() {
    sends("W01D6");
    becomes(SocketState.CLOSED);
    sends("R01D605");

    assertThat(texts()).containsExactly("> W01D6", "> R01D605");
  }

  @Test
  void aClientsAnswersAreWhatItReceives() {
    sends("W01D6050001");
    receives("A01D6050001");

    assertThat(answers).containsExactly("A01D6050001");
  }

  @Test
  void aServersAnswersAreWhatItSends() {
    receives("W01D6050001");
    sends("A01D6050001");

    assertThat(answers).containsExactly("A01D6050001");
  }

  @Test
  void onASocketThatIsUsedAgainTheOtherEndMayAsk() {
    sends("W01D6050001");
    becomes(SocketState.CLOSED);
    receives("R01D605");
    sends("X");

    assertThat(answers).containsExactly("X");
  }

  @Test
  void anAnswerThatLooksLikeARequestIsAnAnswer() {
    sends("W01D6050001");
    receives("W01D6050001");

    assertThat(answers).containsExactly("W01D6050001");
  }

  @Test
  void eventsThatTellOfNoSocketAreIgnored() {
    happens(new HalEvent.UartSent(latin1("X")));

    assertThat(messages).isEmpty();
  }

  @Test
  void aMessageThatGrowsTooLongIsCut() {
    sends("?".repeat(Dialogue.MAX_MESSAGE_OCTETS + 1));
    becomes(SocketState.CLOSED);

    assertThat(messages)
        .extracting(message -> message.octets().length())
        .containsExactly(Dialogue.MAX_MESSAGE_OCTETS, 1);
  }

  @Test
  void aRefusalThatGrowsTooLongIsCut() {
    receives("X" + "?".repeat(Dialogue.MAX_MESSAGE_OCTETS));

    assertThat(messages)
        .extracting(message -> message.octets().length())
        .containsExactly(Dialogue.MAX_MESSAGE_OCTETS, 1);
  }

  @Test
  void ofTooManyOpenSocketsTheOldestIsTakenToBeClosed() {
    IntStream.rangeClosed(1, Dialogue.MAX_SOCKETS + 1)
        .forEach(socket -> happens(new WicedEvent.SegmentSent(socket, false, latin1("W"))));

    assertThat(messages).extracting(Message::socket).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void howTheOctetsAreSplitMakesNoDifference(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      List<String> stream = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int run = 0; run < 6; run++) {
        Direction direction = run % 2 == 0 ? SENT : RECEIVED;
        List<String> sent = direction == SENT ? requests(random) : replies(random);
        stream.add(String.join("", sent));
        sent.forEach(text -> expected.add((direction == SENT ? "> " : "< ") + text.strip()));
      }

      messages.clear();
      for (int run = 0; run < stream.size(); run++) {
        for (String segment : split(stream.get(run), random)) {
          happens(
              run % 2 == 0
                  ? new WicedEvent.SegmentSent(1, false, latin1(segment))
                  : new WicedEvent.SegmentReceived(1, false, latin1(segment)));
        }
      }

      assertThat(texts()).as("seed %d, %s", seed, stream).isEqualTo(expected);
    }
  }

  private static List<String> requests(Random random) {
    String[] ends = {"", "\n", "\r\n"};
    return random
        .ints(1 + random.nextInt(4))
        .mapToObj(number ->
            (number % 2 == 0 ? "W%08X05".formatted(number) : "R%06X".formatted(number >>> 8))
                + ends[random.nextInt(ends.length)])
        .toList();
  }

  private static List<String> replies(Random random) {
    return random
        .ints(1 + random.nextInt(4))
        .mapToObj(number -> number % 3 == 0 ? "X" : "A%08X05".formatted(number))
        .toList();
  }

  private static List<String> split(String text, Random random) {
    List<String> segments = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + 1 + random.nextInt(20));
      segments.add(text.substring(at, end));
      at = end;
    }
    return segments;
  }
}
