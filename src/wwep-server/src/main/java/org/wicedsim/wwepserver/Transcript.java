package org.wicedsim.wwepserver;

import java.util.Arrays;
import org.wicedsim.wwep.WireText;

/// The octets of the request under way, kept only for a [TransactionListener].
final class Transcript {
  /// Octets kept of one request; a legal one with its line end has 13.
  private static final int LIMIT = 64;

  private final byte[] octets = new byte[LIMIT];
  private int length;

  void add(byte octet) {
    if (length < LIMIT) {
      octets[length] = octet;
    }
    length++;
  }

  void forget() {
    length = 0;
  }

  /// The octets since the last call, printable.
  String take() {
    String text = WireText.escape(Arrays.copyOf(octets, Math.min(length, LIMIT)));
    int more = length - LIMIT;
    forget();
    return more > 0 ? text + "... and " + more + " more octets" : text;
  }
}
