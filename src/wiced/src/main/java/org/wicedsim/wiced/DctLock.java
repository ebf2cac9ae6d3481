package org.wicedsim.wiced;

import org.wicedsim.hal.DctSection;

/// What [DctAccess#readLock(DctSection, boolean, int, int)] handed out, to be given back with
/// [DctAccess#readUnlock(DctLock, boolean)].
public final class DctLock {
  private final WicedResult result;
  private final DctSection section;
  private final boolean writable;
  private final int offset;
  private final byte[] buffer;

  DctLock(WicedResult result, DctSection section, boolean writable, int offset, byte[] buffer) {
    this.result = result;
    this.section = section;
    this.writable = writable;
    this.offset = offset;
    this.buffer = buffer;
  }

  /// SUCCESS, or why there are no octets.
  public WicedResult result() {
    return result;
  }

  /// The octets: the firmware's own copy, not a copy of it. Changing them changes nothing else, and
  /// later writes to the table do not change them. Empty when there is no lock.
  public byte[] buffer() {
    return buffer;
  }

  /// The section that was read.
  public DctSection section() {
    return section;
  }

  /// Whether the firmware asked for octets that it may change.
  public boolean writable() {
    return writable;
  }

  /// Where the octets stand in the section.
  public int offset() {
    return offset;
  }

  /// Where the octets come from, for people; never what they are.
  @Override
  public String toString() {
    return "%d octets of section %s from %d".formatted(buffer.length, section, offset);
  }
}
