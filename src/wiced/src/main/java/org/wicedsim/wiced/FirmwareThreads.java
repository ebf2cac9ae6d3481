package org.wicedsim.wiced;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The threads of one board's firmware: they end with their board.
final class FirmwareThreads {
  private static final long STOP_TIMEOUT_MS = 2_000;

  private final Sdk sdk;
  private final Set<WicedThread> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  FirmwareThreads(Sdk sdk) {
    this.sdk = sdk;
  }

  WicedThread start(String name, int priority, Runnable body) {
    WicedThread[] self = new WicedThread[1];
    WicedThread thread =
        new WicedThread(
            name,
            priority,
            () -> {
              try {
                body.run();
              } catch (PowerOff _) {
                // The board was switched off: this is how its threads end.
              } catch (RuntimeException | Error e) {
                crashed(name, e);
              } finally {
                running.remove(self[0]);
              }
            });
    self[0] = thread;
    running.add(thread);
    if (stopped) {
      throw new PowerOff();
    }
    thread.start();
    return thread;
  }

  /// Ends all threads and waits for them.
  ///
  /// @return whether all ended in time
  boolean stop() {
    stopped = true;
    List<WicedThread> threads = List.copyOf(running);
    threads.forEach(WicedThread::stop);
    boolean ended = true;
    for (WicedThread thread : threads) {
      ended &= thread.awaitEnd(STOP_TIMEOUT_MS);
    }
    return ended;
  }

  private void crashed(String name, Throwable cause) {
    if (sdk.events().isObserved()) {
      StackTraceElement[] trace = cause.getStackTrace();
      String where = trace.length == 0 ? "" : " at " + trace[0];
      sdk.events().publish(new WicedEvent.FirmwareCrashed(name, cause + where));
    }
  }
}
