package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.DctSection;
import org.wicedsim.hal.ManualClock;
import org.wicedsim.hal.WifiConfig;
import org.wicedsim.wiced.testing.Bench;
import org.wicedsim.wiced.testing.EventLog;

/// `wiced_dct_read_lock`, `wiced_dct_read_unlock` and `wiced_dct_write` (SPEC 2.3).
class DctAccessTest {
  private static final byte[] DATA = {1, 2, 3};
  private static final int SECURITY_OCTETS = 6_160;
  private static final int CERTIFICATE_AT = 2_048;

  @RegisterExtension final Bench bench = new Bench();

  private final Bench.Played played = bench.play(new ManualClock());
  private final DctAccess dct = played.wiced().dct();

  @Test
  void whatIsWrittenIsRead() {
    assertThat(dct.write(DATA, DctSection.APP, 10)).isEqualTo(WicedResult.SUCCESS);

    DctLock lock = dct.readLock(DctSection.APP, false, 9, 5);

    assertThat(lock.result()).isEqualTo(WicedResult.SUCCESS);
    assertThat(lock.buffer()).containsExactly(0, 1, 2, 3, 0);
    assertThat(dct.readUnlock(lock, false)).isEqualTo(WicedResult.SUCCESS);
    assertThat(played.log().diagnosticCodes()).isEmpty();
  }

  @Test
  void aWriteDoesNotAlterBuffersThatWereHandedOut() {
    DctLock lock = dct.readLock(DctSection.APP, false, 0, 3);

    dct.write(DATA, DctSection.APP, 0);

    assertThat(lock.buffer()).containsExactly(0, 0, 0);
  }

  @Test
  void aWritableBufferIsTheFirmwaresOwn() {
    DctLock lock = dct.readLock(DctSection.APP, true, 0, 3);
    lock.buffer()[0] = 9;

    assertThat(dct.readLock(DctSection.APP, false, 0, 3).buffer()).containsExactly(0, 0, 0);
    assertThat(dct.write(lock.buffer(), DctSection.APP, 0)).isEqualTo(WicedResult.SUCCESS);
    assertThat(dct.readLock(DctSection.APP, false, 0, 3).buffer()).containsExactly(9, 0, 0);
  }

  /// No mutex is held: whoever forgets to unlock blocks nobody.
  @Test
  void aLockKeepsNobodyOut() {
    dct.readLock(DctSection.SECURITY, true, 0, SECURITY_OCTETS);

    assertThat(dct.readLock(DctSection.SECURITY, true, 0, SECURITY_OCTETS).result())
        .isEqualTo(WicedResult.SUCCESS);
    assertThat(dct.write(DATA, DctSection.SECURITY, 0)).isEqualTo(WicedResult.SUCCESS);
  }

  /// What C code copies its strings from.
  @Test
  void theSecuritySectionIsTheSdksStructure() {
    played.board().hardware().dct().write(new Dct.Security("certificate", "key"));

    byte[] section = dct.readLock(DctSection.SECURITY, false, 0, SECURITY_OCTETS).buffer();

    assertThat(section).hasSize(SECURITY_OCTETS).startsWith('k', 'e', 'y', 0);
    assertThat(new String(section, CERTIFICATE_AT, 12, StandardCharsets.US_ASCII))
        .isEqualTo("certificate\0");
  }

  @Test
  void whatTheSectionsMeanCanBeReadWithoutALock() {
    played.board().hardware().dct().write(new Dct.Security("certificate", "key"));

    assertThat(dct.certificate()).isEqualTo("certificate");
    assertThat(dct.privateKey()).isEqualTo("key");
    assertThat(dct.wifi()).isEqualTo(WifiConfig.DEFAULT);
    assertThat(dct.openLocks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 8193", "8192, 1", "2147483647, 3", "0, -1"})
  void whatDoesNotLieInTheSectionIsAnError(int offset, int size) {
    DctLock lock = dct.readLock(DctSection.APP, false, offset, size);

    assertThat(lock.result()).isEqualTo(WicedResult.ERROR);
    assertThat(lock.buffer()).isEmpty();
    assertThat(dct.openLocks()).isEmpty();
    assertThat(played.log().awaitDiagnostic("dct"))
        .isEqualTo(
            "wiced_dct_read_lock: section APP has 8192 octets, not %d from %d"
                .formatted(size, offset));
  }

  @Test
  void aWriteBehindTheSectionIsAnErrorAndChangesNothing() {
    assertThat(dct.write(DATA, DctSection.APP, 8_190)).isEqualTo(WicedResult.ERROR);

    assertThat(dct.readLock(DctSection.APP, false, 8_190, 2).buffer()).containsExactly(0, 0);
  }

  /// They may lie in memory that only holds as many as there is room for.
  @Test
  void octetsThatThereIsNoRoomForAreNotAskedFor() {
    assertThat(dct.write(() -> fail("asked for"), DctSection.APP, 0, 8_193))
        .isEqualTo(WicedResult.ERROR);
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERNAL", "VERSION"})
  void whatIsNotForApplicationsIsAnError(DctSection section) {
    assertThat(dct.readLock(section, false, 0, 1).result()).isEqualTo(WicedResult.ERROR);
    assertThat(dct.write(DATA, section, 0)).isEqualTo(WicedResult.ERROR);
    assertThat(played.log().awaitDiagnostic("dct")).contains("is not for applications");
  }

  @Test
  void aSectionThatTheSimulatedBoardDoesNotHaveIsAnErrorThatSaysSo() {
    assertThat(dct.readLock(DctSection.BT_CONFIG, false, 0, 1).result())
        .isEqualTo(WicedResult.ERROR);
    assertThat(played.log().awaitDiagnostic("dct"))
        .isEqualTo("wiced_dct_read_lock: the simulated board has no section BT_CONFIG");
  }

  @Test
  void locksAreOpenUntilTheyAreGivenBack() {
    DctLock app = dct.readLock(DctSection.APP, false, 0, 3);
    DctLock security = dct.readLock(DctSection.SECURITY, true, 0, 1);
    assertThat(dct.openLocks()).containsExactly(app, security);

    dct.readUnlock(app, false);

    assertThat(dct.openLocks()).containsExactly(security);
  }

  @Test
  void aSecondUnlockIsADiagnostic() {
    DctLock lock = dct.readLock(DctSection.APP, false, 0, 3);
    dct.readUnlock(lock, false);

    assertThat(dct.readUnlock(lock, false)).isEqualTo(WicedResult.SUCCESS);

    assertThat(played.log().awaitDiagnostic("dct"))
        .isEqualTo("wiced_dct_read_unlock: 3 octets of section APP from 0 are not locked");
  }

  @Test
  void anUnlockWithTheOtherFlagIsADiagnostic() {
    DctLock lock = dct.readLock(DctSection.APP, true, 0, 3);

    assertThat(dct.readUnlock(lock, false)).isEqualTo(WicedResult.SUCCESS);

    assertThat(dct.openLocks()).isEmpty();
    assertThat(played.log().awaitDiagnostic("dct"))
        .contains("locked with writable true, and unlocked with false");
  }

  /// The section holds a private key: events say where octets go, never what they are.
  @Test
  void callsAreEventsWithoutTheOctets() {
    dct.write("secret".getBytes(StandardCharsets.US_ASCII), DctSection.SECURITY, 0);

    assertThat(played.log().calls())
        .endsWith(EventLog.call("wiced_dct_write", "SECURITY, 0, 6", WicedResult.SUCCESS));
  }
}
