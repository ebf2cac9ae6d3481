package org.wicedsim.wwep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WireTextTest {
  @Test
  void printableAsciiStaysAsItIs() {
    assertThat(escape("W0FAC0B1234 ~!\"")).isEqualTo("W0FAC0B1234 ~!\"");
  }

  @Test
  void lineEndsAndBackslashAreSpelledOut() {
    assertThat(escape("a\r\n\\n")).isEqualTo("a\\r\\n\\\\n");
  }

  @Test
  void otherOctetsAreHex() {
    assertThat(escape("\0\t\u001B[2J\u007F\u0080\u00FF"))
        .isEqualTo("\\x00\\x09\\x1B[2J\\x7F\\x80\\xFF");
  }

  @Test
  void differentOctetsNeverLookAlike() {
    Set<String> seen = new HashSet<>();
    for (int octet = 0; octet <= 0xFF; octet++) {
      seen.add(WireText.escape(new byte[] {(byte) octet}));
    }

    assertThat(seen).hasSize(256);
  }

  private static String escape(String octets) {
    return WireText.escape(RandomRequests.octets(octets));
  }
}
