package org.wicedsim.hal;

/// The virtual board passes the contract test in real time.
class VirtualBoardOnSystemClockTest extends BoardContractTest {
  @Override
  BoardBench bench() {
    return VirtualBoardBench.onSystemClock();
  }
}
