package org.wicedsim.hal;

/// The virtual board passes the contract test while time stands still between its steps.
class VirtualBoardOnManualClockTest extends BoardContractTest {
  @Override
  BoardBench bench() {
    return VirtualBoardBench.onManualClock();
  }
}
