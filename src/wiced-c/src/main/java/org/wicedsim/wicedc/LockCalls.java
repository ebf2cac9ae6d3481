package org.wicedsim.wicedc;

import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.WicedMutex;
import org.wicedsim.wiced.WicedResult;
import org.wicedsim.wiced.WicedSemaphore;

/// Answers the calls about semaphores and mutexes. Slots begin with the object's number; `init`
/// gives one back there. An `init` of what is initialised already makes a new object, as on the
/// SDK.
final class LockCalls {
  private final Binding binding;
  private final FirmwareObjects<WicedSemaphore> semaphores;
  private final FirmwareObjects<WicedMutex> mutexes;

  LockCalls(Binding binding) {
    this.binding = binding;
    semaphores = new FirmwareObjects<>(binding, "semaphore", binding.semaphore());
    mutexes = new FirmwareObjects<>(binding, "mutex", binding.mutex());
  }

  WicedResult initSemaphore(Slots slots) {
    WicedSemaphore semaphore = binding.semaphore();
    slots.set(0, semaphores.add(semaphore));
    return semaphore.init();
  }

  WicedSemaphore semaphore(Slots slots) {
    return semaphores.get(slots.int32(0));
  }

  WicedResult deinitSemaphore(Slots slots) {
    return semaphores.remove(slots.int32(0)).deinit();
  }

  WicedResult initMutex(Slots slots) {
    WicedMutex mutex = binding.mutex();
    slots.set(0, mutexes.add(mutex));
    return mutex.init();
  }

  WicedMutex mutex(Slots slots) {
    return mutexes.get(slots.int32(0));
  }

  WicedResult deinitMutex(Slots slots) {
    return mutexes.remove(slots.int32(0)).deinit();
  }
}
