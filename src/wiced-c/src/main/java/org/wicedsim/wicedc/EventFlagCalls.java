package org.wicedsim.wicedc;

import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.WicedEventFlags;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls about event flags. Slots begin with the group's number; `init` gives one back
/// there.
final class EventFlagCalls {
  private static final int WAIT_FOR_ANY_EVENT = 0;

  private final Binding binding;
  private final FirmwareObjects<WicedEventFlags> groups;

  EventFlagCalls(Binding binding) {
    this.binding = binding;
    groups = new FirmwareObjects<>(binding, "group of event flags", binding.eventFlags());
  }

  WicedResult init(Slots slots) {
    WicedEventFlags group = binding.eventFlags();
    slots.set(0, groups.add(group));
    return group.init();
  }

  WicedEventFlags group(Slots slots) {
    return groups.get(slots.int32(0));
  }

  WicedResult deinit(Slots slots) {
    return groups.remove(slots.int32(0)).deinit();
  }

  /// Slots: number, flags, whether to clear them, which of them, time-out. Those that were set come
  /// back in the first one.
  WicedResult await(Slots slots) {
    WicedEventFlags.WaitOption option =
        slots.int32(3) == WAIT_FOR_ANY_EVENT
            ? WicedEventFlags.WaitOption.WAIT_FOR_ANY_EVENT
            : WicedEventFlags.WaitOption.WAIT_FOR_ALL_EVENTS;
    WicedEventFlags.Flags flags =
        group(slots).await(slots.int32(1), slots.bool(2), option, slots.uint32(4));
    slots.set(0, Integer.toUnsignedLong(flags.flags()));
    return flags.result();
  }
}
