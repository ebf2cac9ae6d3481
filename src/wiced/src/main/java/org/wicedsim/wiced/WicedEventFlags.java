package org.wicedsim.wiced;

import org.jspecify.annotations.Nullable;

/// A group of 32 flags that threads wait for (`wiced_event_flags_t`). A flag that is set wakes all
/// that wait for it.
public final class WicedEventFlags {
  /// Which of the flags must be set (`wiced_event_flags_wait_option_t`).
  public enum WaitOption {
    WAIT_FOR_ANY_EVENT,
    WAIT_FOR_ALL_EVENTS
  }

  /// How a wait ended.
  ///
  /// @param flags all flags that were set when the wait ended, before any was cleared; 0 without
  ///   SUCCESS
  public record Flags(WicedResult result, int flags) {}

  private final Sdk sdk;
  private final WaitQueue waiting;
  private int current;
  private int clearedBySet;
  private boolean setting;
  private boolean alive;

  /// Flags that were never initialised: all their calls but [#init()] fail, and do no harm.
  WicedEventFlags(Sdk sdk) {
    this.sdk = sdk;
    waiting = WaitQueue.inOrder(sdk.clock());
  }

  /// Starts the group with no flag set (`wiced_rtos_init_event_flags`).
  ///
  /// @return SUCCESS, or ERROR when it is initialised already
  public WicedResult init() {
    WicedResult result =
        waiting.change(() -> {
          if (alive) {
            return WicedResult.ERROR;
          }
          alive = true;
          current = 0;
          return WicedResult.SUCCESS;
        });
    return sdk.returned("wiced_rtos_init_event_flags", result);
  }

  /// Sets flags, beside those that are set already (`wiced_rtos_set_event_flags`). Interrupt
  /// handlers may call it.
  ///
  /// @return SUCCESS, or ERROR after [#deinit()]
  public WicedResult set(int flags) {
    WicedResult result =
        waiting.change(
            () -> {
              if (!alive) {
                return WicedResult.ERROR;
              }
              current |= flags;
              setting = true;
              return WicedResult.SUCCESS;
            },
            this::clearBehindSet);
    return sdk.returned("wiced_rtos_set_event_flags", result, hex(flags));
  }

  /// Waits for flags (`wiced_rtos_wait_for_event_flags`).
  ///
  /// @param flags at least one
  /// @param clear whether to clear `flags` when the wait succeeds
  /// @param timeoutMs [Rtos#NO_WAIT] to [Rtos#NEVER_TIMEOUT]
  /// @return SUCCESS; ERROR (not TIMEOUT) when they were not set in time, the wait was aborted, or
  ///   after [#deinit()]
  public Flags await(int flags, boolean clear, WaitOption option, long timeoutMs) {
    int[] seen = new int[1];
    WicedResult result =
        waiting.await(
            () -> take(flags, clear, option, seen),
            timeoutMs,
            WicedResult.ERROR,
            WicedResult.ERROR);
    sdk.returned("wiced_rtos_wait_for_event_flags", result, hex(flags), clear, option, timeoutMs);
    return new Flags(result, seen[0]);
  }

  /// Ends the group (`wiced_rtos_deinit_event_flags`). Whoever waits for it gets ERROR.
  ///
  /// @return SUCCESS, or ERROR when it was ended already
  public WicedResult deinit() {
    WicedResult result =
        waiting.change(() -> {
          boolean wasAlive = alive;
          alive = false;
          current = 0;
          return wasAlive ? WicedResult.SUCCESS : WicedResult.ERROR;
        });
    return sdk.returned("wiced_rtos_deinit_event_flags", result);
  }

  private @Nullable WicedResult take(int flags, boolean clear, WaitOption option, int[] seen) {
    if (!alive) {
      return WicedResult.ERROR;
    }
    int satisfied = current & flags;
    boolean enough =
        switch (option) {
          case WAIT_FOR_ANY_EVENT -> satisfied != 0;
          case WAIT_FOR_ALL_EVENTS -> satisfied != 0 && satisfied == flags;
        };
    if (!enough) {
      return null;
    }
    seen[0] = current;
    if (clear && setting) {
      clearedBySet |= flags;
    } else if (clear) {
      current &= ~flags;
    }
    return WicedResult.SUCCESS;
  }

  /// One set serves all that wait for a flag, before one of them clears it for the others.
  private void clearBehindSet() {
    current &= ~clearedBySet;
    clearedBySet = 0;
    setting = false;
  }

  private static String hex(int flags) {
    return "0x%08X".formatted(flags);
  }
}
