package org.wicedsim.wiced;

/// An event that is sent to a worker thread again and again (`wiced_timed_event_t`).
public final class WicedTimedEvent {
  private final Sdk sdk;
  private final WicedTimer timer;

  /// An event that was never registered.
  WicedTimedEvent(Sdk sdk, HandlerContext timers) {
    this.sdk = sdk;
    timer = new WicedTimer(sdk, timers);
  }

  /// Has `event` sent to `worker` at the end of each period (`wiced_rtos_register_timed_event`).
  /// Where the worker's queue is full, it is left out.
  ///
  /// @return SUCCESS, or ERROR when the period is 0 or the event is registered already
  public WicedResult register(WicedWorkerThread worker, Runnable event, long periodMs) {
    WicedResult result = timer.setUp(periodMs, () -> worker.post(event));
    if (result.isSuccess()) {
      result = timer.begin();
    }
    return sdk.returned("wiced_rtos_register_timed_event", result, periodMs);
  }

  /// Stops sending the event (`wiced_rtos_deregister_timed_event`).
  ///
  /// @return SUCCESS, or ERROR when it is not registered any more
  public WicedResult deregister() {
    WicedResult result = timer.runs() ? timer.tearDown() : WicedResult.ERROR;
    return sdk.returned("wiced_rtos_deregister_timed_event", result);
  }
}
