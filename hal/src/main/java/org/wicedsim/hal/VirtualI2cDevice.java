package org.wicedsim.hal;

/// A device that is nothing but its registers. Each read begins where the last write said; behind
/// the last register comes the first.
final class VirtualI2cDevice implements I2cDevice {
  private static final int LAST = Peripherals.I2C_REGISTERS - 1;

  private final byte[] registers;
  private int offset;
  private int next;

  VirtualI2cDevice(Octets registers) {
    this.registers = registers.toBytes();
  }

  @Override
  public synchronized void write(Octets octets, boolean begins) {
    int data = 0;
    if (begins && octets.length() > 0) {
      offset = octets.at(0);
      next = offset;
      data = 1;
    }
    for (int i = data; i < octets.length(); i++) {
      registers[next] = (byte) octets.at(i);
      advance();
    }
  }

  @Override
  public synchronized Octets read(int count, boolean begins) {
    if (begins) {
      next = offset;
    }
    byte[] octets = new byte[count];
    for (int i = 0; i < count; i++) {
      octets[i] = registers[next];
      advance();
    }
    return Octets.of(octets);
  }

  private void advance() {
    next = next == LAST ? 0 : next + 1;
  }
}
