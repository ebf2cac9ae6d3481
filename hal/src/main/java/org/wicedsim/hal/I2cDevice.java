package org.wicedsim.hal;

/// A device on an I2C bus, as the bus sees it. All methods may be called from any thread.
public interface I2cDevice {
  /// Hands octets to the device.
  ///
  /// @param begins whether a transfer begins with them; else they follow those of the last one
  void write(Octets octets, boolean begins);

  /// Takes octets of the device.
  ///
  /// @param begins whether a transfer begins with them; else they follow those of the last one
  Octets read(int count, boolean begins);
}
