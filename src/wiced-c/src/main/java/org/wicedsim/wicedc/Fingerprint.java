package org.wicedsim.wicedc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A name for content: the same content has the same name, other content another.
final class Fingerprint {
  /// 128 bits: nobody tries to find two contents with one name, and paths stay short.
  private static final int OCTETS = 16;

  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Adds a part; the same text in other parts has another name.
  Fingerprint add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  Fingerprint add(byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
    return this;
  }

  /// The name; nothing can be added after that.
  String text() {
    return HexFormat.of().formatHex(digest.digest(), 0, OCTETS);
  }
}
