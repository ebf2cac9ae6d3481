package org.wicedsim.wicedc;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.Binding;

/// The objects of one kind that a firmware has initialised, by the numbers that C keeps. For any
/// other number there is one object that was never initialised: its calls fail, and harm nobody.
final class FirmwareObjects<T> {
  private final Handles<T> handles = new Handles<>();
  private final AtomicBoolean told = new AtomicBoolean();
  private final Binding binding;
  private final String kind;
  private final T uninitialised;

  /// @param kind what these are, for people
  FirmwareObjects(Binding binding, String kind, T uninitialised) {
    this.binding = binding;
    this.kind = kind;
    this.uninitialised = uninitialised;
  }

  /// Gives an object a number.
  int add(T object) {
    return handles.add(object);
  }

  /// The object with this number. The first use of one that there is not is told of.
  T get(int number) {
    return orUninitialised(handles.get(number));
  }

  /// Forgets the object with this number, and gives it for the last time.
  T remove(int number) {
    return orUninitialised(handles.remove(number));
  }

  private T orUninitialised(@Nullable T object) {
    if (object == null && told.compareAndSet(false, true)) {
      binding.diagnose(
          "not-initialised",
          "a %s is used that was never initialised, or not since it was given back"
              .formatted(kind));
    }
    return object == null ? uninitialised : object;
  }
}
