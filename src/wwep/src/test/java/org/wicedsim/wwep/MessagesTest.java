package org.wicedsim.wwep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, R000000",
    "127, 127, R007F7F",
    "128, 128, R008080",
    "4012, 11, R0FAC0B",
    "32768, 1, R800001",
    "65535, 255, RFFFFFF"
  })
  void readIsSevenOctetsInUpperCase(int device, int register, String wire) {
    assertThat(new Request.Read(device, register).encode()).isEqualTo(RandomRequests.octets(wire));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, W0000000000",
    "470, 5, 1, W01D6050001",
    "4012, 11, 4660, W0FAC0B1234",
    "65535, 255, 65535, WFFFFFFFFFF",
    "1, 128, 32768, W0001808000"
  })
  void writeIsElevenOctetsInUpperCase(int device, int register, int value, String wire) {
    assertThat(new Request.Write(device, register, value).encode())
        .isEqualTo(RandomRequests.octets(wire));
  }

  @Test
  void acceptingReplyIsElevenOctetsInUpperCase() {
    assertThat(new Reply.Accepted(0xFACE, 0xAB, 0x12EF).encode())
        .isEqualTo(RandomRequests.octets("AFACEAB12EF"));
  }

  @Test
  void acceptingReplyIsPutIntoAnArrayWithoutTouchingItsNeighbours() {
    byte[] target = RandomRequests.octets("................");

    int end = Reply.Accepted.put(0x0FAC, 0x0B, 0x1234, target, 2);

    assertThat(target).isEqualTo(RandomRequests.octets("..A0FAC0B1234..."));
    assertThat(end).isEqualTo(13);
  }

  @Test
  void refusingReplyIsTheOctetX() {
    assertThat(new Reply.Refused().encode()).containsExactly('X');
  }

  @Test
  void messagesReadAsTheirWireText() {
    assertThat(new Request.Read(0xFAC, 0xB)).hasToString("R0FAC0B");
    assertThat(new Request.Write(0xFAC, 0xB, 0x1234)).hasToString("W0FAC0B1234");
    assertThat(new Reply.Accepted(0xFAC, 0xB, 0x1234)).hasToString("A0FAC0B1234");
    assertThat(new Reply.Refused()).hasToString("X");
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, device -1", "65536, 0, device 65536", "0, -1, register -1", "0, 256, 256"})
  void addressOutOfRangeIsRefusedByName(int device, int register, String named) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Request.Read(device, register))
        .withMessageContaining(named);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Request.Write(device, register, 0))
        .withMessageContaining(named);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reply.Accepted(device, register, 0))
        .withMessageContaining(named);
  }

  @ParameterizedTest
  @CsvSource({"-1", "65536"})
  void valueOutOfRangeIsRefusedByName(int value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Request.Write(0, 0, value))
        .withMessage("value " + value + " is outside 0 to 65535, the range of 4 hex digits");
    assertThatIllegalArgumentException().isThrownBy(() -> new Reply.Accepted(0, 0, value));
  }
}
