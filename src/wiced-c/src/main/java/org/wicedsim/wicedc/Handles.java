package org.wicedsim.wicedc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The Java objects behind structs of C: a struct holds a number (`wiced_sim_handle_t`), never an
/// address, so that a stale or copied struct harms nobody. Numbers are never used twice.
final class Handles<T> {
  /// The number in a struct that was never initialised.
  static final int NONE = 0;

  private final Map<Integer, T> objects = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger(NONE);

  /// Gives an object a number, from 1.
  int add(T object) {
    int number = last.incrementAndGet();
    objects.put(number, object);
    return number;
  }

  /// The object with this number; null when there is none, or none any more.
  @Nullable T get(int number) {
    return objects.get(number);
  }

  /// Forgets the object with this number.
  ///
  /// @return the object; null when there was none
  @Nullable T remove(int number) {
    return objects.remove(number);
  }
}
