package org.wicedsim.wwep;

/// Octets as text that is safe to print.
public final class WireText {
  private WireText() {}

  /// Printable ASCII stays; CR, LF and the backslash become `\r`, `\n` and `\\`, every other octet
  /// `\x` and two upper-case hex digits. So no octet of a peer can end a log line or move a cursor,
  /// and different octets never look alike.
  public static String escape(byte[] octets) {
    StringBuilder text = new StringBuilder(octets.length);
    for (byte octet : octets) {
      switch (octet) {
        case '\r' -> text.append("\\r");
        case '\n' -> text.append("\\n");
        case '\\' -> text.append("\\\\");
        default -> {
          if (octet >= ' ' && octet <= '~') {
            text.append((char) octet);
          } else {
            text.append("\\x%02X".formatted(octet & 0xFF));
          }
        }
      }
    }
    return text.toString();
  }
}
