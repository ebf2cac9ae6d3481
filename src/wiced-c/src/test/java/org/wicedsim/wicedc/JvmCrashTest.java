package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmCrashTest {
  @TempDir private Path folder;

  @Test
  void theJvmsReportTellsPlaceAndSignal() throws IOException {
    Path report =
        Files.writeString(
            folder.resolve("hs_err.log"),
            """
            #
            # A fatal error has been detected by the Java Runtime Environment:
            #
            # Problematic frame:
            # C  [firmware.so+0x1139]  sendData+0x9
            #
            siginfo: si_signo: 11 (SIGSEGV), si_code: 1 (SEGV_MAPERR), si_addr: 0x0
            """);

    assertThat(JvmCrash.of(134, report).cause())
        .isEqualTo(
            "in C  [firmware.so+0x1139]  sendData+0x9:"
                + " si_signo: 11 (SIGSEGV), si_code: 1 (SEGV_MAPERR), si_addr: 0x0");
  }

  @Test
  void withoutAReportTheExitCodeTells() {
    Path none = folder.resolve("none");

    assertThat(JvmCrash.of(139, none).cause())
        .isEqualTo("the board process was ended by signal 11");
    assertThat(JvmCrash.of(1, none).cause()).isEqualTo("the board process ended with exit code 1");
  }
}
