package org.wicedsim.wiced;

/// A counting semaphore without a maximum (`wiced_semaphore_t`).
public final class WicedSemaphore {
  private final Sdk sdk;
  private final Gate gate;
  private long count;
  private boolean deinitialised;

  WicedSemaphore(Sdk sdk) {
    this.sdk = sdk;
    gate = new Gate(sdk.clock());
  }

  /// Adds one (`wiced_rtos_set_semaphore`). Interrupt handlers may call it.
  ///
  /// @return SUCCESS, or SEMAPHORE_ERROR after [#deinit()]
  public WicedResult set() {
    gate.change(() -> count++);
    return sdk.returned("wiced_rtos_set_semaphore", alive(WicedResult.SUCCESS));
  }

  /// Takes one, and waits for it if there is none (`wiced_rtos_get_semaphore`).
  ///
  /// @param timeoutMs [Rtos#NO_WAIT] to [Rtos#NEVER_TIMEOUT]
  /// @return SUCCESS, TIMEOUT, or SEMAPHORE_ERROR after [#deinit()]
  public WicedResult get(long timeoutMs) {
    boolean taken = gate.await(this::take, timeoutMs);
    WicedResult result = taken ? WicedResult.SUCCESS : WicedResult.TIMEOUT;
    return sdk.returned("wiced_rtos_get_semaphore", alive(result), timeoutMs);
  }

  /// Ends the semaphore, and wakes whoever waits for it (`wiced_rtos_deinit_semaphore`).
  public WicedResult deinit() {
    gate.change(() -> deinitialised = true);
    return sdk.returned("wiced_rtos_deinit_semaphore", WicedResult.SUCCESS);
  }

  private boolean take() {
    if (deinitialised) {
      return true;
    }
    if (count == 0) {
      return false;
    }
    count--;
    return true;
  }

  private WicedResult alive(WicedResult result) {
    return deinitialised ? WicedResult.SEMAPHORE_ERROR : result;
  }
}
