package org.wicedsim.wicedc;

import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.WicedResult;
import org.wicedsim.wiced.WicedTimedEvent;
import org.wicedsim.wiced.WicedTimer;
import org.wicedsim.wiced.WicedWorkerThread;

/// Answers the calls about timers, worker threads and timed events. Slots begin with the object's
/// number; what makes an object gives one back there.
final class TimerCalls {
  private final Binding binding;
  private final NativeCode code;
  private final FirmwareObjects<WicedTimer> timers;
  private final FirmwareObjects<WicedTimedEvent> timedEvents;
  private final Handles<WicedWorkerThread> workers = new Handles<>();

  /// The built-in workers have the first numbers: C knows them as 1 and 2.
  TimerCalls(Session session) {
    binding = session.binding();
    code = session.code();
    timers = new FirmwareObjects<>(binding, "timer", binding.timer());
    timedEvents = new FirmwareObjects<>(binding, "timed event", binding.timedEvent());
    workers.add(session.wiced().rtos().hardwareIoWorker());
    workers.add(session.wiced().rtos().networkingWorker());
  }

  /// Slots: way back, period, function, argument.
  WicedResult init(Slots slots) {
    WicedTimer timer = binding.timer();
    WicedResult result = timer.init(slots.uint32(1), function(slots, 2));
    slots.set(0, result.isSuccess() ? timers.add(timer) : Handles.NONE);
    return result;
  }

  WicedTimer timer(Slots slots) {
    return timers.get(slots.int32(0));
  }

  WicedResult deinit(Slots slots) {
    return timers.remove(slots.int32(0)).deinit();
  }

  /// Slots: way back, priority, stack size, size of the queue. Events run on the stack that
  /// handlers have.
  WicedResult createWorker(Slots slots) {
    slots.set(0, Handles.NONE);
    try {
      WicedWorkerThread worker =
          binding.newWorkerThread(slots.int32(1), slots.int32(2), slots.int32(3));
      slots.set(0, workers.add(worker));
      binding.start(worker);
      return WicedResult.SUCCESS;
    } catch (IllegalArgumentException _) {
      return WicedResult.ERROR;
    }
  }

  /// Slots: number.
  WicedResult deleteWorker(Slots slots) {
    WicedWorkerThread worker = workers.remove(slots.int32(0));
    return worker == null
        ? fail(RtosCall.WICED_RTOS_DELETE_WORKER_THREAD, WicedResult.ERROR)
        : worker.delete();
  }

  /// Slots: number, function, argument.
  WicedResult send(Slots slots) {
    WicedWorkerThread worker = workers.get(slots.int32(0));
    return worker == null
        ? fail(RtosCall.WICED_RTOS_SEND_ASYNCHRONOUS_EVENT, WicedResult.QUEUE_ERROR)
        : worker.sendAsynchronousEvent(function(slots, 1));
  }

  /// Slots: way back, number of the worker, function, argument, period.
  WicedResult register(Slots slots) {
    WicedWorkerThread worker = workers.get(slots.int32(1));
    slots.set(0, Handles.NONE);
    if (worker == null) {
      return fail(RtosCall.WICED_RTOS_REGISTER_TIMED_EVENT, WicedResult.ERROR);
    }
    WicedTimedEvent event = binding.timedEvent();
    WicedResult result = event.register(worker, function(slots, 2), slots.uint32(4));
    if (result.isSuccess()) {
      slots.set(0, timedEvents.add(event));
    }
    return result;
  }

  /// Slots: number.
  WicedResult deregister(Slots slots) {
    return timedEvents.remove(slots.int32(0)).deregister();
  }

  /// A function of the firmware and its argument, in two slots.
  private Runnable function(Slots slots, int slot) {
    long function = slots.get(slot);
    long argument = slots.get(slot + 1);
    return () -> code.call(function, argument, 0);
  }

  private WicedResult fail(RtosCall call, WicedResult result) {
    return binding.returned(call.function(), result);
  }
}
