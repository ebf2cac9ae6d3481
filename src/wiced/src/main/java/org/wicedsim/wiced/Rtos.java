package org.wicedsim.wiced;

/// Threads, semaphores and delays (`wiced_rtos.h`, SPEC 3.7), with the semantics of ThreadX.
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

  /// A thread with a smaller stack than this has too little for the network, says the course.
  static final int NETWORKING_STACK_OCTETS = 6_200;

  private final Sdk sdk;
  private final WicedWorkerThread hardwareIo;
  private final WicedWorkerThread networking;

  Rtos(Sdk sdk) {
    this.sdk = sdk;
    hardwareIo =
        new WicedWorkerThread(
            sdk, "hardware i/o worker", HARDWARE_IO_WORKER_PRIORITY, HARDWARE_IO_QUEUE_SIZE);
    networking =
        new WicedWorkerThread(
            sdk, "networking worker", NETWORKING_WORKER_PRIORITY, NETWORKING_QUEUE_SIZE);
  }

  /// Starts a thread (`wiced_rtos_create_thread`). One of higher priority than the caller runs to
  /// its first blocking call before this returns, or for a second if it computes longer; beyond
  /// that, threads run side by side.
  ///
  /// @param priority 0, the highest, to 31
  /// @param stackOctets what the thread would need on the board; a hint here
  /// @throws IllegalArgumentException when the priority is out of range
  public WicedThread createThread(int priority, String name, int stackOctets, Runnable function) {
    if (priority < HIGHEST_PRIORITY || priority > LOWEST_PRIORITY) {
      sdk.returned(
          "wiced_rtos_create_thread",
          WicedResult.THREAD_CREATE_FAILED,
          priority,
          name,
          stackOctets);
      throw new IllegalArgumentException(
          "thread '%s': a priority is from %d to %d, not %d"
              .formatted(name, HIGHEST_PRIORITY, LOWEST_PRIORITY, priority));
    }
    if (stackOctets < NETWORKING_STACK_OCTETS) {
      sdk.diagnose(
          "small-stack",
          "thread '%s' has a stack of %d octets; with networking it needs %d"
              .formatted(name, stackOctets, NETWORKING_STACK_OCTETS));
    }
    sdk.returned("wiced_rtos_create_thread", WicedResult.SUCCESS, priority, name, stackOctets);
    return sdk.threads().start(name, priority, function);
  }

  /// Starts a worker thread (`wiced_rtos_create_worker_thread`).
  ///
  /// @param priority 0, the highest, to 31
  /// @param stackOctets what the thread would need on the board; a hint here
  /// @param eventQueueSize how many events may wait, 1 or more
  /// @throws IllegalArgumentException when the priority or the queue's size is out of range
  public WicedWorkerThread createWorkerThread(int priority, int stackOctets, int eventQueueSize) {
    String function = "wiced_rtos_create_worker_thread";
    if (priority < HIGHEST_PRIORITY || priority > LOWEST_PRIORITY || eventQueueSize < 1) {
      sdk.returned(function, WicedResult.ERROR, priority, stackOctets, eventQueueSize);
      throw new IllegalArgumentException(
          "worker thread: a priority is from %d to %d, not %d, and a queue has room for 1 event or more, not %d"
              .formatted(HIGHEST_PRIORITY, LOWEST_PRIORITY, priority, eventQueueSize));
    }
    WicedWorkerThread worker = new WicedWorkerThread(sdk, "worker", priority, eventQueueSize);
    worker.start();
    sdk.returned(function, WicedResult.SUCCESS, priority, stackOctets, eventQueueSize);
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

  /// A counting semaphore that starts at 0 (`wiced_rtos_init_semaphore`).
  public WicedSemaphore initSemaphore() {
    sdk.returned("wiced_rtos_init_semaphore", WicedResult.SUCCESS);
    return new WicedSemaphore(sdk);
  }

  /// Lets the calling thread sleep (`wiced_rtos_delay_milliseconds`), by the board's clock.
  ///
  /// @param milliseconds 0 returns at once
  public WicedResult delayMilliseconds(long milliseconds) {
    new Gate(sdk.clock()).await(() -> false, milliseconds);
    return sdk.returned("wiced_rtos_delay_milliseconds", WicedResult.SUCCESS, milliseconds);
  }
}
