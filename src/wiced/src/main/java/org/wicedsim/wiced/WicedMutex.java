package org.wicedsim.wiced;

import org.jspecify.annotations.Nullable;

/// A mutex that its owner may lock again and again (`wiced_mutex_t`). It is handed to the thread of
/// the highest priority that waits; priorities do not decide who runs here, so its inheritance of
/// priorities cannot be seen. A thread that ends gives its mutexes back.
public final class WicedMutex {
  private final Sdk sdk;
  private final WaitQueue waiting;
  private @Nullable Thread owner;
  private int locks;
  private boolean alive;

  /// A mutex that was never initialised: all its calls but [#init()] fail, and do no harm.
  WicedMutex(Sdk sdk) {
    this.sdk = sdk;
    waiting = WaitQueue.byPriority(sdk.clock());
  }

  /// Starts the mutex, unlocked (`wiced_rtos_init_mutex`).
  ///
  /// @return SUCCESS, or ERROR when it is initialised already
  public WicedResult init() {
    WicedResult result =
        waiting.change(() -> {
          if (alive) {
            return WicedResult.ERROR;
          }
          alive = true;
          return WicedResult.SUCCESS;
        });
    return sdk.returned("wiced_rtos_init_mutex", result);
  }

  /// Locks it, and waits for it without a limit while another thread owns it
  /// (`wiced_rtos_lock_mutex`).
  ///
  /// @return SUCCESS; ERROR after [#deinit()], or by [WicedThread#forceAwake()]
  public WicedResult lock() {
    Thread caller = Thread.currentThread();
    WicedThread self = WicedThread.current();
    if (self != null) {
      // Before the wait: a thread that is deleted in it may have been given the mutex already.
      self.mayOwn(this);
    }
    WicedResult result =
        waiting.await(() -> take(caller), Rtos.NEVER_TIMEOUT, WicedResult.ERROR, WicedResult.ERROR);
    return sdk.returned("wiced_rtos_lock_mutex", result);
  }

  /// Takes back one [#lock()] (`wiced_rtos_unlock_mutex`).
  ///
  /// @return SUCCESS; ERROR when the calling thread does not own it, or after [#deinit()]
  public WicedResult unlock() {
    Thread caller = Thread.currentThread();
    WicedThread self = WicedThread.current();
    WicedResult result =
        waiting.change(() -> {
          if (!alive || owner != caller) {
            return WicedResult.ERROR;
          }
          locks--;
          if (locks == 0) {
            owner = null;
            if (self != null) {
              self.doesNotOwn(this);
            }
          }
          return WicedResult.SUCCESS;
        });
    return sdk.returned("wiced_rtos_unlock_mutex", result);
  }

  /// Ends the mutex, locked or not (`wiced_rtos_deinit_mutex`). Whoever waits for it gets ERROR.
  ///
  /// @return SUCCESS, or ERROR when it was ended already
  public WicedResult deinit() {
    WicedResult result =
        waiting.change(() -> {
          boolean wasAlive = alive;
          alive = false;
          owner = null;
          locks = 0;
          return wasAlive ? WicedResult.SUCCESS : WicedResult.ERROR;
        });
    return sdk.returned("wiced_rtos_deinit_mutex", result);
  }

  /// Takes it away from a thread that has ended, if that thread owns it.
  void ownerEnded(Thread thread) {
    waiting.change(() -> {
      boolean owned = owner == thread;
      if (owned) {
        owner = null;
        locks = 0;
      }
      return owned;
    });
  }

  private @Nullable WicedResult take(Thread caller) {
    if (!alive) {
      return WicedResult.ERROR;
    }
    if (owner != null && owner != caller) {
      return null;
    }
    owner = caller;
    locks++;
    return WicedResult.SUCCESS;
  }
}
