package org.wicedsim.wwep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// SPEC 1.11.
class AnswerTest {
  private static final Request WRITE = new Request.Write(0x0FAC, 0x0B, 0x1234);
  private static final Request READ = new Request.Read(0x0FAC, 0x0B);

  @Test
  void echoOfAWriteIsAccepted() {
    assertThat(judge(WRITE, "A0FAC0B1234")).isEqualTo(accepted(0x1234, 0));
  }

  @Test
  void readTakesWhateverValueComes() {
    assertThat(judge(READ, "A0FAC0BFFFF")).isEqualTo(accepted(0xFFFF, 0));
  }

  @Test
  void hexDigitsOfAnAnswerMayHaveEitherCase() {
    assertThat(judge(READ, "A0fac0bAbCd")).isEqualTo(accepted(0xABCD, 0));
  }

  @Test
  void octetsAfterAnAcceptingReplyAreNoted() {
    assertThat(judge(WRITE, "A0FAC0B1234X")).isEqualTo(accepted(0x1234, 1));
  }

  @ParameterizedTest
  @CsvSource({"X, 0", "XX, 1", "X0FAC0B1234, 10"})
  void firstOctetXIsRefusedWhateverFollows(String octets, int surplus) {
    assertThat(judge(WRITE, octets)).isEqualTo(new Answer.Refused(surplus));
  }

  @Test
  void everyPrefixOfAnEchoIsIncomplete() {
    for (int length = 0; length < 11; length++) {
      String prefix = "A0FAC0B1234".substring(0, length);
      assertThat(judge(WRITE, prefix)).as(prefix).isEqualTo(new Answer.Incomplete());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a0FAC0B1234, FIRST_OCTET", "W0FAC0B1234, FIRST_OCTET", "x, FIRST_OCTET",
    "A1FAC0B1234, OTHER_DEVICE", "A0FAD0B1234, OTHER_DEVICE", "A0FAC1B1234, OTHER_REGISTER",
    "A0FAC0C1234, OTHER_REGISTER", "A0FAC0B0234, OTHER_VALUE", "A0FAC0B1235, OTHER_VALUE",
    "A0FAC0B123G, NOT_HEX", "AG, NOT_HEX", "A1, OTHER_DEVICE"
  })
  void anythingElseIsMalformedAsSoonAsItShows(String octets, MalformedReason reason) {
    assertThat(judge(WRITE, octets))
        .isInstanceOfSatisfying(
            Answer.Malformed.class, it -> assertThat(it.reason()).isEqualTo(reason));
  }

  @Test
  void malformedAnswerSaysWhatCameAndWhatWasExpected() {
    assertThat(judge(WRITE, "A0FAC0C1234\n"))
        .isEqualTo(
            new Answer.Malformed(
                MalformedReason.OTHER_REGISTER,
                "the answer A0FAC0C1234 to W0FAC0B1234 names another register; "
                    + "expected A0FAC0B1234 or X"));
  }

  @Test
  void malformedAnswerToAReadSaysThatAnyValueWouldDo() {
    assertThat(judge(READ, "?\r"))
        .isEqualTo(
            new Answer.Malformed(
                MalformedReason.FIRST_OCTET,
                "the answer ?\\r to R0FAC0B begins with neither A nor X; "
                    + "expected A0FAC0B and 4 hex digits or X"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void answerOfAServerIsAcceptedForItsRequestAlone(long seed) {
    RandomRequests generator = new RandomRequests(seed);
    for (int round = 0; round < 2_000; round++) {
      Request.Write sent = new Request.Write(generator.below(4), generator.below(4), 7);
      Request.Write other = new Request.Write(generator.below(4), generator.below(4), 7);
      byte[] octets = new Reply.Accepted(other.device(), other.register(), other.value()).encode();

      assertThat(Answer.judge(sent, octets) instanceof Answer.Accepted)
          .as("%s for %s", other, sent)
          .isEqualTo(sent.equals(other));
    }
  }

  private static Answer judge(Request sent, String octets) {
    return Answer.judge(sent, RandomRequests.octets(octets));
  }

  private static Answer accepted(int value, int surplus) {
    return new Answer.Accepted(new Reply.Accepted(0x0FAC, 0x0B, value), surplus);
  }
}
