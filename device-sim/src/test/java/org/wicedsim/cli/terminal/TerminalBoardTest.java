package org.wicedsim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalBoardTest {
  @Test
  void aTerminalIsNotRefused() {
    assertThat(TerminalBoard.refusal(true, "xterm-256color")).isEmpty();
  }

  @Test
  void withoutATerminalTheSentenceNamesTheWayOut() {
    assertThat(TerminalBoard.refusal(false, "xterm-256color"))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("--script FILE"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"dumb", ""})
  void aDumbTerminalIsRefusedWithAWayOut(@Nullable String type) {
    assertThat(TerminalBoard.refusal(true, type))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("TERM", "--script FILE"));
  }
}
