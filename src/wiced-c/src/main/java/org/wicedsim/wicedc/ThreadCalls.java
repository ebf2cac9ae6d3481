package org.wicedsim.wicedc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.WicedResult;
import org.wicedsim.wiced.WicedThread;

/// Answers the calls about threads. C makes the stack of a thread and gives it back: as on the SDK
/// it stays until the thread is deleted, so that firmware can look at what was used of it.
final class ThreadCalls {
  /// What the calling thread does.
  private static final ThreadLocal<@Nullable Run> OWN_RUN = new ThreadLocal<>();

  private final Binding binding;
  private final NativeCode code;
  private final Handles<Created> threads = new Handles<>();

  ThreadCalls(Session session) {
    binding = session.binding();
    code = session.code();
  }

  private record Created(WicedThread thread, Run run) {}

  /// What a thread does, and on which stack.
  private final class Run implements Runnable {
    private final long stack;
    private final long function;
    private final long argument;
    private final long giveBack;
    // Set before the thread starts, and by the thread itself.
    private int number = Handles.NONE;
    private boolean deleted;

    /// @param giveBack the function of C that gives a stack back
    Run(long stack, long function, long argument, long giveBack) {
      this.stack = stack;
      this.function = function;
      this.argument = argument;
      this.giveBack = giveBack;
    }

    @Override
    public void run() {
      OWN_RUN.set(this);
      code.callOn(stack, function, argument);
      if (deleted) {
        code.call(giveBack, stack, 0);
      }
    }

    /// Called by the thread that deletes itself: nobody else can give its stack back.
    void deletesItself() {
      threads.remove(number);
      deleted = true;
    }
  }

  /// Slots: the stack or NULL, priority, name or NULL, stack size, function, argument, and the
  /// function that gives a stack back. The number comes back in the first one.
  WicedResult create(Slots slots) {
    long stack = slots.get(0);
    int priority = slots.int32(1);
    String name = slots.get(2) == 0 ? null : NativeMemory.string(slots.get(2));
    int stackOctets = (int) Math.min(slots.uint32(3), Integer.MAX_VALUE);
    if (stack == 0) {
      return binding.returned(
          RtosCall.WICED_RTOS_CREATE_THREAD.function(),
          WicedResult.OUT_OF_HEAP_SPACE,
          priority,
          name == null ? "" : name,
          stackOctets);
    }
    Run run = new Run(stack, slots.get(4), slots.get(5), slots.get(6));
    try {
      WicedThread thread = binding.newThread(priority, name, stackOctets, run);
      run.number = threads.add(new Created(thread, run));
    } catch (IllegalArgumentException _) {
      return WicedResult.THREAD_CREATE_FAILED;
    }
    slots.set(0, run.number);
    return WicedResult.SUCCESS;
  }

  /// Slots: number.
  WicedResult start(Slots slots) {
    Created created = threads.get(slots.int32(0));
    if (created != null) {
      binding.start(created.thread());
    }
    return WicedResult.SUCCESS;
  }

  /// Slots: number, and whether the calling thread is meant. The stack that C is to give back comes
  /// back in the first one, or NULL. A thread that deletes itself does not return from here.
  WicedResult delete(Slots slots) {
    Created created = threads.get(slots.int32(0));
    Optional<WicedThread> caller = binding.currentThread();
    slots.set(0, 0);
    if (slots.bool(1) || (created != null && caller.equals(Optional.of(created.thread())))) {
      return deleteCaller(caller);
    }
    if (created == null) {
      return fail(RtosCall.WICED_RTOS_DELETE_THREAD, WicedResult.THREAD_FINISH_FAIL);
    }
    threads.remove(created.run().number);
    WicedResult result = created.thread().delete();
    if (binding.hasEnded(created.thread())) {
      slots.set(0, created.run().stack);
    }
    return result;
  }

  private WicedResult deleteCaller(Optional<WicedThread> caller) {
    Run own = OWN_RUN.get();
    if (own != null) {
      own.deletesItself();
    }
    return caller
        .map(WicedThread::delete)
        .orElseGet(() -> fail(RtosCall.WICED_RTOS_DELETE_THREAD, WicedResult.THREAD_FINISH_FAIL));
  }

  /// Slots: number.
  WicedResult join(Slots slots) {
    Created created = threads.get(slots.int32(0));
    return created == null
        ? fail(RtosCall.WICED_RTOS_THREAD_JOIN, WicedResult.BADARG)
        : created.thread().join();
  }

  /// Slots: number.
  WicedResult forceAwake(Slots slots) {
    Created created = threads.get(slots.int32(0));
    return created == null
        ? fail(RtosCall.WICED_RTOS_THREAD_FORCE_AWAKE, WicedResult.ERROR)
        : created.thread().forceAwake();
  }

  /// Slots: number.
  WicedResult isCurrent(Slots slots) {
    Created created = threads.get(slots.int32(0));
    return created == null
        ? fail(RtosCall.WICED_RTOS_IS_CURRENT_THREAD, WicedResult.ERROR)
        : RtosCalls.yes(created.thread().isCurrent());
  }

  private WicedResult fail(RtosCall call, WicedResult result) {
    return binding.returned(call.function(), result);
  }
}
