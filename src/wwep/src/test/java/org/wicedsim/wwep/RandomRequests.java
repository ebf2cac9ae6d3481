package org.wicedsim.wwep;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Legal requests from a seed, in every spelling that SPEC 1.4 and 1.5 allow.
final class RandomRequests {
  private static final String[] LINE_ENDS = {"", "\n", "\r\n"};

  private final Random random;

  RandomRequests(long seed) {
    random = new Random(seed);
  }

  Request next() {
    int device = edgeOrAny(Wwep.MAX_DEVICE);
    int register = edgeOrAny(Wwep.MAX_REGISTER);
    return random.nextBoolean()
        ? new Request.Read(device, register)
        : new Request.Write(device, register, edgeOrAny(Wwep.MAX_VALUE));
  }

  /// The request with each hex digit in upper or lower case.
  String inAnyCase(Request request) {
    StringBuilder text = new StringBuilder(request.toString());
    for (int i = 1; i < text.length(); i++) {
      if (random.nextBoolean()) {
        text.setCharAt(i, Character.toLowerCase(text.charAt(i)));
      }
    }
    return text.toString();
  }

  String lineEnd() {
    return LINE_ENDS[random.nextInt(LINE_ENDS.length)];
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private int edgeOrAny(int max) {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> max;
      case 2 -> max / 2;
      case 3 -> max / 2 + 1;
      default -> random.nextInt(max + 1);
    };
  }

  static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
