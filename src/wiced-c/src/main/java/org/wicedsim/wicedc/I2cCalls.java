package org.wicedsim.wicedc;

import org.wicedsim.wiced.I2c;
import org.wicedsim.wiced.WicedResult;

/// Answers the calls about I2C buses. Slots begin with the number of the bus.
final class I2cCalls {
  private final I2c i2c;

  I2cCalls(I2c i2c) {
    this.i2c = i2c;
  }

  WicedResult init(Slots slots) {
    return i2c.init(PlatformCalls.number(slots));
  }

  WicedResult deinit(Slots slots) {
    return i2c.deinit(PlatformCalls.number(slots));
  }

  /// Slots: bus, address, retries.
  boolean probe(Slots slots) {
    return i2c.probeDevice(PlatformCalls.number(slots), slots.int32(1), slots.int32(2));
  }

  /// Slots: bus, address, flags, octets, how many.
  WicedResult write(Slots slots) {
    byte[] octets = NativeMemory.octets(slots.get(3), slots.int32(4));
    return i2c.write(PlatformCalls.number(slots), slots.int32(1), slots.int32(2), octets);
  }

  /// Slots: bus, address, flags, memory for octets, how many.
  WicedResult read(Slots slots) {
    byte[] octets = new byte[slots.int32(4)];
    WicedResult result =
        i2c.read(PlatformCalls.number(slots), slots.int32(1), slots.int32(2), octets);
    if (result.isSuccess()) {
      NativeMemory.put(slots.get(3), octets, octets.length);
    }
    return result;
  }
}
