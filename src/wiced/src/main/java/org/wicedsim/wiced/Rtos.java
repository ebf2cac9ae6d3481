package org.wicedsim.wiced;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Clock;

/// Threads, what they wait for, and timers (`wiced_rtos.h`, SPEC 3.7), with the semantics of
/// ThreadX.
public final class Rtos {
  /// Waits without a limit (`WICED_NEVER_TIMEOUT`).
  public static final long NEVER_TIMEOUT = 0xFFFF_FFFFL;

  /// Does not wait (`WICED_NO_WAIT`).
  public static final long NO_WAIT = 0;

  /// The highest priority of a thread.
  public static final int HIGHEST_PRIORITY = 0;

  /// The priority of the thread that runs `application_start` (`WICED_APPLICATION_PRIORITY`).
  public static final int APPLICATION_PRIORITY = 7;

  /// The priority of the built-in worker for slow devices (`WICED_DEFAULT_WORKER_PRIORITY`).
  public static final int HARDWARE_IO_WORKER_PRIORITY = 5;

  /// The priority of the built-in worker that runs the network's callbacks
  /// (`WICED_NETWORK_WORKER_PRIORITY`).
  public static final int NETWORKING_WORKER_PRIORITY = 3;

  /// How many events may wait for the built-in worker for slow devices.
  static final int HARDWARE_IO_QUEUE_SIZE = 10;

  /// How many events may wait for the built-in networking worker.
  static final int NETWORKING_QUEUE_SIZE = 15;

  /// The lowest priority of a thread.
  public static final int LOWEST_PRIORITY = 31;

  private final Sdk sdk;
  private final WicedWorkerThread hardwareIo;
  private final WicedWorkerThread networking;
  private final HandlerContext timers;

  Rtos(Sdk sdk) {
    this.sdk = sdk;
    hardwareIo =
        new WicedWorkerThread(
            sdk, "hardware i/o worker", HARDWARE_IO_WORKER_PRIORITY, HARDWARE_IO_QUEUE_SIZE);
    networking =
        new WicedWorkerThread(
            sdk, "networking worker", NETWORKING_WORKER_PRIORITY, NETWORKING_QUEUE_SIZE);
    timers = new HandlerContext(sdk, Context.TIMER);
  }

  /// Where timers' functions run.
  HandlerContext timers() {
    return timers;
  }

  /// Starts a thread (`wiced_rtos_create_thread`). One of higher priority than the caller runs to
  /// its first blocking call before this returns, or for a second if it computes longer; beyond
  /// that, threads run side by side.
  ///
  /// @param priority 0, the highest, to 31
  /// @param name for people; null for none
  /// @param stackOctets what the thread would need on the board; a hint here
  /// @throws IllegalArgumentException when the priority is out of range
  public WicedThread createThread(
      int priority, @Nullable String name, int stackOctets, Runnable function) {
    WicedThread thread = newThread(priority, name, stackOctets, function);
    sdk.threads().start(thread);
    return thread;
  }

  /// As [#createThread], but the thread is yet to be started.
  WicedThread newThread(int priority, @Nullable String name, int stackOctets, Runnable function) {
    String shown = name == null ? "" : name;
    String call = "wiced_rtos_create_thread";
    if (!isPriority(priority)) {
      sdk.returned(call, WicedResult.THREAD_CREATE_FAILED, priority, shown, stackOctets);
      throw new IllegalArgumentException(
          "thread '%s': a priority is from %d to %d, not %d"
              .formatted(shown, HIGHEST_PRIORITY, LOWEST_PRIORITY, priority));
    }
    WicedThread thread = sdk.threads().create(shown, priority, function);
    noteStack(thread, stackOctets);
    sdk.returned(call, WicedResult.SUCCESS, priority, shown, stackOctets);
    return thread;
  }

  /// Starts a worker thread (`wiced_rtos_create_worker_thread`).
  ///
  /// @param priority 0, the highest, to 31
  /// @param stackOctets what the thread would need on the board; a hint here
  /// @param eventQueueSize how many events may wait, 1 or more
  /// @throws IllegalArgumentException when the priority or the queue's size is out of range
  public WicedWorkerThread createWorkerThread(int priority, int stackOctets, int eventQueueSize) {
    WicedWorkerThread worker = newWorkerThread(priority, stackOctets, eventQueueSize);
    worker.start();
    return worker;
  }

  /// As [#createWorkerThread], but the thread is yet to be started.
  WicedWorkerThread newWorkerThread(int priority, int stackOctets, int eventQueueSize) {
    String call = "wiced_rtos_create_worker_thread";
    if (!isPriority(priority) || eventQueueSize < 1) {
      sdk.returned(call, WicedResult.ERROR, priority, stackOctets, eventQueueSize);
      throw new IllegalArgumentException(
          ("worker thread: a priority is from %d to %d, not %d,"
                  + " and a queue has room for 1 event or more, not %d")
              .formatted(HIGHEST_PRIORITY, LOWEST_PRIORITY, priority, eventQueueSize));
    }
    WicedWorkerThread worker =
        new WicedWorkerThread(sdk, "worker thread", priority, eventQueueSize);
    noteStack(worker.thread(), stackOctets);
    sdk.returned(call, WicedResult.SUCCESS, priority, stackOctets, eventQueueSize);
    return worker;
  }

  /// The board's built-in worker for slow devices (`WICED_HARDWARE_IO_WORKER_THREAD`): priority 5,
  /// room for 10 events. It starts with its first event.
  public WicedWorkerThread hardwareIoWorker() {
    return hardwareIo;
  }

  /// The board's built-in worker that runs the network's callbacks
  /// (`WICED_NETWORKING_WORKER_THREAD`): priority 3, a stack of 6 KiB, room for 15 events. It
  /// starts with its first event.
  public WicedWorkerThread networkingWorker() {
    return networking;
  }

  /// Has an event sent to a worker at the end of each period, from now on
  /// (`wiced_rtos_register_timed_event`). Where the worker's queue is full, it is left out.
  ///
  /// @param periodMs 1 or more
  /// @throws IllegalArgumentException when the period is out of range
  public WicedTimedEvent registerTimedEvent(
      WicedWorkerThread worker, Runnable event, long periodMs) {
    WicedTimedEvent timed = new WicedTimedEvent(sdk, timers);
    if (!timed.register(worker, event, periodMs).isSuccess()) {
      throw noPeriod("timed event", periodMs);
    }
    return timed;
  }

  /// A counting semaphore that starts at 0 (`wiced_rtos_init_semaphore`).
  public WicedSemaphore initSemaphore() {
    WicedSemaphore semaphore = new WicedSemaphore(sdk);
    semaphore.init();
    return semaphore;
  }

  /// A mutex that nobody owns (`wiced_rtos_init_mutex`).
  public WicedMutex initMutex() {
    WicedMutex mutex = new WicedMutex(sdk);
    mutex.init();
    return mutex;
  }

  /// An empty queue (`wiced_rtos_init_queue`).
  ///
  /// @param name for people; null for none
  /// @param messageOctets the size of every message: a multiple of 4, from 4 to 64
  /// @param numberOfMessages how many may wait, 1 or more
  /// @throws IllegalArgumentException when a size is out of range
  public WicedQueue initQueue(@Nullable String name, int messageOctets, int numberOfMessages) {
    WicedQueue queue = new WicedQueue(sdk);
    if (!queue.init(name, messageOctets, numberOfMessages).isSuccess()) {
      throw new IllegalArgumentException(
          ("queue '%s': a message has 4 to %d octets in steps of %d, not %d,"
                  + " and there is room for 1 or more, not %d")
              .formatted(
                  name,
                  WicedQueue.MAX_MESSAGE_OCTETS,
                  WicedQueue.WORD_OCTETS,
                  messageOctets,
                  numberOfMessages));
    }
    return queue;
  }

  /// A timer that does not run yet (`wiced_rtos_init_timer`).
  ///
  /// @param periodMs 1 or more
  /// @param function is called in timer context, and must not wait
  /// @throws IllegalArgumentException when the period is out of range
  public WicedTimer initTimer(long periodMs, Runnable function) {
    WicedTimer timer = new WicedTimer(sdk, timers);
    if (!timer.init(periodMs, function).isSuccess()) {
      throw noPeriod("timer", periodMs);
    }
    return timer;
  }

  /// 32 flags, none of them set (`wiced_rtos_init_event_flags`).
  public WicedEventFlags initEventFlags() {
    WicedEventFlags flags = new WicedEventFlags(sdk);
    flags.init();
    return flags;
  }

  /// Lets the calling thread sleep (`wiced_rtos_delay_milliseconds`), by the board's clock.
  ///
  /// @param milliseconds 0 returns at once
  /// @return SUCCESS, or SLEEP_ERROR when [WicedThread#forceAwake()] ended the delay
  public WicedResult delayMilliseconds(long milliseconds) {
    Gate.Outcome outcome = new Gate(sdk.clock()).outcomeOf(() -> false, milliseconds);
    return sdk.returned(
        "wiced_rtos_delay_milliseconds",
        outcome == Gate.Outcome.ABORTED ? WicedResult.SLEEP_ERROR : WicedResult.SUCCESS,
        milliseconds);
  }

  /// Keeps the calling thread busy (`wiced_rtos_delay_microseconds`), by the board's clock. It is
  /// no wait: nothing wakes the thread from it, and interrupt handlers may call it.
  public WicedResult delayMicroseconds(long microseconds) {
    CountDownLatch over = new CountDownLatch(microseconds > 0 ? 1 : 0);
    Clock.Timer timer =
        sdk.clock().schedule(Duration.of(microseconds, ChronoUnit.MICROS), over::countDown);
    try {
      over.await();
    } catch (InterruptedException _) {
      throw PowerOff.ofThisThread();
    } finally {
      timer.cancel();
    }
    return sdk.returned("wiced_rtos_delay_microseconds", WicedResult.SUCCESS, microseconds);
  }

  /// Lets other threads run (`wiced_rtos_thread_yield`), as every call of the SDK does here.
  public WicedResult yieldThread() {
    return sdk.returned("wiced_rtos_thread_yield", WicedResult.SUCCESS);
  }

  private static void noteStack(WicedThread thread, int stackOctets) {
    if (stackOctets < WicedThread.NETWORKING_STACK_OCTETS) {
      thread.hasSmallStack(stackOctets, CallSite.here());
    }
  }

  private static boolean isPriority(int priority) {
    return priority >= HIGHEST_PRIORITY && priority <= LOWEST_PRIORITY;
  }

  private static IllegalArgumentException noPeriod(String what, long periodMs) {
    return new IllegalArgumentException(
        "%s: a period is 1 ms or more, not %d".formatted(what, periodMs));
  }
}
