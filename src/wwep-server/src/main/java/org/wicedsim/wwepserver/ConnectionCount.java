package org.wicedsim.wwepserver;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts the open connections of all event loops, in all and by peer address.
final class ConnectionCount {
  private final int limit;
  private final int limitPerAddress;
  private final Map<InetAddress, Integer> byAddress = new HashMap<>();
  private int total;

  ConnectionCount(ServerLimits limits) {
    limit = limits.connections();
    limitPerAddress = limits.connectionsPerAddress();
  }

  /// Counts a connection and returns null, or leaves it out and returns the limit in its way.
  synchronized @Nullable Limit enter(InetAddress address) {
    if (total >= limit) {
      return Limit.CONNECTIONS;
    }
    if (byAddress.getOrDefault(address, 0) >= limitPerAddress) {
      return Limit.CONNECTIONS_PER_ADDRESS;
    }
    byAddress.merge(address, 1, Integer::sum);
    total++;
    return null;
  }

  synchronized void leave(InetAddress address) {
    byAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    total--;
    if (total == 0) {
      notifyAll();
    }
  }

  /// Waits until no connection is open, or the time is over.
  synchronized void awaitNone(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    long remaining = limit.toNanos();
    while (total > 0 && remaining > 0) {
      // One millisecond more than the rest: 0 would wait for ever.
      wait(remaining / 1_000_000 + 1);
      remaining = deadline - System.nanoTime();
    }
  }
}
