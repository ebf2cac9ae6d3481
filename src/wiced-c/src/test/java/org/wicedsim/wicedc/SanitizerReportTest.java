package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wicedsim.wiced.WicedEvent;

class SanitizerReportTest {
  private static final String REPORT =
      """
      =================================================================
      ==4711==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x602 at pc 0x7f bp 0x7 sp 0x7
      WRITE of size 4 at 0x602000000038 thread T0
          #0 0x7f0a in fill /home/me/app/app.c:14
          #1 0x7f0b in application_start /home/me/app/app.c:30:5
          #2 0x7f0c in run_entry /home/me/.cache/wiced-sim/c/sdk-00/shim/sim_fiber.c:82
          #3 0x7f0c in sim_enter (/tmp/firmware.so+0x1234) (BuildId: 00)

      0x602000000038 is located 0 bytes after 8-byte region [0x602000000030,0x602000000038)
      allocated by thread T0 here:
          #0 0x7f0d in malloc /src/malloc.c:69
      SUMMARY: AddressSanitizer: heap-buffer-overflow /home/me/app/app.c:14 in fill
      ==4711==ABORTING
      """;

  @Test
  void aReportTellsTheErrorTheAccessAndTheCallsThatLedToIt() {
    SanitizerReport report = new SanitizerReport();

    assertThat(REPORT.lines()).allMatch(report::take);

    assertThat(report.crash())
        .contains(
            new WicedEvent.FirmwareCrashed(
                "",
                "in fill (app.c:14): heap-buffer-overflow, 4 octets written",
                List.of("fill (app.c:14)", "application_start (app.c:30)")));
  }

  @Test
  void aReportThatIsCutOffTellsWhatItHas() {
    SanitizerReport report = new SanitizerReport();

    REPORT.lines().limit(2).forEach(report::take);

    assertThat(report.found()).contains("heap-buffer-overflow");
  }

  @Test
  void whatThePrintsOfTheFirmwareSayIsNoReport() {
    SanitizerReport report = new SanitizerReport();

    assertThat(report.take("#0 0x1 in main app.c:1")).isFalse();
    assertThat(report.take("=== measured ===")).isFalse();

    assertThat(report.crash()).isEmpty();
  }
}
