package org.wicedsim.wicedc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.DctSection;
import org.wicedsim.hal.ManualClock;

/// `wiced_dct_read_lock`, `wiced_dct_read_unlock`, `wiced_dct_write` and `wiced_resource.h`, as C
/// calls them.
class StorageCallsTest {
  private static final int APP = 0;
  private static final int SECURITY = 2;
  private static final int CERTIFICATE_AT = 2_048;

  private static final int SUCCESS = 0;
  private static final int ERROR = 4;
  private static final int OFFSET_TOO_BIG = 4_001;

  private static final int READ_ONLY = 0;
  private static final int WRITABLE = 1;

  @RegisterExtension final SdkBench bench = new SdkBench(new ManualClock());

  private final StorageCalls calls =
      new StorageCalls(bench.session(), List.of("apps/a/ca.pem", "logo.png"));

  @Test
  void aLockCopiesTheOctetsOfTheSection() {
    bench.board().dct().write(new Dct.Security("certificate", "key"));
    long copy = bench.octets(20);

    assertThat(lock(copy, READ_ONLY, SECURITY, CERTIFICATE_AT, 12)).isEqualTo(SUCCESS);

    assertThat(SdkBench.text(copy)).isEqualTo("certificate");
    assertThat(NativeMemory.octets(copy, 20)[12]).isEqualTo((byte) 0xEE);
  }

  @Test
  void whatIsLockedIsFreedByCOnce() {
    long copy = bench.octets(4);
    lock(copy, READ_ONLY, APP, 0, 4);
    Slots first = bench.slots(copy, READ_ONLY);
    Slots second = bench.slots(copy, READ_ONLY);

    assertThat(calls.answer(StorageCall.WICED_DCT_READ_UNLOCK, first)).isEqualTo(SUCCESS);
    assertThat(calls.answer(StorageCall.WICED_DCT_READ_UNLOCK, second)).isEqualTo(SUCCESS);

    assertThat(first.get(0)).isEqualTo(1);
    assertThat(second.get(0)).isZero();
    assertThat(bench.session().wiced().dct().openLocks()).isEmpty();
    assertThat(bench.diagnostics())
        .containsExactly("dct: wiced_dct_read_unlock: nothing is locked at 0x%x".formatted(copy));
  }

  @Test
  void anUnlockWithTheOtherFlagFreesAndIsADiagnostic() {
    long copy = bench.octets(4);
    lock(copy, WRITABLE, APP, 0, 4);
    Slots slots = bench.slots(copy, READ_ONLY);

    calls.answer(StorageCall.WICED_DCT_READ_UNLOCK, slots);

    assertThat(slots.get(0)).isEqualTo(1);
    assertThat(bench.diagnostics())
        .singleElement()
        .asString()
        .contains("locked with writable true, and unlocked with false");
  }

  @Test
  void aLockWithoutMemoryForTheCopyIsAnError() {
    assertThat(lock(0, READ_ONLY, APP, 0, 4)).isEqualTo(ERROR);
    assertThat(bench.session().wiced().dct().openLocks()).isEmpty();
    assertThat(bench.calls()).contains("wiced_dct_read_lock(0, 0, 4) = ERROR");
  }

  /// `uint32_t` beyond what Java's `int` holds, too.
  @ParameterizedTest
  @CsvSource({"0, 8193", "8192, 1", "4294967295, 1", "1, 4294967295", "2147483648, 2147483648"})
  void aLockBehindTheSectionIsAnErrorAndTouchesNothing(long offset, long size) {
    long copy = bench.octets(1);

    assertThat(lock(copy, READ_ONLY, APP, offset, size)).isEqualTo(ERROR);

    assertThat(NativeMemory.octets(copy, 1)).containsExactly(0xEE);
    assertThat(bench.diagnostics())
        .singleElement()
        .asString()
        .startsWith("dct: wiced_dct_read_lock: section APP has 8192 octets, not ");
  }

  @ParameterizedTest
  @EnumSource(names = {"HK_INFO", "MFG_INFO", "BT_CONFIG", "P2P_CONFIG", "OTA2_CONFIG", "MISC"})
  void aSectionThatIsNotSimulatedIsAnErrorThatSaysSo(DctSection section) {
    assertThat(lock(bench.octets(1), READ_ONLY, section.code(), 0, 1)).isEqualTo(ERROR);
    assertThat(write(bench.octets(1), section.code(), 0, 1)).isEqualTo(ERROR);

    assertThat(bench.diagnostics())
        .containsExactly(
            "dct: wiced_dct_read_lock: the simulated board has no section " + section,
            "dct: wiced_dct_write: the simulated board has no section " + section);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 13})
  void aSectionThatThereIsNotIsAnErrorThatSaysSo(int section) {
    assertThat(lock(bench.octets(1), READ_ONLY, section, 0, 1)).isEqualTo(ERROR);
    assertThat(write(bench.octets(1), section, 0, 1)).isEqualTo(ERROR);

    assertThat(bench.diagnostics())
        .containsExactly(
            "dct: wiced_dct_read_lock: there is no section " + section,
            "dct: wiced_dct_write: there is no section " + section);
  }

  @Test
  void whatIsWrittenIsThere() {
    assertThat(write(bench.octets((byte) 1, (byte) 2), APP, 8_190, 2)).isEqualTo(SUCCESS);

    assertThat(bench.board().dct().read(DctSection.APP, 8_190, 2).toBytes()).containsExactly(1, 2);
    assertThat(bench.calls()).contains("wiced_dct_write(APP, 8190, 2) = SUCCESS");
  }

  /// The address is nobody's: reading it would be a crash.
  @ParameterizedTest
  @CsvSource({"0, 8193", "8192, 1", "0, 4294967295"})
  void aWriteBehindTheSectionIsAnErrorAndReadsNothing(long offset, long size) {
    assertThat(write(1, APP, offset, size)).isEqualTo(ERROR);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESOURCE_READ", "RESOURCE_GET_READONLY_BUFFER"})
  void aReadGivesWhatThereIsFromTheOffset(StorageCall call) {
    Slots slots = bench.slots(0, 100, 30, 2_048);

    assertThat(calls.answer(call, slots)).isEqualTo(SUCCESS);

    assertThat(slots.get(0)).isEqualTo(70);
    assertThat(bench.diagnostics()).isEmpty();
    assertThat(bench.calls())
        .contains("%s(apps/a/ca.pem, 30, 2048) = SUCCESS".formatted(call.function()));
  }

  @ParameterizedTest
  @CsvSource({"100, 0, 100, 100", "100, 100, 1, 0", "0, 0, 0, 0", "100, 99, 4294967295, 1"})
  void aReadUpToTheEndIsNotCut(long size, long offset, long maxSize, long octets) {
    Slots slots = bench.slots(1, size, offset, maxSize);

    assertThat(calls.answer(StorageCall.RESOURCE_READ, slots)).isEqualTo(SUCCESS);

    assertThat(slots.get(0)).isEqualTo(octets);
    assertThat(bench.diagnostics()).isEmpty();
  }

  @Test
  void aReadThatItsMaximumCutsIsADiagnostic() {
    Slots slots = bench.slots(1, 100, 10, 89);

    assertThat(calls.answer(StorageCall.RESOURCE_READ, slots)).isEqualTo(SUCCESS);

    assertThat(slots.get(0)).isEqualTo(89);
    assertThat(bench.diagnostics())
        .containsExactly(
            "resource-cut: resource_read: the maximum size cuts logo.png to 89 of its 90 octets"
                + " from 10");
  }

  @Test
  void anOffsetBehindTheEndIsTooBig() {
    Slots slots = bench.slots(1, 100, 101, 10);

    assertThat(calls.answer(StorageCall.RESOURCE_READ, slots)).isEqualTo(OFFSET_TOO_BIG);

    assertThat(slots.get(0)).isZero();
    assertThat(bench.diagnostics())
        .containsExactly(
            "resource: resource_read: offset 101 lies behind the end of logo.png, which has 100"
                + " octets");
  }

  @Test
  void aResourceOfTheApplicationsOwnMakingIsReadToo() {
    Slots slots = bench.slots(-1, 5, 0, 5);

    assertThat(calls.answer(StorageCall.RESOURCE_READ, slots)).isEqualTo(SUCCESS);

    assertThat(slots.get(0)).isEqualTo(5);
    assertThat(bench.calls())
        .contains("resource_read(a resource of the application's own making, 0, 5) = SUCCESS");
  }

  @Test
  void givingABufferBackIsACallThatIsSeen() {
    assertThat(calls.answer(StorageCall.RESOURCE_FREE_READONLY_BUFFER, bench.slots(1)))
        .isEqualTo(SUCCESS);
    assertThat(bench.calls()).contains("resource_free_readonly_buffer(logo.png) = SUCCESS");
  }

  private long lock(long copy, int writable, int section, long offset, long size) {
    return calls.answer(
        StorageCall.WICED_DCT_READ_LOCK, bench.slots(copy, writable, section, offset, size));
  }

  private long write(long octets, int section, long offset, long size) {
    return calls.answer(StorageCall.WICED_DCT_WRITE, bench.slots(octets, section, offset, size));
  }
}
