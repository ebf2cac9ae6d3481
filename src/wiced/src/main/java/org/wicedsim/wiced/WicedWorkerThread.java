package org.wicedsim.wiced;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A thread of the firmware that works off events, one after another in the order in which they
/// were sent (`wiced_worker_thread_t`).
public final class WicedWorkerThread {
  private final Sdk sdk;
  private final BlockingQueue<Runnable> events;
  private final WicedThread thread;
  private boolean started;
  private boolean deleted;

  /// @param eventQueueSize how many events may wait behind the one that is worked on
  WicedWorkerThread(Sdk sdk, String name, int priority, int eventQueueSize) {
    this.sdk = sdk;
    events = new ArrayBlockingQueue<>(eventQueueSize);
    thread = sdk.threads().create(name, priority, this::serve);
  }

  /// Has `event` run on this thread (`wiced_rtos_send_asynchronous_event`). Never waits; interrupt
  /// handlers may call it. An event that throws is told of, and the next one runs all the same.
  ///
  /// @return SUCCESS; QUEUE_ERROR when the queue is full or the worker was deleted: the event is
  ///   lost
  public WicedResult sendAsynchronousEvent(Runnable event) {
    return sdk.returned(
        "wiced_rtos_send_asynchronous_event",
        post(event) ? WicedResult.SUCCESS : WicedResult.QUEUE_ERROR);
  }

  /// Ends the thread; events that still wait are lost (`wiced_rtos_delete_worker_thread`). An event
  /// that ends its own worker does not return from here.
  ///
  /// @return SUCCESS, or ERROR when it was deleted already
  public WicedResult delete() {
    boolean first;
    boolean runs;
    synchronized (this) {
      first = !deleted;
      runs = started;
      deleted = true;
      events.clear();
    }
    if (first && runs) {
      sdk.threads().delete(thread);
    }
    return sdk.returned(
        "wiced_rtos_delete_worker_thread", first ? WicedResult.SUCCESS : WicedResult.ERROR);
  }

  /// The thread that works.
  WicedThread thread() {
    return thread;
  }

  /// Has `event` run on this thread, without an event of its own. Never waits, and may be called
  /// from any thread; on a board that was switched off nothing runs.
  ///
  /// @return whether there was room for it
  synchronized boolean post(Runnable event) {
    if (deleted || !events.offer(event)) {
      return false;
    }
    start();
    return true;
  }

  /// Starts the thread, if it was not started yet.
  synchronized void start() {
    if (!started) {
      started = sdk.threads().launch(thread);
    }
  }

  private void serve() {
    WicedThread.waitsForWork();
    try {
      while (true) {
        sdk.threads().guard(thread.name(), events.take());
      }
    } catch (InterruptedException _) {
      throw PowerOff.ofThisThread();
    }
  }
}
