package org.wicedsim.wicedc;

import java.util.Optional;
import org.wicedsim.wiced.Interface;

/// The numbers of `wiced_interface_t`.
final class Interfaces {
  private static final int STA = 0;
  private static final int AP = 1;
  private static final int ETHERNET = 3;

  /// An access point with settings of its own.
  private static final int CONFIG = 129;

  private Interfaces() {}

  /// The interface with this number; empty when the board has none.
  static Optional<Interface> of(int number) {
    return switch (number) {
      case STA -> Optional.of(Interface.STA);
      case AP, CONFIG -> Optional.of(Interface.AP);
      case ETHERNET -> Optional.of(Interface.ETHERNET);
      default -> Optional.empty();
    };
  }
}
