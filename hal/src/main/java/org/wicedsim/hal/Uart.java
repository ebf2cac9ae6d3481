package org.wicedsim.hal;

import java.time.Duration;
import java.util.OptionalInt;

/// The console's UART as the firmware sees it.
public interface Uart {
  /// How many typed octets wait for the firmware before further ones are lost, as on the board.
  int RECEIVE_BUFFER_OCTETS = 64;

  /// Sends octets; one call stays together, whatever other threads send.
  void transmit(Octets octets);

  /// Waits for the next typed octet.
  ///
  /// @param timeout by the board's clock
  /// @return 0 to 255, or empty when nothing was typed in time
  /// @throws InterruptedException when the board is switched off
  OptionalInt receive(Duration timeout) throws InterruptedException;
}
