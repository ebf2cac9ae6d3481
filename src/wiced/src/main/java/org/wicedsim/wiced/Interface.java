package org.wicedsim.wiced;

/// A network interface of the board (`wiced_interface_t`).
public enum Interface {
  /// Wi-Fi as a station.
  STA
}
