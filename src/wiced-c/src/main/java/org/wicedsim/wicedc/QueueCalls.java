package org.wicedsim.wicedc;

import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.WicedQueue;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls about queues. Slots begin with the queue's number; `init` gives one back
/// there.
final class QueueCalls {
  private final Binding binding;
  private final FirmwareObjects<Queue> queues;

  QueueCalls(Binding binding) {
    this.binding = binding;
    queues = new FirmwareObjects<>(binding, "queue", new Queue(binding.queue(), 0));
  }

  /// A queue that knows how much of the firmware's memory a message takes.
  private record Queue(WicedQueue queue, int messageOctets) {}

  /// Slots: way back, name or NULL, size of a message, number of messages.
  WicedResult init(Slots slots) {
    String name = slots.get(1) == 0 ? null : NativeMemory.string(slots.get(1));
    WicedQueue queue = binding.queue();
    int messageOctets = slots.int32(2);
    WicedResult result = queue.init(name, messageOctets, slots.int32(3));
    slots.set(0, result.isSuccess() ? queues.add(new Queue(queue, messageOctets)) : Handles.NONE);
    return result;
  }

  /// Slots: number, message, time-out.
  WicedResult push(Slots slots) {
    Queue queue = queues.get(slots.int32(0));
    byte[] message = NativeMemory.octets(slots.get(1), queue.messageOctets());
    return queue.queue().push(message, slots.uint32(2));
  }

  /// Slots: number, memory for a message, time-out.
  WicedResult pop(Slots slots) {
    Queue queue = queues.get(slots.int32(0));
    byte[] message = new byte[queue.messageOctets()];
    WicedResult result = queue.queue().pop(message, slots.uint32(2));
    if (result.isSuccess()) {
      NativeMemory.put(slots.get(1), message, message.length);
    }
    return result;
  }

  WicedResult deinit(Slots slots) {
    return queues.remove(slots.int32(0)).queue().deinit();
  }

  WicedResult isEmpty(Slots slots) {
    return RtosCalls.yes(queues.get(slots.int32(0)).queue().isEmpty());
  }

  WicedResult isFull(Slots slots) {
    return RtosCalls.yes(queues.get(slots.int32(0)).queue().isFull());
  }

  /// Slots: number, which makes place for the count.
  WicedResult occupancy(Slots slots) {
    slots.set(0, queues.get(slots.int32(0)).queue().occupancy());
    return WicedResult.SUCCESS;
  }
}
