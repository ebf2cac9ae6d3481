package org.wicedsim.wwep;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// The registers of all 65,536 devices, 256 of 16 bits each, in memory (SPEC 1.6).
///
/// A device takes about 550 octets from its first write on; the whole file about 35 MiB when every
/// device was written, and 256 KiB when none was. Neither reading nor writing allocates, but for a
/// device's first write.
///
/// Safe for any number of readers and writers at once, without locks. Each register is
/// linearizable: a read that begins after a write returned sees that write or a later one, and no
/// read sees a value that was not written to this very register.
public final class RegisterFile {
  /// What [#read] gives for a register that was never written.
  public static final int ABSENT = -1;

  private static final int REGISTERS = Wwep.MAX_REGISTER + 1;

  /// Bits in an element of a page; the presence bits stand behind the values in the same array.
  private static final int BITS = Short.SIZE;

  private static final int PAGE_LENGTH = REGISTERS + REGISTERS / BITS;
  private static final VarHandle PAGE = MethodHandles.arrayElementVarHandle(short[][].class);
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(short[].class);

  private final short[] @Nullable [] pages = new short[Wwep.MAX_DEVICE + 1] @Nullable [];

  /// The value of a register, 0 to 65,535, or [#ABSENT].
  ///
  /// Throws [IllegalArgumentException] for a device or register out of range.
  public int read(int device, int register) {
    Wwep.checkAddress(device, register);
    short[] page = page(device);
    if (page == null || !isPresent(page, register)) {
      return ABSENT;
    }
    return (short) ELEMENT.getVolatile(page, register) & Wwep.MAX_VALUE;
  }

  /// Sets a register.
  ///
  /// Throws [IllegalArgumentException] for a device, register or value out of range.
  public void write(int device, int register, int value) {
    Wwep.checkAddress(device, register);
    Wwep.checkValue(value);
    short[] page = page(device);
    if (page == null) {
      page = addPage(device);
    }
    ELEMENT.setVolatile(page, register, (short) value);
    // Only after the value, so that a reader who finds the bit finds a value that was written.
    if (!isPresent(page, register)) {
      ELEMENT.getAndBitwiseOr(page, presenceIndex(register), presenceBit(register));
    }
  }

  private short @Nullable [] page(int device) {
    return (short[]) PAGE.getVolatile(pages, device);
  }

  /// Adds the page of a device unless another writer was quicker, and returns the one that counts.
  private short[] addPage(int device) {
    short[] fresh = new short[PAGE_LENGTH];
    short[] earlier = (short[]) PAGE.compareAndExchange(pages, device, null, fresh);
    return earlier == null ? fresh : earlier;
  }

  private static boolean isPresent(short[] page, int register) {
    return ((short) ELEMENT.getVolatile(page, presenceIndex(register)) & presenceBit(register))
        != 0;
  }

  private static int presenceIndex(int register) {
    return REGISTERS + register / BITS;
  }

  private static short presenceBit(int register) {
    return (short) (1 << register % BITS);
  }
}
