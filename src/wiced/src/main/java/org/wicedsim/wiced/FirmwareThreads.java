package org.wicedsim.wiced;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The threads of one board's firmware: they end with their board.
final class FirmwareThreads {
  /// How long all threads together may take to end.
  static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

  /// How many lines of its stack a crash tells of.
  static final int MAX_STACK_LINES = 32;

  private final Sdk sdk;
  private final Thread.Builder builder;
  private final Set<WicedThread> running = new LinkedHashSet<>();
  private volatile boolean stopped;

  /// @param nativeThreads see [Firmware#isNative()]
  FirmwareThreads(Sdk sdk, boolean nativeThreads) {
    this.sdk = sdk;
    builder = nativeThreads ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
  }

  /// Starts a thread, as if it pre-empted a caller of lower priority.
  WicedThread start(String name, int priority, Runnable body) {
    WicedThread thread = create(name, priority, body);
    start(thread);
    return thread;
  }

  /// Starts a thread, as if it pre-empted a caller of lower priority.
  void start(WicedThread thread) {
    if (!launch(thread)) {
      throw new PowerOff();
    }
    thread.giveHeadStart();
  }

  /// Whether the board was switched off.
  boolean isStopped() {
    return stopped;
  }

  /// A thread of the JVM for one of the firmware.
  synchronized Thread newThread(String name, Runnable body) {
    return builder.name(name).unstarted(body);
  }

  /// A thread that is yet to be launched.
  WicedThread create(String name, int priority, Runnable body) {
    WicedThread[] self = new WicedThread[1];
    self[0] =
        new WicedThread(
            sdk,
            name,
            priority,
            () -> {
              try {
                guard(name, body);
              } finally {
                ended(self[0]);
              }
            });
    return self[0];
  }

  /// Lets a thread run beside its creator.
  ///
  /// @return false on a board that was switched off
  synchronized boolean launch(WicedThread thread) {
    if (!stopped) {
      running.add(thread);
      thread.start();
    }
    return !stopped;
  }

  /// Ends one thread, wherever it waits, and waits for its end. A thread that ends itself does not
  /// return from here.
  void delete(WicedThread thread) {
    thread.end();
    if (thread.isThisThread()) {
      throw PowerOff.ofThisThread();
    }
    if (!thread.awaitEnd(STOP_TIMEOUT) && !stopped) {
      sdk.diagnose(
          "thread-hangs",
          "thread '%s' was deleted and does not end: it never calls the SDK"
              .formatted(thread.name()));
    }
  }

  /// Runs a piece of the firmware, and tells if it crashes. The board's power ends it silently.
  void guard(String name, Runnable body) {
    try {
      body.run();
    } catch (PowerOff _) {
      // The board was switched off: this is how its threads end.
    } catch (RuntimeException | Error e) {
      if (!stopped && !WicedThread.isDeleted()) {
        crashed(name, e);
      }
    }
  }

  /// Every call of the SDK passes here, so that a thread that only polls ends with its board, and
  /// leaves room for others.
  // The scheduler does not pre-empt virtual threads, so this is no hint but the only way.
  @SuppressWarnings("ThreadPriorityCheck")
  void checkpoint() {
    if (WicedThread.isFirmware()) {
      if (stopped || WicedThread.isDeleted()) {
        throw new PowerOff();
      }
      Thread.yield();
    }
  }

  /// Ends all threads and waits for them.
  ///
  /// @return whether all ended in time
  boolean stop() {
    List<WicedThread> threads;
    synchronized (this) {
      stopped = true;
      threads = new ArrayList<>(running);
    }
    threads.forEach(WicedThread::stop);
    long deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
    boolean ended = true;
    for (WicedThread thread : threads) {
      ended &= thread.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
    return ended;
  }

  private synchronized void ended(WicedThread thread) {
    running.remove(thread);
  }

  private void crashed(String name, Throwable cause) {
    if (sdk.events().isObserved()) {
      StackTraceElement[] trace = cause.getStackTrace();
      String where = trace.length == 0 ? "" : " at " + trace[0];
      sdk.events().publish(new WicedEvent.FirmwareCrashed(name, cause + where, stack(trace)));
    }
  }

  private static List<String> stack(StackTraceElement[] trace) {
    return Arrays.stream(trace)
        .filter(frame -> CallSite.isFirmware(frame.getClassName()))
        .limit(MAX_STACK_LINES)
        .map(frame ->
            "%s.%s (%s:%d)"
                .formatted(
                    frame.getClassName(),
                    frame.getMethodName(),
                    frame.getFileName(),
                    frame.getLineNumber()))
        .toList();
  }
}
