package org.wicedsim.wwep;

import java.nio.charset.StandardCharsets;

/// What a client asks of a server (SPEC 1.2). `toString` is the text on the wire.
public sealed interface Request {
  /// The device, 0 to 65,535.
  int device();

  /// The register of the device, 0 to 255.
  int register();

  /// The request as it travels: ASCII, upper-case hex, no line end (SPEC 1.4, 1.5).
  byte[] encode();

  /// Reads a text that holds one request, as a server in one-shot mode would (SPEC 1.7).
  ///
  /// A character outside Latin-1 is no octet and so never legal.
  static Decoded parse(String text) {
    RequestDecoder decoder = new RequestDecoder(ConnectionMode.ONE_SHOT);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      decoder.accept(c <= 0xFF ? (byte) c : 0);
    }
    return decoder.decoded();
  }

  /// Asks for the value of a register: `R` device(4) register(2), 7 octets.
  record Read(int device, int register) implements Request {
    /// The octets of a read.
    public static final int LENGTH = 7;

    /// Throws [IllegalArgumentException] for a number out of range.
    public Read {
      Wwep.checkAddress(device, register);
    }

    @Override
    public byte[] encode() {
      byte[] octets = new byte[LENGTH];
      octets[0] = 'R';
      int end = Hex.put(device, 4, octets, 1);
      Hex.put(register, 2, octets, end);
      return octets;
    }

    @Override
    public String toString() {
      return new String(encode(), StandardCharsets.US_ASCII);
    }
  }

  /// Sets a register: `W` device(4) register(2) value(4), 11 octets.
  ///
  /// @param value 0 to 65,535
  record Write(int device, int register, int value) implements Request {
    /// The octets of a write.
    public static final int LENGTH = 11;

    /// Throws [IllegalArgumentException] for a number out of range.
    public Write {
      Wwep.checkAddress(device, register);
      Wwep.checkValue(value);
    }

    @Override
    public byte[] encode() {
      byte[] octets = new byte[LENGTH];
      octets[0] = 'W';
      int end = Hex.put(device, 4, octets, 1);
      end = Hex.put(register, 2, octets, end);
      Hex.put(value, 4, octets, end);
      return octets;
    }

    @Override
    public String toString() {
      return new String(encode(), StandardCharsets.US_ASCII);
    }
  }
}
