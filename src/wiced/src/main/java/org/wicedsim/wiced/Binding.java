package org.wicedsim.wiced;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.Board;

/// What a binding of the SDK to another language needs of it, and firmware does not: objects before
/// their `init`, which firmware in C declares as zero-filled variables, and a voice of its own.
///
/// Calls on an object that was never initialised fail as on the SDK, and do no harm.
public final class Binding {
  private final Sdk sdk;
  private final Rtos rtos;

  private Binding(Sdk sdk, Rtos rtos) {
    this.sdk = sdk;
    this.rtos = rtos;
  }

  /// The binding's side of a board's SDK.
  public static Binding of(Wiced wiced) {
    return new Binding(wiced.sdk(), wiced.rtos());
  }

  /// The board that the firmware runs on.
  public Board board() {
    return sdk.board();
  }

  /// A semaphore that was never initialised.
  public WicedSemaphore semaphore() {
    return new WicedSemaphore(sdk);
  }

  /// A mutex that was never initialised.
  public WicedMutex mutex() {
    return new WicedMutex(sdk);
  }

  /// A queue that was never initialised.
  public WicedQueue queue() {
    return new WicedQueue(sdk);
  }

  /// Event flags that were never initialised.
  public WicedEventFlags eventFlags() {
    return new WicedEventFlags(sdk);
  }

  /// A timer that was never initialised.
  public WicedTimer timer() {
    return new WicedTimer(sdk, rtos.timers());
  }

  /// A timed event that was never registered.
  public WicedTimedEvent timedEvent() {
    return new WicedTimedEvent(sdk, rtos.timers());
  }

  /// A thread as [Rtos#createThread] makes it, but yet to be started: its creator can first put
  /// down how to find it. The call is published here.
  ///
  /// @throws IllegalArgumentException when the priority is out of range
  public WicedThread newThread(
      int priority, @Nullable String name, int stackOctets, Runnable body) {
    return rtos.newThread(priority, name, stackOctets, body);
  }

  /// Starts a thread; one of higher priority than the caller gets its head start.
  public void start(WicedThread thread) {
    sdk.threads().start(thread);
  }

  /// The thread of the firmware on which the caller runs; empty among interrupts and timers, which
  /// are no threads.
  public Optional<WicedThread> currentThread() {
    return Optional.ofNullable(WicedThread.current()).filter(WicedThread::isThread);
  }

  /// Whether a thread has ended: nothing of it runs any more.
  public boolean hasEnded(WicedThread thread) {
    return thread.hasEnded();
  }

  /// A worker as [Rtos#createWorkerThread] makes it, but yet to be started. The call is published
  /// here.
  ///
  /// @throws IllegalArgumentException when the priority or the queue's size is out of range
  public WicedWorkerThread newWorkerThread(int priority, int stackOctets, int queueSize) {
    return rtos.newWorkerThread(priority, stackOctets, queueSize);
  }

  /// Starts a worker.
  public void start(WicedWorkerThread worker) {
    worker.start();
  }

  /// Publishes a call that the binding answers by itself, and passes its result on. On a board that
  /// was switched off no call returns.
  public WicedResult returned(String function, WicedResult result, Object... arguments) {
    return sdk.returned(function, result, arguments);
  }

  /// Speaks in the simulator's voice.
  ///
  /// @param code a stable name in kebab case
  public void diagnose(String code, String message) {
    sdk.diagnose(code, message);
  }

  /// Says where in the firmware's source the call stands that the calling thread is in.
  ///
  /// @param site is asked on this thread and only when somebody wants to know, such as `app.c:43`;
  ///   null when the call is over
  public void calledFrom(@Nullable Supplier<String> site) {
    CallSite.calledFrom(site);
  }
}
