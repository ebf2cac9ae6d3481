package org.wicedsim.wicedc;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Java objects behind structures of C, as [Handles], where the structure's address matters:
/// initialising a structure again loses the object that was there, whatever lies in it meanwhile.
///
/// Calls may come from any thread.
final class Structs<T> {
  private static final long NO_ADDRESS = 0;

  private record Held<T>(long address, T object) {}

  private final Map<Integer, Held<T>> held = new HashMap<>();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private int last = Handles.NONE;

  /// Numbers in a row that are for the caller to give away.
  ///
  /// @return the first
  synchronized int reserve(int count) {
    int first = last + 1;
    last += count;
    return first;
  }

  /// Gives the object behind a structure its number.
  ///
  /// @param number one that was reserved
  /// @param address of the structure
  /// @return the object that was behind the structure up to now, and is lost; null when none was
  synchronized @Nullable T put(int number, long address, T object) {
    Integer before = numbers.put(address, number);
    held.put(number, new Held<>(address, object));
    Held<T> lost = before == null ? null : held.remove(before);
    return lost == null ? null : lost.object();
  }

  /// Gives an object its number whose structure is never initialised again.
  ///
  /// @param number one that was reserved
  synchronized void put(int number, T object) {
    held.put(number, new Held<>(NO_ADDRESS, object));
  }

  /// The object with this number; null when there is none, or none any more.
  synchronized @Nullable T get(int number) {
    Held<T> found = held.get(number);
    return found == null ? null : found.object();
  }

  /// Forgets the object with this number.
  ///
  /// @return the object; null when there was none
  synchronized @Nullable T remove(int number) {
    Held<T> found = held.remove(number);
    if (found == null) {
      return null;
    }
    numbers.remove(found.address(), number);
    return found.object();
  }
}
