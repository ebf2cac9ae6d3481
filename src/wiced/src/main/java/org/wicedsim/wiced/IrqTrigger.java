package org.wicedsim.wiced;

import java.util.Set;
import org.wicedsim.hal.Edge;

/// What raises an interrupt (`wiced_gpio_irq_trigger_t`).
public enum IrqTrigger {
  RISING_EDGE,
  FALLING_EDGE,
  BOTH_EDGES,
  /// Not simulated: on the board the handler would run again and again while the line is high.
  LEVEL_HIGH,
  /// Not simulated: on the board the handler would run again and again while the line is low.
  LEVEL_LOW;

  /// The edges that raise it; none for a level.
  Set<Edge> edges() {
    return switch (this) {
      case RISING_EDGE -> Set.of(Edge.RISING);
      case FALLING_EDGE -> Set.of(Edge.FALLING);
      case BOTH_EDGES -> Set.of(Edge.RISING, Edge.FALLING);
      case LEVEL_HIGH, LEVEL_LOW -> Set.of();
    };
  }
}
