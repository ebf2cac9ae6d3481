package org.wicedsim.hal;

/// A change of level on a digital line.
public enum Edge {
  RISING,
  FALLING;

  /// The edge that ends at `level`.
  public static Edge to(Level level) {
    return level == Level.HIGH ? RISING : FALLING;
  }
}
