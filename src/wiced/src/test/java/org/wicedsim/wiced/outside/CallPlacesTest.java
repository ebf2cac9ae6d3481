package org.wicedsim.wiced.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.wiced.WicedEvent;
import org.wicedsim.wiced.testing.Bench;

/// Where in the firmware's source a call stands, and a crash happened.
class CallPlacesTest {
  private static final int STACK = 6_200;

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play(new ManualClock());

  @Test
  void aCallNamesTheLineThatMadeIt() {
    SmallFirmware.createThread(played.wiced().rtos(), "placed", STACK, () -> {});

    assertThat(played.log().all(WicedEvent.SdkCall.class))
        .filteredOn(call -> call.function().equals("wiced_rtos_create_thread"))
        .extracting(WicedEvent.SdkCall::site)
        .singleElement()
        .asString()
        .matches("SmallFirmware\\.java:\\d+");
  }

  /// The SDK's own calls between the firmware's are left out.
  @Test
  void aCrashTellsTheFirmwaresCallsTheInnermostFirst() {
    played.wiced().rtos().createThread(9, "faulty", STACK, CallPlacesTest::outer);

    assertThat(played.log().await(WicedEvent.FirmwareCrashed.class).stack())
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(call -> !call.contains("org.wicedsim.wiced.FirmwareThreads"))
        .first()
        .asString()
        .matches(".*CallPlacesTest\\.inner \\(CallPlacesTest\\.java:\\d+\\)");
  }

  /// A stack that ran over has thousands of lines.
  @Test
  void theCallsOfACrashAreLimited() {
    played.wiced().rtos().createThread(9, "endless", STACK, CallPlacesTest::endless);

    assertThat(played.log().await(WicedEvent.FirmwareCrashed.class).stack()).hasSize(32);
  }

  private static void outer() {
    inner();
  }

  private static void inner() {
    throw new IllegalStateException("no such register");
  }

  // To run over is the point.
  @SuppressWarnings("InfiniteRecursion")
  private static void endless() {
    endless();
  }
}
