package org.wicedsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CompletionCommandTest {

  // The script is run by the shell that will run it: a look at its text would prove little.
  @Test
  void bashCompletesCommandsAndOptionsWithTheScript() throws IOException, InterruptedException {
    CommandRun run = CommandRun.of("completion");
    String completeInBash =
        run.out()
            + """
            COMP_WORDS=(wiced-sim comp) COMP_CWORD=1
            _complete_wiced-sim
            echo "commands: ${COMPREPLY[*]}"
            COMP_WORDS=(wiced-sim completion --he) COMP_CWORD=2
            _complete_wiced-sim
            echo "options: ${COMPREPLY[*]}"
            """;

    Process bash = new ProcessBuilder("bash").redirectErrorStream(true).start();
    try (var stdin = bash.getOutputStream()) {
      stdin.write(completeInBash.getBytes(StandardCharsets.UTF_8));
    }
    String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(bash.waitFor()).isZero();
    assertThat(answer).contains("commands: completion", "options: --help");
    assertThat(run.exitCode()).isZero();
  }
}
