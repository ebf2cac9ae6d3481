package org.wicedsim.wiced;

/// A network interface of the board (`wiced_interface_t`).
public enum Interface {
  /// Wi-Fi as a station, which joins an access point.
  STA,
  /// Wi-Fi as an access point of its own.
  AP,
  /// The wired interface.
  ETHERNET
}
