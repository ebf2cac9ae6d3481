package org.wicedsim.wicedc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The memory of the firmware, by its addresses. What is wrong there is found as on a board: by a
/// crash.
final class NativeMemory {
  private static final MemorySegment ALL = all();

  private NativeMemory() {}

  /// Copies octets out of the firmware's memory.
  static byte[] octets(long address, int count) {
    byte[] octets = new byte[count];
    MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, octets, 0, count);
    return octets;
  }

  /// Copies octets into the firmware's memory.
  static void put(long address, byte[] octets, int count) {
    MemorySegment.copy(octets, 0, ALL, ValueLayout.JAVA_BYTE, address, count);
  }

  /// A string of C, up to its NUL.
  static String string(long address) {
    return ALL.getString(address, StandardCharsets.UTF_8);
  }

  /// An array of strings of C, up to its NULL.
  static List<String> strings(long address) {
    List<String> strings = new ArrayList<>();
    for (long at = address; pointer(at) != 0; at += ValueLayout.ADDRESS.byteSize()) {
      strings.add(string(pointer(at)));
    }
    return strings;
  }

  private static long pointer(long address) {
    return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, address);
  }

  // The one way to memory whose extent only C knows.
  @SuppressWarnings("restricted")
  private static MemorySegment all() {
    return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
  }
}
