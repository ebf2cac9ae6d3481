package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// C and Java agree on the number of every function.
class CallsTest {
  private static final Pattern DEFINE = Pattern.compile("#define SIM_(\\w+) (\\d+)");

  @Test
  void everyNumberOfTheHeaderLeadsBackToItsFunction() {
    List<MatchResult> defines = DEFINE.matcher(Calls.header()).results().toList();

    assertThat(defines)
        .hasSizeGreaterThan(100)
        .allSatisfy(define ->
            assertThat(Calls.of(Integer.parseInt(define.group(2))).name())
                .isEqualTo(define.group(1)));
  }

  @Test
  void aFunctionIsCalledAsInC() {
    assertThat(TcpCall.WICED_TCP_CONNECT.function()).isEqualTo("wiced_tcp_connect");
  }
}
