package org.wicedsim.wiced;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.wicedsim.hal.I2cDevice;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.Peripherals;

/// I2C buses (`wiced_i2c_t`, SPEC 3.7). Bus n is `WICED_I2C_n`; the board file says which devices
/// are on it. Speeds are taken and change nothing.
public final class I2c {
  /// A transfer begins with these octets (`WICED_I2C_START_FLAG`).
  public static final int START_FLAG = 1;

  /// A transfer begins with these octets, and the bus was not let go before
  /// (`WICED_I2C_REPEATED_START_FLAG`).
  public static final int REPEATED_START_FLAG = 2;

  /// The transfer ends with these octets (`WICED_I2C_STOP_FLAG`). Without it octets that are sent
  /// without a start follow these.
  public static final int STOP_FLAG = 4;

  /// The device that a transfer is open with on an initialised bus.
  private sealed interface Bus {
    record Idle() implements Bus {}

    record Open(int address) implements Bus {}
  }

  private final Sdk sdk;
  // Guarded by itself.
  private final Map<Integer, Bus> initialised = new HashMap<>();

  I2c(Sdk sdk) {
    this.sdk = sdk;
  }

  /// Opens a bus (`wiced_i2c_init`); one that is open stays as it is.
  ///
  /// @return SUCCESS, or BADARG when the board has no such bus
  public WicedResult init(int bus) {
    boolean isBus = bus >= 1 && bus <= Peripherals.I2C_BUSES;
    if (isBus) {
      synchronized (initialised) {
        initialised.putIfAbsent(bus, new Bus.Idle());
      }
    }
    return sdk.returned("wiced_i2c_init", isBus ? WicedResult.SUCCESS : WicedResult.BADARG, bus);
  }

  /// Closes a bus (`wiced_i2c_deinit`).
  public WicedResult deinit(int bus) {
    synchronized (initialised) {
      initialised.remove(bus);
    }
    return sdk.returned("wiced_i2c_deinit", WicedResult.SUCCESS, bus);
  }

  /// Whether a device answers at an address (`wiced_i2c_probe_device`); false when the bus is not
  /// open.
  ///
  /// @param retries how often to ask again; here a device answers at once, or never
  public boolean probeDevice(int bus, int address, int retries) {
    boolean answers;
    synchronized (initialised) {
      answers = initialised.containsKey(bus) && sdk.board().i2c(bus, address).isPresent();
    }
    sdk.returned(
        "wiced_i2c_probe_device",
        answers ? WicedResult.SUCCESS : WicedResult.ERROR,
        bus,
        hex(address),
        retries);
    return answers;
  }

  /// Writes octets to a device (`wiced_i2c_write`).
  ///
  /// @param flags [#START_FLAG], [#REPEATED_START_FLAG] and [#STOP_FLAG]
  /// @return SUCCESS; NOTUP when the bus is not open; ERROR when no device answers
  public WicedResult write(int bus, int address, int flags, byte[] octets) {
    WicedResult result =
        transfer(
            "wiced_i2c_write",
            bus,
            address,
            flags,
            (device, begins) -> device.write(Octets.of(octets), begins));
    return sdk.returned("wiced_i2c_write", result, bus, hex(address), flags, octets.length);
  }

  /// Fills a buffer from a device (`wiced_i2c_read`).
  ///
  /// @param flags as for [#write]
  /// @param buffer unchanged without SUCCESS
  /// @return as [#write]
  public WicedResult read(int bus, int address, int flags, byte[] buffer) {
    WicedResult result =
        transfer(
            "wiced_i2c_read",
            bus,
            address,
            flags,
            (device, begins) -> {
              byte[] read = device.read(buffer.length, begins).toBytes();
              System.arraycopy(read, 0, buffer, 0, read.length);
            });
    return sdk.returned("wiced_i2c_read", result, bus, hex(address), flags, buffer.length);
  }

  private interface Transfer {
    void with(I2cDevice device, boolean begins);
  }

  private WicedResult transfer(
      String function, int bus, int address, int flags, Transfer transfer) {
    synchronized (initialised) {
      Bus state = initialised.get(bus);
      if (state == null) {
        return WicedResult.NOTUP;
      }
      Optional<I2cDevice> device = sdk.board().i2c(bus, address);
      if (device.isEmpty()) {
        sdk.diagnose(
            "i2c",
            "%s: no device answers at address %s of I2C bus %d"
                .formatted(function, hex(address), bus));
        return WicedResult.ERROR;
      }
      boolean starts = (flags & (START_FLAG | REPEATED_START_FLAG)) != 0;
      transfer.with(device.get(), starts || !state.equals(new Bus.Open(address)));
      boolean stops = (flags & STOP_FLAG) != 0;
      initialised.put(bus, stops ? new Bus.Idle() : new Bus.Open(address));
      return WicedResult.SUCCESS;
    }
  }

  private static String hex(int address) {
    return "0x%02X".formatted(address);
  }
}
