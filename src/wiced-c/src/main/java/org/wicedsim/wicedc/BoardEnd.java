package org.wicedsim.wicedc;

import org.wicedsim.wiced.WicedEvent;

/// How a board process has ended.
public sealed interface BoardEnd {
  /// Somebody switched the board off.
  record SwitchedOff() implements BoardEnd {}

  /// It ended by itself.
  record Crashed(WicedEvent.FirmwareCrashed crash) implements BoardEnd {}
}
