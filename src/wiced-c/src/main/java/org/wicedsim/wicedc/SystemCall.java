package org.wicedsim.wicedc;

/// What the C side itself needs: the console behind stdio and the simulator's voice; and the SDK's
/// own start and end.
enum SystemCall implements Call {
  SIM_CONSOLE_WRITE,
  SIM_CONSOLE_READ,
  SIM_DIAGNOSE,
  WICED_INIT,
  WICED_DEINIT
}
