package org.wicedsim.wicedc;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.wicedsim.wiced.PowerOff;

/// Functions of a firmware that the test plays, by made-up addresses.
final class PlayedFunctions implements NativeCode {
  private final Map<Long, LongConsumer> functions = new ConcurrentHashMap<>();
  private final List<Run> runs = new CopyOnWriteArrayList<>();
  private final AtomicLong lastAddress = new AtomicLong();

  /// A function that was called on the stack of a thread, or on 0.
  record Run(long stack, long function, long first) {}

  /// The address of a function that does this with its argument.
  long function(LongConsumer body) {
    long address = lastAddress.addAndGet(0x10);
    functions.put(address, body);
    return address;
  }

  List<Run> runs() {
    return runs;
  }

  @Override
  public long call(long function, long first, long second) {
    return callOn(0, function, first);
  }

  /// A thread that is deleted in a call does not return to C, but to here.
  @Override
  public long callOn(long stack, long function, long first) {
    runs.add(new Run(stack, function, first));
    try {
      functions.getOrDefault(function, _ -> {}).accept(first);
    } catch (PowerOff _) {
      // As C does it.
    }
    return 0;
  }
}
