package org.wicedsim.wwep;

/// The numbers of WWEP that clients and servers share (SPEC 1.1, 1.2).
public final class Wwep {
  /// The TCP port of the class server for plain connections.
  public static final int PLAIN_PORT = 27708;

  /// The TCP port of the class server for TLS connections.
  public static final int TLS_PORT = 40508;

  /// The largest device number, 65,535.
  public static final int MAX_DEVICE = 0xFFFF;

  /// The largest register number of a device, 255.
  public static final int MAX_REGISTER = 0xFF;

  /// The largest value of a register, 65,535.
  public static final int MAX_VALUE = 0xFFFF;

  private Wwep() {}

  static void checkAddress(int device, int register) {
    checkRange("device", device, MAX_DEVICE, 4);
    checkRange("register", register, MAX_REGISTER, 2);
  }

  static void checkValue(int value) {
    checkRange("value", value, MAX_VALUE, 4);
  }

  private static void checkRange(String field, int number, int max, int digits) {
    if (number < 0 || number > max) {
      throw new IllegalArgumentException(
          "%s %d is outside 0 to %d, the range of %d hex digits"
              .formatted(field, number, max, digits));
    }
  }
}
