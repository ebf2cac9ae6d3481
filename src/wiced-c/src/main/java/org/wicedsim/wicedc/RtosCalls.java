package org.wicedsim.wicedc;

import org.wicedsim.wiced.Binding;
import org.wicedsim.wiced.Rtos;
import org.wicedsim.wiced.Time;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls about threads, what they wait for, and timers.
///
/// C keeps the number of an object where the firmware has the object itself. Number 0, and one
/// whose object is gone, is an object that was never initialised: its calls fail as on the SDK, and
/// harm nobody.
final class RtosCalls {
  private final Rtos rtos;
  private final Time time;
  private final Binding binding;
  private final ThreadCalls threads;
  private final LockCalls locks;
  private final QueueCalls queues;
  private final EventFlagCalls flags;
  private final TimerCalls timers;

  RtosCalls(Session session) {
    rtos = session.wiced().rtos();
    time = session.wiced().time();
    binding = session.binding();
    threads = new ThreadCalls(session);
    locks = new LockCalls(binding);
    queues = new QueueCalls(binding);
    flags = new EventFlagCalls(binding);
    timers = new TimerCalls(session);
  }

  /// The result of a call, as C gets it.
  long answer(RtosCall call, Slots slots) {
    WicedResult result =
        switch (call) {
          case WICED_RTOS_CREATE_THREAD -> threads.create(slots);
          case SIM_THREAD_START -> threads.start(slots);
          case WICED_RTOS_DELETE_THREAD -> threads.delete(slots);
          case WICED_RTOS_THREAD_JOIN -> threads.join(slots);
          case WICED_RTOS_THREAD_FORCE_AWAKE -> threads.forceAwake(slots);
          case WICED_RTOS_IS_CURRENT_THREAD -> threads.isCurrent(slots);
          case WICED_RTOS_THREAD_YIELD -> rtos.yieldThread();
          case WICED_RTOS_DELAY_MILLISECONDS -> rtos.delayMilliseconds(slots.uint32(0));
          case WICED_RTOS_DELAY_MICROSECONDS -> rtos.delayMicroseconds(slots.uint32(0));
          case WICED_RTOS_INIT_SEMAPHORE -> locks.initSemaphore(slots);
          case WICED_RTOS_SET_SEMAPHORE -> locks.semaphore(slots).set();
          case WICED_RTOS_GET_SEMAPHORE -> locks.semaphore(slots).get(slots.uint32(1));
          case WICED_RTOS_DEINIT_SEMAPHORE -> locks.deinitSemaphore(slots);
          case WICED_RTOS_INIT_MUTEX -> locks.initMutex(slots);
          case WICED_RTOS_LOCK_MUTEX -> locks.mutex(slots).lock();
          case WICED_RTOS_UNLOCK_MUTEX -> locks.mutex(slots).unlock();
          case WICED_RTOS_DEINIT_MUTEX -> locks.deinitMutex(slots);
          case WICED_RTOS_INIT_QUEUE -> queues.init(slots);
          case WICED_RTOS_PUSH_TO_QUEUE -> queues.push(slots);
          case WICED_RTOS_POP_FROM_QUEUE -> queues.pop(slots);
          case WICED_RTOS_DEINIT_QUEUE -> queues.deinit(slots);
          case WICED_RTOS_IS_QUEUE_EMPTY -> queues.isEmpty(slots);
          case WICED_RTOS_IS_QUEUE_FULL -> queues.isFull(slots);
          case WICED_RTOS_GET_QUEUE_OCCUPANCY -> queues.occupancy(slots);
          case WICED_RTOS_INIT_TIMER -> timers.init(slots);
          case WICED_RTOS_START_TIMER -> timers.timer(slots).start();
          case WICED_RTOS_STOP_TIMER -> timers.timer(slots).stop();
          case WICED_RTOS_DEINIT_TIMER -> timers.deinit(slots);
          case WICED_RTOS_IS_TIMER_RUNNING -> yes(timers.timer(slots).isRunning());
          case WICED_RTOS_INIT_EVENT_FLAGS -> flags.init(slots);
          case WICED_RTOS_DEINIT_EVENT_FLAGS -> flags.deinit(slots);
          case WICED_RTOS_SET_EVENT_FLAGS -> flags.group(slots).set(slots.int32(1));
          case WICED_RTOS_WAIT_FOR_EVENT_FLAGS -> flags.await(slots);
          case WICED_RTOS_CREATE_WORKER_THREAD -> timers.createWorker(slots);
          case WICED_RTOS_DELETE_WORKER_THREAD -> timers.deleteWorker(slots);
          case WICED_RTOS_SEND_ASYNCHRONOUS_EVENT -> timers.send(slots);
          case WICED_RTOS_REGISTER_TIMED_EVENT -> timers.register(slots);
          case WICED_RTOS_DEREGISTER_TIMED_EVENT -> timers.deregister(slots);
          case WICED_TIME_GET_TIME -> time(slots);
          case WICED_TIME_SET_TIME -> time.set(slots.uint32(0));
        };
    return result.code();
  }

  /// How the SDK's `is_...` functions answer.
  static WicedResult yes(boolean answer) {
    return answer ? WicedResult.SUCCESS : WicedResult.ERROR;
  }

  /// Slots: the way back of the time.
  private WicedResult time(Slots slots) {
    slots.set(0, time.get());
    return WicedResult.SUCCESS;
  }
}
