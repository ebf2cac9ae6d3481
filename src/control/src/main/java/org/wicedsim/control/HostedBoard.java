package org.wicedsim.control;

import java.util.List;
import org.wicedsim.hal.EventStream;
import org.wicedsim.hal.Levers;
import org.wicedsim.wiced.Leak;

/// A board as its process hands it to a [BoardPort].
public interface HostedBoard {
  /// Its hands and eyes.
  Levers levers();

  /// What happens on it.
  EventStream events();

  /// Starts its firmware; called once, when its events are heard already.
  void switchOn();

  /// What the firmware holds and does not use.
  List<Leak> leaks();

  /// Switches it off; called once, also when the simulator is gone.
  void switchOff();
}
