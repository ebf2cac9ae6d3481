package org.wicedsim.hal;

import java.util.Optional;
import java.util.Set;

/// One digital pin as the firmware sees it (SPEC 2.1).
///
/// The pin of a button delivers debounced levels: [#read()] and edge listeners never see the bounce
/// of its contact. All methods may be called from any thread.
public interface DigitalPin {
  /// The pin's number in the board's own numbering (WICED_GPIO_n, or BCM on a Raspberry Pi).
  int number();

  /// The present configuration; empty while the pin is not configured.
  Optional<PinMode> mode();

  /// Configures the pin, and drops its edge listener as the WICED SDK does. An output keeps the
  /// level that was written last, low at first.
  void configure(PinMode mode);

  /// Gives the pin back: it drives nothing, and has no edge listener.
  void deconfigure();

  /// The level of the line.
  ///
  /// @throws PinException NOT_CONFIGURED
  Level read();

  /// Drives the line.
  ///
  /// @throws PinException NOT_CONFIGURED, or WRONG_DIRECTION on an input
  void write(Level level);

  /// Calls `listener` at each of `edges`, in order, from one thread at a time; replaces an earlier
  /// listener. The listener must return at once and must not call the board: it stands where an
  /// interrupt controller would.
  ///
  /// @throws PinException NOT_CONFIGURED, or WRONG_DIRECTION on an output
  void onEdge(Set<Edge> edges, EdgeListener listener);

  /// Drops the edge listener, if there is one.
  void removeEdgeListener();

  /// Hears the edges of a pin.
  @FunctionalInterface
  interface EdgeListener {
    void onEdge(Edge edge);
  }
}
