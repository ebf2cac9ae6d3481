package org.wicedsim.wiced;

import java.util.Set;
import org.wicedsim.hal.Edge;

/// Which edges raise an interrupt (`wiced_gpio_irq_trigger_t`).
public enum IrqTrigger {
  RISING_EDGE,
  FALLING_EDGE,
  BOTH_EDGES;

  Set<Edge> edges() {
    return switch (this) {
      case RISING_EDGE -> Set.of(Edge.RISING);
      case FALLING_EDGE -> Set.of(Edge.FALLING);
      case BOTH_EDGES -> Set.of(Edge.RISING, Edge.FALLING);
    };
  }
}
