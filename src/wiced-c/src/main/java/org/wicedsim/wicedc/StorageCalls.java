package org.wicedsim.wicedc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.wicedsim.hal.DctSection;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.DctAccess;
import org.wicedsim.wiced.DctLock;
import org.wicedsim.wiced.ResourceAccess;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls about the DCT and the resources (SPEC 2.3, 2.4).
///
/// C makes and frees what it locks; here is known what is locked. The octets of resources are C's
/// own: here is known only how they are called.
final class StorageCalls {
  private static final String DIAGNOSTIC = "dct";

  private final DctAccess dct;
  private final ResourceAccess resources;
  private final Binding binding;
  private final List<String> paths;
  private final Map<Long, DctLock> locks = new ConcurrentHashMap<>();

  /// @param paths of the firmware's resources, in the order of its table `sim_resources`
  StorageCalls(Session session, List<String> paths) {
    dct = session.wiced().dct();
    resources = session.wiced().resources();
    binding = session.binding();
    this.paths = List.copyOf(paths);
  }

  /// The result of a call, as C gets it.
  long answer(StorageCall call, Slots slots) {
    return switch (call) {
      case WICED_DCT_READ_LOCK -> lock(slots);
      case WICED_DCT_READ_UNLOCK -> unlock(slots);
      case WICED_DCT_WRITE -> write(slots);
      case RESOURCE_READ, RESOURCE_GET_READONLY_BUFFER -> read(call, slots);
      case RESOURCE_FREE_READONLY_BUFFER -> free(slots);
    };
  }

  /// Slots: memory for the copy or NULL, whether the firmware may write there, section, offset,
  /// size.
  private int lock(Slots slots) {
    StorageCall call = StorageCall.WICED_DCT_READ_LOCK;
    Optional<DctSection> section = section(call, slots.int32(2));
    long copy = slots.get(0);
    if (section.isEmpty() || copy == 0) {
      return returned(call, WicedResult.ERROR, slots.int32(2), slots.uint32(3), slots.uint32(4));
    }
    DctLock lock = dct.readLock(section.get(), slots.bool(1), octets(slots, 3), octets(slots, 4));
    if (lock.result().isSuccess()) {
      NativeMemory.put(copy, lock.buffer(), lock.buffer().length);
      locks.put(copy, lock);
    }
    return lock.result().code();
  }

  /// Slots: the copy, which makes place for whether C shall free it, and whether the firmware could
  /// write there.
  private int unlock(Slots slots) {
    StorageCall call = StorageCall.WICED_DCT_READ_UNLOCK;
    long copy = slots.get(0);
    DctLock lock = locks.remove(copy);
    slots.set(0, lock == null ? 0 : 1);
    if (lock == null) {
      binding.diagnose(
          DIAGNOSTIC, "%s: nothing is locked at 0x%x".formatted(call.function(), copy));
      return returned(call, WicedResult.SUCCESS);
    }
    return dct.readUnlock(lock, slots.bool(1)).code();
  }

  /// Slots: octets, section, offset, size.
  private int write(Slots slots) {
    StorageCall call = StorageCall.WICED_DCT_WRITE;
    Optional<DctSection> section = section(call, slots.int32(1));
    if (section.isEmpty()) {
      return returned(call, WicedResult.ERROR, slots.int32(1), slots.uint32(2), slots.uint32(3));
    }
    int size = octets(slots, 3);
    return dct.write(
            () -> NativeMemory.octets(slots.get(0), size), section.get(), octets(slots, 2), size)
        .code();
  }

  /// Slots: the resource's place in the table or -1, its size, offset, maximum size. How many
  /// octets there are to read comes back in the first one.
  private int read(StorageCall call, Slots slots) {
    long size = slots.get(1);
    long offset = slots.uint32(2);
    long maxSize = slots.uint32(3);
    WicedResult result =
        resources.read(call.function(), path(slots.int32(0)), size, offset, maxSize);
    slots.set(0, result.isSuccess() ? Math.min(maxSize, size - offset) : 0);
    return result.code();
  }

  /// Slots: the resource's place in the table or -1. Nothing was copied, nothing is freed.
  private int free(Slots slots) {
    return returned(
        StorageCall.RESOURCE_FREE_READONLY_BUFFER, WicedResult.SUCCESS, path(slots.int32(0)));
  }

  private String path(int place) {
    return place >= 0 && place < paths.size()
        ? paths.get(place)
        : "a resource of the application's own making";
  }

  private Optional<DctSection> section(StorageCall call, int number) {
    Optional<DctSection> section = DctSection.ofCode(number);
    if (section.isEmpty()) {
      binding.diagnose(DIAGNOSTIC, "%s: there is no section %d".formatted(call.function(), number));
    }
    return section;
  }

  private int returned(StorageCall call, WicedResult result, Object... arguments) {
    return binding.returned(call.function(), result, arguments).code();
  }

  /// A `uint32_t` that counts octets; what is larger than any section stays so.
  private static int octets(Slots slots, int slot) {
    return (int) Math.min(slots.uint32(slot), Integer.MAX_VALUE);
  }
}
