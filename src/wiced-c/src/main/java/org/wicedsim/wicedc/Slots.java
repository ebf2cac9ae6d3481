package org.wicedsim.wicedc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.wicedsim.hal.Ipv4Address;

/// The arguments of one call from C, 64 bits each, and the way back of what it gives beside its
/// result.
///
/// Good for the length of the call: the memory is the caller's stack.
record Slots(MemorySegment memory) {
  /// How many a call may have.
  static final int MAX = 12;

  /// An argument of 64 bits: a pointer, or a number that was widened with its sign.
  long get(int slot) {
    return memory.getAtIndex(ValueLayout.JAVA_LONG, slot);
  }

  /// An `int32_t`, an enumerator, or a smaller number.
  int int32(int slot) {
    return (int) get(slot);
  }

  /// A `uint32_t`, such as a time-out in ms.
  long uint32(int slot) {
    return get(slot) & 0xFFFF_FFFFL;
  }

  /// A `wiced_bool_t`.
  boolean bool(int slot) {
    return int32(slot) != 0;
  }

  /// An IPv4 address as the SDK has it: a number with the first octet on top.
  Ipv4Address address(int slot) {
    return new Ipv4Address(int32(slot));
  }

  /// Gives something back to C.
  void set(int slot, long value) {
    memory.setAtIndex(ValueLayout.JAVA_LONG, slot, value);
  }
}
