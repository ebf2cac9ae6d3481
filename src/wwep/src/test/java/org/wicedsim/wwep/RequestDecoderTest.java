package org.wicedsim.wwep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.wwep.RequestDecoder.Progress;

/// SPEC 1.2 to 1.9, one octet at a time. In the texts of this class `\r` and `\n` are CR and LF.
class RequestDecoderTest {
  private final RequestDecoder oneShot = new RequestDecoder(ConnectionMode.ONE_SHOT);
  private final RequestDecoder persistent = new RequestDecoder(ConnectionMode.PERSISTENT);

  @Test
  void oneShotReadIsCompleteWithItsSeventhOctet() {
    assertThat(feed(oneShot, "R0FAC0")).isEqualTo(Progress.NEED_MORE);
    assertThat(feed(oneShot, "B")).isEqualTo(Progress.REQUEST);
    assertThat(oneShot.decoded()).isEqualTo(new Decoded.One(new Request.Read(0x0FAC, 0x0B)));
  }

  @Test
  void oneShotWriteIsCompleteWithItsEleventhOctet() {
    assertThat(feed(oneShot, "W0FAC0B123")).isEqualTo(Progress.NEED_MORE);
    assertThat(feed(oneShot, "4")).isEqualTo(Progress.REQUEST);
    assertThat(oneShot.decoded())
        .isEqualTo(new Decoded.One(new Request.Write(0x0FAC, 0x0B, 0x1234)));
  }

  @Test
  void numbersOfACompleteRequestAreReadUnsigned() {
    feed(oneShot, "WFFFEFD8001");

    assertThat(oneShot.isWrite()).isTrue();
    assertThat(oneShot.device()).isEqualTo(0xFFFE);
    assertThat(oneShot.register()).isEqualTo(0xFD);
    assertThat(oneShot.value()).isEqualTo(0x8001);
  }

  @Test
  void hexDigitsAreAcceptedInEitherCase() {
    assertThat(Request.parse("Wfaceab12eF"))
        .isEqualTo(new Decoded.One(new Request.Write(0xFACE, 0xAB, 0x12EF)));
  }

  @ParameterizedTest
  @CsvSource({"w0FAC0B1234", "r0FAC0B", "A0FAC0B1234", "X", "0", "\\n", "\\r\\n", "' R0FAC0B'"})
  void anotherFirstOctetIsIllegal(String text) {
    assertThat(Request.parse(unescape(text)))
        .isEqualTo(new Decoded.Illegal(IllegalReason.FIRST_OCTET));
  }

  // The neighbours of the hex digits in ASCII, and octets that look like digits elsewhere.
  @ParameterizedTest
  @ValueSource(strings = {"/", ":", "@", "G", "`", "g", " ", "-", "x", "\0", "\n", "\u00B2"})
  void nonHexDigitIsIllegalWhereverItStands(String octet) {
    for (int position = 1; position < 11; position++) {
      StringBuilder text = new StringBuilder("W0FAC0B1234");
      text.replace(position, position + 1, octet);

      assertThat(Request.parse(text.toString()))
          .as("at offset %d", position)
          .isEqualTo(new Decoded.Illegal(IllegalReason.NOT_HEX));
    }
  }

  @Test
  void characterBeyondLatin1IsIllegal() {
    // U+0657 has the low octet 'W'.
    assertThat(Request.parse("\u06570FAC0B1234"))
        .isEqualTo(new Decoded.Illegal(IllegalReason.FIRST_OCTET));
  }

  @ParameterizedTest
  @ValueSource(strings = {"R0FAC0B\\n", "R0FAC0B\\r\\n", "W0FAC0B1234\\n", "W0FAC0B1234\\r\\n"})
  void oneShotToleratesOneLineEnd(String text) {
    assertThat(Request.parse(unescape(text))).isInstanceOf(Decoded.One.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R0FAC0B1234",
        "R0FAC0BR0FAC0B",
        "W0FAC0B12345",
        "R0FAC0B\\n\\n",
        "R0FAC0B\\n\\r",
        "R0FAC0B\\r\\n\\n",
        "R0FAC0B ",
        "R0FAC0B\\nR0FAC0B"
      })
  void oneShotSurplusIsIllegal(String text) {
    assertThat(Request.parse(unescape(text))).isEqualTo(new Decoded.Illegal(IllegalReason.SURPLUS));
  }

  @Test
  void oneShotCarriageReturnWaitsForItsLineFeed() {
    assertThat(feed(oneShot, "R0FAC0B\r")).isEqualTo(Progress.NEED_MORE);
    assertThat(oneShot.isUnderWay()).isTrue();
    assertThat(feed(oneShot, "\n")).isEqualTo(Progress.REQUEST);
    assertThat(oneShot.request()).isEqualTo(new Request.Read(0x0FAC, 0x0B));
  }

  @ParameterizedTest
  @EnumSource(ConnectionMode.class)
  void carriageReturnFollowedByAnotherOctetIsIllegal(ConnectionMode mode) {
    RequestDecoder decoder = new RequestDecoder(mode);

    assertThat(feed(decoder, "R0FAC0B\rR")).isEqualTo(Progress.ILLEGAL);
    assertThat(decoder.reason()).isEqualTo(IllegalReason.LONE_CR);
  }

  @ParameterizedTest
  @EnumSource(ConnectionMode.class)
  void carriageReturnFollowedByNothingIsIllegal(ConnectionMode mode) {
    RequestDecoder decoder = new RequestDecoder(mode);
    feed(decoder, "R0FAC0B\r");

    assertThat(decoder.end()).isEqualTo(Progress.ILLEGAL);
    assertThat(decoder.reason()).isEqualTo(IllegalReason.LONE_CR);
  }

  @ParameterizedTest
  @EnumSource(ConnectionMode.class)
  void requestCutShortIsIllegal(ConnectionMode mode) {
    RequestDecoder decoder = new RequestDecoder(mode);
    feed(decoder, "W01234");

    assertThat(decoder.end()).isEqualTo(Progress.ILLEGAL);
    assertThat(decoder.reason()).isEqualTo(IllegalReason.CUT_SHORT);
  }

  @ParameterizedTest
  @EnumSource(ConnectionMode.class)
  void endBeforeTheFirstOctetIsNotIllegal(ConnectionMode mode) {
    assertThat(new RequestDecoder(mode).end()).isEqualTo(Progress.NEED_MORE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"R0FAC0B", "R0FAC0B\n", "W0FAC0B1234\r\n"})
  void endLeavesACompleteRequest(String text) {
    feed(oneShot, text);

    assertThat(oneShot.end()).isEqualTo(Progress.REQUEST);
  }

  @ParameterizedTest
  @EnumSource(ConnectionMode.class)
  void illegalStaysIllegalWhateverFollows(ConnectionMode mode) {
    RequestDecoder decoder = new RequestDecoder(mode);
    feed(decoder, "Z");

    assertThat(feed(decoder, "R0FAC0B\n")).isEqualTo(Progress.ILLEGAL);
    assertThat(decoder.end()).isEqualTo(Progress.ILLEGAL);
  }

  @Test
  void persistentSurplusBeginsTheNextRequest() {
    assertThat(requests(persistent, "R0FAC0BW0FAC0B1234R0001FF"))
        .containsExactly("R0FAC0B", "W0FAC0B1234", "R0001FF");
  }

  // A read's value is surplus, and no request begins with a digit.
  @Test
  void persistentReadWithAValueIsARequestAndThenIllegal() {
    assertThat(requests(persistent, "R0FAC0B")).containsExactly("R0FAC0B");
    assertThat(feed(persistent, "1234")).isEqualTo(Progress.ILLEGAL);
    assertThat(persistent.reason()).isEqualTo(IllegalReason.FIRST_OCTET);
  }

  @Test
  void persistentSkipsOneLineEndAfterEachRequest() {
    assertThat(requests(persistent, "R0FAC0B\nW0FAC0B1234\r\nR0001FF\r\n"))
        .containsExactly("R0FAC0B", "W0FAC0B1234", "R0001FF");
    assertThat(persistent.isUnderWay()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"R0FAC0B\n\n", "R0FAC0B\r\n\n", "R0FAC0B\r\n\r\n", "\n"})
  void persistentSecondLineEndIsIllegal(String text) {
    assertThat(feed(persistent, text)).isEqualTo(Progress.ILLEGAL);
    assertThat(persistent.reason()).isEqualTo(IllegalReason.FIRST_OCTET);
  }

  @Test
  void requestIsUnderWayFromItsFirstOctetToItsLast() {
    List<Boolean> seen = new ArrayList<>();
    seen.add(persistent.isUnderWay());
    for (byte octet : RandomRequests.octets("R0FAC0B\r\n")) {
      persistent.accept(octet);
      seen.add(persistent.isUnderWay());
    }

    assertThat(seen).containsExactly(false, true, true, true, true, true, true, false, true, false);
  }

  @Test
  void requestIsNotGivenBeforeItIsComplete() {
    feed(oneShot, "R0FAC0");

    assertThatIllegalStateException().isThrownBy(oneShot::request);
    assertThatIllegalStateException().isThrownBy(oneShot::reason);
  }

  static Progress feed(RequestDecoder decoder, String text) {
    Progress last = Progress.NEED_MORE;
    for (byte octet : RandomRequests.octets(text)) {
      last = decoder.accept(octet);
    }
    return last;
  }

  private static List<String> requests(RequestDecoder decoder, String text) {
    List<String> found = new ArrayList<>();
    for (byte octet : RandomRequests.octets(text)) {
      switch (decoder.accept(octet)) {
        case NEED_MORE -> {}
        case REQUEST -> found.add(decoder.request().toString());
        case ILLEGAL -> found.add("illegal: " + decoder.reason());
      }
    }
    return found;
  }

  private static String unescape(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n");
  }
}
