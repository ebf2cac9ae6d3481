package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.Peer;

/// A machine without a socket left is a failed call of the firmware with a reason, and no more.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
class PoorMachineIT {
  private static final int PORT = 27_708;

  @RegisterExtension final Bench bench = new Bench();

  @Test
  void withoutASocketCallsFailAndLaterOnesSucceed() throws IOException {
    bench.listen(PORT, Peer.Client::readToEnd);
    Process poor =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -n 400; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-MaxFDLimit",
                "-cp",
                System.getProperty("java.class.path"),
                PoorMachine.class.getName(),
                String.valueOf(bench.lan().number()),
                String.valueOf(PORT))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = poor.inputReader().lines().toList();

    assertThat(lines)
        .containsExactly(
            "rich SUCCESS SUCCESS", "poor ERROR ERROR", "rich SUCCESS SUCCESS", "[no-socket]");
  }
}
