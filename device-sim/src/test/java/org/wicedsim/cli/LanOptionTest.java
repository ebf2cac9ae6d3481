package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LanOptionTest {
  @Test
  void withoutTheOptionItIsTheLanThatEverybodyMeetsOn() {
    try (LanOption.Chosen chosen = CommandLine.populateCommand(new LanOption()).choose()) {
      assertThat(chosen.lan().number()).isEqualTo(51);
    }
  }

  // Runs that must not meet ask for a free LAN each.
  @Test
  void twoFreeLansAreNotTheSame() {
    try (LanOption.Chosen one = choose("free");
        LanOption.Chosen other = choose("free")) {
      assertThat(one.lan().number()).isNotEqualTo(other.lan().number()).isNotEqualTo(51);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "254"})
  void everyNumberFromOneTo254IsALan(String number) {
    try (LanOption.Chosen chosen = choose(number)) {
      assertThat(chosen.lan().number()).hasToString(number);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "255", "-1", "x", "", "51.0"})
  void anythingElseIsAWrongCommandLine(String number) {
    CommandRun run = CommandRun.of("send", "--lan=" + number, "R0FAC0B");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("--lan '" + number + "'").contains("from 1 to 254, or 'free'");
  }

  private static LanOption.Chosen choose(String lan) {
    return CommandLine.populateCommand(new LanOption(), "--lan", lan).choose();
  }
}
