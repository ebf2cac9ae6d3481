package org.wicedsim.wwep;

import java.nio.charset.StandardCharsets;

/// What a server answers (SPEC 1.3). `toString` is the text on the wire.
public sealed interface Reply {
  /// The reply as it travels: ASCII, upper-case hex, no line end (SPEC 1.4, 1.5).
  byte[] encode();

  /// The request was done: `A` device(4) register(2) value(4), 11 octets.
  ///
  /// @param device 0 to 65,535
  /// @param register 0 to 255
  /// @param value what the register holds now, 0 to 65,535
  record Accepted(int device, int register, int value) implements Reply {
    /// The octets of an accepting reply.
    public static final int LENGTH = 11;

    /// Throws [IllegalArgumentException] for a number out of range.
    public Accepted {
      Wwep.checkAddress(device, register);
      Wwep.checkValue(value);
    }

    @Override
    public byte[] encode() {
      byte[] octets = new byte[LENGTH];
      put(device, register, value, octets, 0);
      return octets;
    }

    /// Writes an accepting reply into an array without making a record, and returns the offset
    /// after its [#LENGTH] octets. The numbers are taken to be in range: higher bits are dropped.
    public static int put(int device, int register, int value, byte[] target, int offset) {
      target[offset] = 'A';
      int end = Hex.put(device, 4, target, offset + 1);
      end = Hex.put(register, 2, target, end);
      return Hex.put(value, 4, target, end);
    }

    @Override
    public String toString() {
      return new String(encode(), StandardCharsets.US_ASCII);
    }
  }

  /// The request failed: the single octet `X`.
  record Refused() implements Reply {
    /// The whole of a refusing reply.
    public static final byte OCTET = 'X';

    @Override
    public byte[] encode() {
      return new byte[] {OCTET};
    }

    @Override
    public String toString() {
      return "X";
    }
  }
}
