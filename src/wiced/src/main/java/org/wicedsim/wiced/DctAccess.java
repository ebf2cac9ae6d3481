package org.wicedsim.wiced;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.DctException;
import org.wicedsim.hal.DctSection;
import org.wicedsim.hal.WifiConfig;

/// The device configuration table (`wiced_framework.h`, SPEC 2.3).
///
/// A lock keeps nobody out, as on the SDK: it is a copy of the octets, and giving it back frees
/// that. One that is never given back is a leak, and nothing more.
public final class DctAccess {
  private static final String READ_LOCK = "wiced_dct_read_lock";
  private static final String READ_UNLOCK = "wiced_dct_read_unlock";
  private static final String WRITE = "wiced_dct_write";
  private static final String DIAGNOSTIC = "dct";

  private final Sdk sdk;
  private final Map<DctLock, Ledger.Entry> open = new LinkedHashMap<>();

  DctAccess(Sdk sdk) {
    this.sdk = sdk;
  }

  /// The certificate of the security section, as PEM text whose lines end with CR LF; empty when
  /// none was provisioned. Stands for a read of the section that is unlocked at once.
  public String certificate() {
    return security().certificate();
  }

  /// The private key of the security section, as PEM text whose lines end with CR LF; empty when
  /// none was provisioned. Stands for a read of the section that is unlocked at once.
  public String privateKey() {
    return security().privateKey();
  }

  /// The Wi-Fi section. Stands for a read of the section that is unlocked at once.
  public WifiConfig wifi() {
    passThrough(DctSection.WIFI_CONFIG);
    return dct().wifi();
  }

  /// Reads octets of a section (`wiced_dct_read_lock`).
  ///
  /// @param writable whether the firmware wants to change its copy
  /// @return with SUCCESS; with ERROR, and nothing to unlock, when the octets do not all lie in a
  ///   section that applications may read
  public DctLock readLock(DctSection section, boolean writable, int offset, int size) {
    WicedResult result = check(READ_LOCK, section, offset, size);
    byte[] octets = result.isSuccess() ? dct().read(section, offset, size).toBytes() : new byte[0];
    DctLock lock = new DctLock(result, section, writable, offset, octets);
    if (result.isSuccess()) {
      synchronized (open) {
        open.put(lock, sdk.ledger().open(Ledger.Kind.DCT_LOCK, READ_LOCK));
      }
    }
    sdk.returned(READ_LOCK, result, section, offset, size);
    return lock;
  }

  /// Gives octets back (`wiced_dct_read_unlock`).
  ///
  /// @param writable as it was when they were read; the other value, or a second unlock, frees on
  ///   the real board what must not be freed, and is a diagnostic here
  /// @return SUCCESS
  public WicedResult readUnlock(DctLock lock, boolean writable) {
    Ledger.Entry entry;
    synchronized (open) {
      entry = open.remove(lock);
    }
    if (entry != null) {
      entry.close();
    }
    if (entry == null) {
      diagnose(READ_UNLOCK, "%s are not locked".formatted(lock));
    } else if (writable != lock.writable()) {
      diagnose(
          READ_UNLOCK,
          "%s were locked with writable %s, and unlocked with %s"
              .formatted(lock, lock.writable(), writable));
    }
    return sdk.returned(READ_UNLOCK, WicedResult.SUCCESS, lock.section());
  }

  /// Overwrites octets of a section (`wiced_dct_write`); they are there after the next start. The
  /// same octets as before are not written again.
  ///
  /// @return SUCCESS; ERROR when they do not all lie in a section that applications may write, or
  ///   cannot be stored
  public WicedResult write(byte[] octets, DctSection section, int offset) {
    return write(() -> octets, section, offset, octets.length);
  }

  /// As [#write(byte[], DctSection, int)], with octets that are asked for only when there is room
  /// for them.
  ///
  /// @param octets gives `size` of them
  public WicedResult write(Supplier<byte[]> octets, DctSection section, int offset, int size) {
    WicedResult result = check(WRITE, section, offset, size);
    if (result.isSuccess()) {
      try {
        dct().write(section, offset, octets.get());
      } catch (DctException e) {
        diagnose(WRITE, String.valueOf(e.getMessage()));
        result = WicedResult.ERROR;
      }
    }
    return sdk.returned(WRITE, result, section, offset, size);
  }

  /// The locks that were not given back yet, in the order in which they were taken.
  public List<DctLock> openLocks() {
    synchronized (open) {
      return List.copyOf(open.keySet());
    }
  }

  private Dct.Security security() {
    passThrough(DctSection.SECURITY);
    return dct().security();
  }

  private void passThrough(DctSection section) {
    sdk.returned(READ_LOCK, WicedResult.SUCCESS, section, 0, section.octets());
    sdk.returned(READ_UNLOCK, WicedResult.SUCCESS, section);
  }

  private WicedResult check(String function, DctSection section, int offset, int size) {
    if (section == DctSection.INTERNAL || section == DctSection.VERSION) {
      diagnose(function, "section %s is not for applications".formatted(section));
      return WicedResult.ERROR;
    }
    if (section.octets() == 0) {
      diagnose(function, "the simulated board has no section %s".formatted(section));
      return WicedResult.ERROR;
    }
    if (offset < 0 || size < 0 || size > section.octets() - offset) {
      diagnose(
          function,
          "section %s has %d octets, not %d from %d"
              .formatted(section, section.octets(), size, offset));
      return WicedResult.ERROR;
    }
    return WicedResult.SUCCESS;
  }

  private void diagnose(String function, String message) {
    sdk.diagnose(DIAGNOSTIC, function + ": " + message);
  }

  private Dct dct() {
    return sdk.board().dct();
  }
}
