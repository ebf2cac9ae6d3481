package org.wicedsim.hal;

/// The level of a digital line.
public enum Level {
  LOW,
  HIGH;

  /// The other level.
  public Level inverted() {
    return this == LOW ? HIGH : LOW;
  }
}
