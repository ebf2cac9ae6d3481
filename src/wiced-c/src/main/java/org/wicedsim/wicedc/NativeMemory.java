package org.wicedsim.wicedc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The memory of the firmware, by its addresses. A bad address is found as on a board, by a crash,
/// and on the firmware's account: C uses the memory before Java does.
final class NativeMemory {
  private static final MemorySegment ALL = all();

  private static volatile @Nullable NativeFunction touch;
  private static volatile @Nullable NativeFunction stringLength;

  private NativeMemory() {}

  /// Has C look at memory before Java uses it. Without, as in tests that have no firmware, nobody
  /// does.
  static void lookAtFirst(NativeFunction touch, NativeFunction stringLength) {
    NativeMemory.touch = touch;
    NativeMemory.stringLength = stringLength;
  }

  /// Copies octets out of the firmware's memory.
  static byte[] octets(long address, int count) {
    touch(address, count, false);
    byte[] octets = new byte[count];
    MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, octets, 0, count);
    return octets;
  }

  /// Copies octets into the firmware's memory.
  static void put(long address, byte[] octets, int count) {
    touch(address, count, true);
    MemorySegment.copy(octets, 0, ALL, ValueLayout.JAVA_BYTE, address, count);
  }

  /// A string of C, up to its NUL.
  static String string(long address) {
    NativeFunction length = stringLength;
    if (length == null) {
      return ALL.getString(address, StandardCharsets.UTF_8);
    }
    int count = Math.toIntExact(length.call(address, 0, 0));
    return new String(octets(address, count), StandardCharsets.UTF_8);
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
    byte[] octets = octets(address, (int) ValueLayout.ADDRESS.byteSize());
    return ByteBuffer.wrap(octets).order(ByteOrder.nativeOrder()).getLong();
  }

  private static void touch(long address, int count, boolean forWriting) {
    NativeFunction function = touch;
    if (function != null) {
      function.call(address, count, forWriting ? 1 : 0);
    }
  }

  // The one way to memory whose extent only C knows.
  @SuppressWarnings("restricted")
  private static MemorySegment all() {
    return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
  }
}
