package org.wicedsim.wiced.outside;

import org.wicedsim.wiced.Rtos;
import org.wicedsim.wiced.WicedThread;

/// A piece of firmware that creates a thread.
public final class SmallFirmware {
  private SmallFirmware() {}

  /// Creates a thread; diagnostics name the line in this file.
  public static WicedThread createThread(
      Rtos rtos, String name, int stackOctets, Runnable function) {
    return rtos.createThread(9, name, stackOctets, function);
  }
}
