package org.wicedsim.wiced;

import java.util.concurrent.TimeUnit;

/// The time of the board (`wiced_time.h`), which has no clock on the wall.
public final class Time {
  private static final long MASK = 0xFFFF_FFFFL;

  private final Sdk sdk;
  private volatile long offsetMs;

  Time(Sdk sdk) {
    this.sdk = sdk;
  }

  /// Milliseconds since the board was switched on, or since what was last set
  /// (`wiced_time_get_time`). A number of 32 bits: it begins again from 0 after 49 days.
  public long get() {
    long time = (sinceStartMs() + offsetMs) & MASK;
    sdk.returned("wiced_time_get_time", WicedResult.SUCCESS, time);
    return time;
  }

  /// Sets the time (`wiced_time_set_time`). Delays, time-outs and timers that run do not notice.
  public WicedResult set(long timeMs) {
    offsetMs = timeMs - sinceStartMs();
    return sdk.returned("wiced_time_set_time", WicedResult.SUCCESS, timeMs);
  }

  private long sinceStartMs() {
    return TimeUnit.NANOSECONDS.toMillis(sdk.clock().nanos());
  }
}
