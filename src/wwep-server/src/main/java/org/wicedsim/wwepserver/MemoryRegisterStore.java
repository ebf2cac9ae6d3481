package org.wicedsim.wwepserver;

import org.wicedsim.wwep.RegisterFile;

/// Registers in memory, gone when the program ends. Answers at once and allocates nothing but a
/// page at a device's first write.
public final class MemoryRegisterStore implements RegisterStore {
  private final RegisterFile registers;

  /// Makes a store in which no register was written.
  public MemoryRegisterStore() {
    this(new RegisterFile());
  }

  /// Makes a store over registers that others may read and write at the same time.
  public MemoryRegisterStore(RegisterFile registers) {
    this.registers = registers;
  }

  @Override
  public int read(int device, int register, Completion later) {
    return registers.read(device, register);
  }

  @Override
  public int write(int device, int register, int value, Completion later) {
    registers.write(device, register, value);
    return value;
  }
}
