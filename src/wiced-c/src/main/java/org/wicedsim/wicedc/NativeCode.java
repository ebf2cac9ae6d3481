package org.wicedsim.wicedc;

/// Runs functions of the firmware.
interface NativeCode {
  /// Calls a function of the firmware with up to two arguments, on the calling thread and on a
  /// stack of its own, and returns when it has returned.
  ///
  /// @param function its address
  /// @param first handed to it, 64 bits; further parameters than it has do no harm
  /// @return what the function returned, 64 bits
  long call(long function, long first, long second);

  /// As [#call], on a stack that the C side has made for a thread.
  ///
  /// @param stack what `sim_stack_create` gave
  long callOn(long stack, long function, long first);
}
