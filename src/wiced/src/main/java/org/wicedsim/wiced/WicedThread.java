package org.wicedsim.wiced;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A thread of the firmware (`wiced_thread_t`).
public final class WicedThread {
  /// A thread that computes for this long without a blocking call no longer holds up its creator: a
  /// busy loop must starve nobody.
  static final long MAX_HEAD_START_MS = 1_000;

  /// A thread with a smaller stack than this has too little for the network, says the course.
  static final int NETWORKING_STACK_OCTETS = 6_200;

  private static final ScopedValue<WicedThread> CURRENT = ScopedValue.newInstance();

  private final Sdk sdk;
  private final String name;
  private final int priority;
  private final CountDownLatch blockedOnce = new CountDownLatch(1);
  private final Gate endGate;
  private final Thread thread;
  private volatile boolean ended;
  private volatile boolean deleted;

  // Before the start the creator's, then this thread's own.
  private final Set<String> blockingCalls = new HashSet<>();
  private final Set<WicedMutex> mutexes = new HashSet<>();
  private Context context = Context.THREAD;
  private @Nullable String smallStack;

  // Set and cleared by this thread alone, with the gate locked.
  private volatile @Nullable Gate waitingAt;
  private volatile boolean waitAborted;

  WicedThread(Sdk sdk, String name, int priority, Runnable body) {
    this.sdk = sdk;
    this.name = name;
    this.priority = priority;
    endGate = new Gate(sdk.clock());
    thread =
        sdk.threads()
            .newThread(name, () -> ScopedValue.where(CURRENT, this).run(() -> runOnce(body)));
  }

  /// The thread's name; empty for one that was created without.
  public String name() {
    return name;
  }

  /// Whether the caller runs on this thread (`wiced_rtos_is_current_thread`).
  public boolean isCurrent() {
    boolean current = isThisThread();
    sdk.returned(
        "wiced_rtos_is_current_thread", current ? WicedResult.SUCCESS : WicedResult.ERROR, name);
    return current;
  }

  /// Waits until the thread has ended (`wiced_rtos_thread_join`).
  ///
  /// @return SUCCESS, or BADARG when it was deleted before
  public WicedResult join() {
    boolean gone = deleted;
    while (!gone && !endGate.await(() -> ended, Rtos.NEVER_TIMEOUT)) {
      // A wait that is aborted goes on, as the SDK's does.
    }
    return sdk.returned(
        "wiced_rtos_thread_join", gone ? WicedResult.BADARG : WicedResult.SUCCESS, name);
  }

  /// Ends the thread wherever it waits or calls the SDK next, and forgets it
  /// (`wiced_rtos_delete_thread`). What it owns stays as it is, but for its mutexes. A thread that
  /// deletes itself does not return from here.
  ///
  /// @return SUCCESS, or THREAD_FINISH_FAIL when it was deleted already
  public WicedResult delete() {
    WicedResult result = deleted ? WicedResult.THREAD_FINISH_FAIL : WicedResult.SUCCESS;
    if (!deleted) {
      sdk.threads().delete(this);
    }
    return sdk.returned("wiced_rtos_delete_thread", result, name);
  }

  /// Wakes the thread from a delay or from a wait without a result
  /// (`wiced_rtos_thread_force_awake`): the call that it waits in returns that call's code for an
  /// aborted wait.
  ///
  /// @return SUCCESS, or ERROR when it does not wait
  public WicedResult forceAwake() {
    Gate gate = waitingAt;
    boolean woken = gate != null && gate.abort(this);
    return sdk.returned(
        "wiced_rtos_thread_force_awake", woken ? WicedResult.SUCCESS : WicedResult.ERROR, name);
  }

  void start() {
    thread.start();
  }

  /// Lets a thread of higher priority than its creator run to its first blocking call, as if it had
  /// pre-empted the creator.
  void giveHeadStart() {
    if (priority < currentPriority()) {
      try {
        var _ = blockedOnce.await(MAX_HEAD_START_MS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException _) {
        throw PowerOff.ofThisThread();
      }
    }
  }

  /// Says in which context this thread plays, before it starts.
  void setContext(Context context) {
    this.context = context;
  }

  /// Remembers, before it starts, that the thread's stack is too small for the network.
  ///
  /// @param createdAt where in the firmware's source
  void hasSmallStack(int stackOctets, String createdAt) {
    smallStack =
        "thread '%s', created at %s, has a stack of %d octets; with networking it needs %d"
            .formatted(name, createdAt, stackOctets, NETWORKING_STACK_OCTETS);
  }

  /// The thread of some board's firmware on which the caller runs; null for any other thread.
  static @Nullable WicedThread current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /// The priority of the caller; the lowest for one that is no thread of the firmware.
  static int currentPriority() {
    return CURRENT.isBound() ? CURRENT.get().priority : Rtos.LOWEST_PRIORITY;
  }

  /// Called by every call of the SDK that may block, before it does.
  static void aboutToBlock() {
    if (CURRENT.isBound()) {
      CURRENT.get().onBlocking();
    }
  }

  /// Called by a thread of the SDK itself, before it waits for what it shall run.
  static void waitsForWork() {
    if (CURRENT.isBound()) {
      CURRENT.get().blockedOnce.countDown();
    }
  }

  /// Called by every call of the SDK that uses the network: tells once of a stack that is too small
  /// for it.
  static void noteNetworkUse() {
    if (CURRENT.isBound()) {
      CURRENT.get().onNetworkUse();
    }
  }

  /// Whether the caller is a thread of some board's firmware.
  static boolean isFirmware() {
    return CURRENT.isBound();
  }

  /// Whether the caller is a thread of the firmware that was deleted.
  static boolean isDeleted() {
    return CURRENT.isBound() && CURRENT.get().deleted;
  }

  /// Whether it is a thread, and not the place of interrupts or timers.
  boolean isThread() {
    return context == Context.THREAD;
  }

  /// Whether its function has returned, or was left.
  boolean hasEnded() {
    return ended;
  }

  boolean isThisThread() {
    return Thread.currentThread() == thread;
  }

  /// Ends this thread at its next call of the SDK.
  void end() {
    deleted = true;
    stop();
  }

  void stop() {
    thread.interrupt();
  }

  /// Waits for the end of a thread that was stopped.
  ///
  /// @return whether it ended in time
  boolean awaitEnd(Duration timeout) {
    try {
      return thread.join(timeout);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Called by this thread, with the gate locked.
  void beginWaitAt(Gate gate) {
    waitAborted = false;
    waitingAt = gate;
  }

  /// Called by this thread, with the gate locked.
  void endWait() {
    waitingAt = null;
  }

  /// Called with the gate locked.
  ///
  /// @return whether the thread waits there, and is to wake
  boolean abortWaitAt(Gate gate) {
    boolean waits = waitingAt == gate && !waitAborted;
    waitAborted |= waits;
    return waits;
  }

  /// Whether this thread is to wake from its wait without a result.
  boolean isWaitAborted() {
    return waitAborted;
  }

  /// Called by this thread before it locks a mutex.
  void mayOwn(WicedMutex mutex) {
    mutexes.add(mutex);
  }

  /// Called by this thread when it has given a mutex back.
  void doesNotOwn(WicedMutex mutex) {
    mutexes.remove(mutex);
  }

  private void onBlocking() {
    blockedOnce.countDown();
    if (context != Context.THREAD && sdk.events().isObserved()) {
      String site = CallSite.here();
      if (blockingCalls.add(site)) {
        sdk.diagnose(
            context.blockingCode(),
            ("%s: this call waits among the board's %s, where nothing may wait:"
                    + " set a semaphore, and wait in a thread")
                .formatted(site, context.threadName()));
      }
    }
  }

  private void onNetworkUse() {
    if (smallStack != null) {
      sdk.diagnose("small-stack", smallStack);
      smallStack = null;
    }
  }

  private void runOnce(Runnable body) {
    try {
      body.run();
    } finally {
      mutexes.forEach(mutex -> mutex.ownerEnded(thread));
      endGate.change(() -> ended = true);
      blockedOnce.countDown();
    }
  }
}
