package org.wicedsim.wiced;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Clock;

/// A timer that calls a function again and again (`wiced_timer_t`), by the board's clock and in the
/// board's one timer context: the function must not wait.
public final class WicedTimer {
  private final Sdk sdk;
  private final HandlerContext context;
  private boolean alive;
  private Duration period = Duration.ZERO;
  private Runnable function = () -> {};
  private Clock.@Nullable Timer next;
  private long nextDue;
  // What was scheduled for an earlier run is void.
  private long run;

  /// A timer that was never initialised: all its calls but [#init(long, Runnable)] fail, and do no
  /// harm.
  WicedTimer(Sdk sdk, HandlerContext context) {
    this.sdk = sdk;
    this.context = context;
  }

  /// Sets the timer up (`wiced_rtos_init_timer`); it does not run yet.
  ///
  /// @return SUCCESS, or ERROR when the period is 0 or the timer is initialised already
  public WicedResult init(long periodMs, Runnable function) {
    return sdk.returned("wiced_rtos_init_timer", setUp(periodMs, function), periodMs);
  }

  /// Lets the timer run (`wiced_rtos_start_timer`): the first call comes after a whole period.
  ///
  /// @return SUCCESS; ERROR when it runs already, or after [#deinit()]
  public WicedResult start() {
    return sdk.returned("wiced_rtos_start_timer", begin());
  }

  /// Stops the timer (`wiced_rtos_stop_timer`); a call that is due but did not begin is dropped.
  ///
  /// @return SUCCESS, or ERROR after [#deinit()]
  public WicedResult stop() {
    return sdk.returned("wiced_rtos_stop_timer", end());
  }

  /// Whether it was started, and not stopped since (`wiced_rtos_is_timer_running`).
  public boolean isRunning() {
    boolean running = runs();
    sdk.returned("wiced_rtos_is_timer_running", running ? WicedResult.SUCCESS : WicedResult.ERROR);
    return running;
  }

  /// Stops the timer for good (`wiced_rtos_deinit_timer`).
  ///
  /// @return SUCCESS, or ERROR when it was ended already
  public WicedResult deinit() {
    return sdk.returned("wiced_rtos_deinit_timer", tearDown());
  }

  synchronized WicedResult setUp(long periodMs, Runnable function) {
    if (alive || periodMs <= 0) {
      return WicedResult.ERROR;
    }
    alive = true;
    period = Duration.ofMillis(periodMs);
    this.function = function;
    return WicedResult.SUCCESS;
  }

  synchronized WicedResult begin() {
    if (!alive || next != null) {
      return WicedResult.ERROR;
    }
    context.start();
    nextDue = sdk.clock().nanos();
    scheduleNext();
    return WicedResult.SUCCESS;
  }

  synchronized WicedResult end() {
    run++;
    if (next != null) {
      next.cancel();
      next = null;
    }
    return alive ? WicedResult.SUCCESS : WicedResult.ERROR;
  }

  synchronized WicedResult tearDown() {
    WicedResult result = end();
    alive = false;
    return result;
  }

  synchronized boolean runs() {
    return next != null;
  }

  private void scheduleNext() {
    long scheduled = run;
    nextDue += period.toNanos();
    Duration delay = Duration.ofNanos(Math.max(0, nextDue - sdk.clock().nanos()));
    next = sdk.clock().schedule(delay, () -> fallsDue(scheduled));
  }

  /// On the board's clock, which nothing may hold up.
  private synchronized void fallsDue(long scheduled) {
    if (scheduled == run && !sdk.threads().isStopped()) {
      context.raise(() -> call(scheduled));
      scheduleNext();
    }
  }

  private void call(long scheduled) {
    Runnable due;
    synchronized (this) {
      due = scheduled == run ? function : () -> {};
    }
    due.run();
  }
}
