package org.wicedsim.wiced;

import org.jspecify.annotations.Nullable;

/// A counting semaphore without a maximum (`wiced_semaphore_t`). Threads that wait are served in
/// the order in which they came.
public final class WicedSemaphore {
  private final Sdk sdk;
  private final WaitQueue waiting;
  private long count;
  private boolean alive;

  /// A semaphore that was never initialised: all its calls but [#init()] fail, and do no harm.
  WicedSemaphore(Sdk sdk) {
    this.sdk = sdk;
    waiting = WaitQueue.inOrder(sdk.clock());
  }

  /// Starts the semaphore at 0 (`wiced_rtos_init_semaphore`).
  ///
  /// @return SUCCESS, or SEMAPHORE_ERROR when it is initialised already
  public WicedResult init() {
    WicedResult result =
        waiting.change(() -> {
          if (alive) {
            return WicedResult.SEMAPHORE_ERROR;
          }
          alive = true;
          count = 0;
          return WicedResult.SUCCESS;
        });
    return sdk.returned("wiced_rtos_init_semaphore", result);
  }

  /// Adds one (`wiced_rtos_set_semaphore`). Interrupt handlers may call it.
  ///
  /// @return SUCCESS, or SEMAPHORE_ERROR after [#deinit()]
  public WicedResult set() {
    WicedResult result =
        waiting.change(() -> {
          if (!alive) {
            return WicedResult.SEMAPHORE_ERROR;
          }
          count++;
          return WicedResult.SUCCESS;
        });
    return sdk.returned("wiced_rtos_set_semaphore", result);
  }

  /// Takes one, and waits for it if there is none (`wiced_rtos_get_semaphore`).
  ///
  /// @param timeoutMs [Rtos#NO_WAIT] to [Rtos#NEVER_TIMEOUT]
  /// @return SUCCESS, TIMEOUT, WAIT_ABORTED by [WicedThread#forceAwake()], or SEMAPHORE_ERROR after
  ///   [#deinit()]
  public WicedResult get(long timeoutMs) {
    WicedResult result =
        waiting.await(this::take, timeoutMs, WicedResult.TIMEOUT, WicedResult.WAIT_ABORTED);
    return sdk.returned("wiced_rtos_get_semaphore", result, timeoutMs);
  }

  /// Ends the semaphore (`wiced_rtos_deinit_semaphore`). Whoever waits for it gets SEMAPHORE_ERROR.
  ///
  /// @return SUCCESS, or SEMAPHORE_ERROR when it was ended already
  public WicedResult deinit() {
    WicedResult result =
        waiting.change(() -> {
          boolean wasAlive = alive;
          alive = false;
          return wasAlive ? WicedResult.SUCCESS : WicedResult.SEMAPHORE_ERROR;
        });
    return sdk.returned("wiced_rtos_deinit_semaphore", result);
  }

  private @Nullable WicedResult take() {
    if (!alive) {
      return WicedResult.SEMAPHORE_ERROR;
    }
    if (count == 0) {
      return null;
    }
    count--;
    return WicedResult.SUCCESS;
  }
}
