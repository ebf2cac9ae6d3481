package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.BoardDescription.PacketPools;
import org.wicedsim.wiced.WicedEvent.FirmwareCrashed;

/// Of what the C side wrote, the line of the firmware is what counts.
class CrashReportTest {
  private static final String HEAD = "signal 11\ncode 1\nthread worker\naddress 0x10\n";

  @TempDir private Path folder;
  private FirmwareImage image;
  private Path report;

  @BeforeEach
  void aFirmwareOfThreeFunctions() throws IOException {
    // sendData: line 43 from 0x1000; application_start: line 60 from 0x1100; a function of the SDK.
    Path lines = folder.resolve("lines");
    Files.writeString(
        lines,
        """
        L1000 43 app.c
        L1040
        L1100 60 app.c
        L1140
        F1000 40 sendData
        F1100 40 application_start
        F2000 100 wiced_tcp_connect
        """);
    image =
        new FirmwareImage(
            "app",
            folder,
            folder.resolve("app.so"),
            lines,
            List.of(),
            SecurityFile.NONE,
            SecurityFile.NONE,
            new PacketPools(2, 2),
            FirmwareImage.DEFAULT_STACK_OCTETS,
            true,
            false,
            false,
            List.of());
    report = folder.resolve("crash");
  }

  @Test
  void aBadPointerIsToldWithItsLineAndAllCallers() throws IOException {
    FirmwareCrashed crash =
        read(
            HEAD
                + "access write\nframe app 0x1010\nframe app 0x1120\nframe libc.so.6 ? 0x1\nend\n");

    assertThat(crash)
        .isEqualTo(
            new FirmwareCrashed(
                "worker",
                "in sendData (app.c:43): address 0x10 written",
                List.of("sendData (app.c:43)", "application_start (app.c:60)")));
  }

  @Test
  void aCallerIsTheLineThatCallsAndNotTheOneBehindIt() throws IOException {
    // The call ends at 0x1040, which belongs to nobody any more.
    FirmwareCrashed crash =
        read(HEAD + "access read\nframe libc.so.6 strlen 0x5\nframe app 0x1040\n");

    assertThat(crash.cause())
        .isEqualTo("in strlen, called by sendData (app.c:43): address 0x10 read");
  }

  @Test
  void aCrashInsideOfTheSdkIsToldWithTheLineThatCalledIt() throws IOException {
    FirmwareCrashed crash =
        read(HEAD + "access read\nframe app 0x2010\nframe app 0x1020\nframe app 0x1120\n");

    assertThat(crash.cause())
        .isEqualTo("in wiced_tcp_connect, called by sendData (app.c:43): address 0x10 read");
  }

  @Test
  void anExhaustedStackIsNoBadPointer() throws IOException {
    FirmwareCrashed crash = read(HEAD + "access write\nstack-exhausted\nframe app 0x1010\n");

    assertThat(crash.cause())
        .isEqualTo(
            "in sendData (app.c:43): the stack of thread 'worker' is exhausted: does a function"
                + " call itself?");
  }

  @ParameterizedTest
  @CsvSource({
    "8, 1, division by zero",
    "8, 3, arithmetic error",
    "4, 2, illegal instruction",
    "5, 1, trap",
    "6, 0, aborted",
    "31, 0, signal 31"
  })
  void everySignalHasItsWords(int signal, int code, String words) throws IOException {
    FirmwareCrashed crash =
        read("signal %d\ncode %d\nthread t\nframe app 0x1010\n".formatted(signal, code));

    assertThat(crash.cause()).isEqualTo("in sendData (app.c:43): " + words);
  }

  @ParameterizedTest
  @CsvSource({
    "__stack_chk_fail, an array on the stack was overrun",
    "__fortify_fail, an array on the stack was overrun",
    "__libc_free, 'the heap is corrupt: something was freed twice, or written beyond its end'"
  })
  void whoAbortedTellsWhy(String function, String words) throws IOException {
    FirmwareCrashed crash =
        read(
            "signal 6\ncode 0\nthread t\nframe libc.so.6 abort 0x1\nframe libc.so.6 %s 0x2\nframe app 0x1010\n"
                .formatted(function));

    assertThat(crash.cause()).isEqualTo("in sendData (app.c:43): " + words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sig", "signal", "signal x\n", "\n\n\n", "frame app 0x1010\n"})
  void whatBreaksOffBeforeTheSignalIsNoReport(String text) throws IOException {
    Files.writeString(report, text);

    assertThat(CrashReport.read(report, image)).isEmpty();
  }

  @Test
  void aReportMayBreakOffAnywhereBehindTheSignal() throws IOException {
    String whole = HEAD + "access write\nframe app 0x1010\nframe libc.so.6 strlen 0x12\nend\n";

    for (int cut = "signal 11\n".length(); cut <= whole.length(); cut++) {
      Files.writeString(report, whole.substring(0, cut));
      assertThat(CrashReport.read(report, image)).as("cut at %d", cut).isPresent();
    }
  }

  @Test
  void withoutAFileThereIsNoReport() {
    Optional<FirmwareCrashed> crash = CrashReport.read(folder.resolve("none"), image);

    assertThat(crash).isEmpty();
  }

  private FirmwareCrashed read(String text) throws IOException {
    Files.writeString(report, text);
    return CrashReport.read(report, image).orElseThrow();
  }
}
