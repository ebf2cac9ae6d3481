package org.wicedsim.wicedc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The lines of the firmware's source, by the addresses that calls return to. Each is looked up
/// once, and only when somebody asks.
final class CallSites {
  private final SourceLines lines;
  private volatile long base;
  private final Map<Long, Supplier<String>> sites = new ConcurrentHashMap<>();

  CallSites(SourceLines lines) {
    this.lines = lines;
  }

  /// Says where the shared object lies in memory, before the firmware runs.
  void liesAt(long base) {
    this.base = base;
  }

  /// The line of the call that returns to an address, as `app.c:43`.
  Supplier<String> at(long returnAddress) {
    return sites.computeIfAbsent(returnAddress, Site::new);
  }

  private final class Site implements Supplier<String> {
    private final long returnAddress;
    private volatile String text = "";

    Site(long returnAddress) {
      this.returnAddress = returnAddress;
    }

    @Override
    public String get() {
      if (text.isEmpty()) {
        // The call stands before the address that it returns to.
        text =
            lines
                .at(returnAddress - base - 1)
                .map(SourceLine::place)
                .filter(place -> !place.isEmpty())
                .orElse("an unknown line");
      }
      return text;
    }
  }
}
