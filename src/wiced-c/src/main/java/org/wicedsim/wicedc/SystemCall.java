package org.wicedsim.wicedc;

/// What the C side itself needs: the console behind stdio, diagnostics, and the answers of
/// functions that C knows by itself.
enum SystemCall implements Call {
  SIM_CONSOLE_WRITE,
  SIM_CONSOLE_READ,
  SIM_DIAGNOSE,
  SIM_NOTE_CALL,
  WICED_INIT,
  WICED_DEINIT
}
