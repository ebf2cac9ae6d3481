package org.wicedsim.wwep;

import java.util.Arrays;

/// What the octets that came back mean for the request that was sent (SPEC 1.11).
public sealed interface Answer {
  /// The server did what was asked.
  ///
  /// @param surplus octets that followed the reply; on a persistent connection they belong to the
  ///   next one
  record Accepted(Reply.Accepted reply, int surplus) implements Answer {}

  /// The server refused: the first octet is `X`, whatever follows.
  ///
  /// @param surplus octets that followed the `X`; a server of SPEC 1.3 sends none
  record Refused(int surplus) implements Answer {}

  /// The octets are no reply to this request and never will be.
  ///
  /// @param message a sentence with the octets, the request and what was expected
  record Malformed(MalformedReason reason, String message) implements Answer {}

  /// The octets so far are the beginning of a fitting reply, or none came.
  record Incomplete() implements Answer {}

  /// Judges the octets received since a request was sent. May be called again with more octets
  /// while the result is [Incomplete].
  static Answer judge(Request sent, byte[] octets) {
    if (octets.length == 0) {
      return new Incomplete();
    }
    return switch (octets[0]) {
      case Reply.Refused.OCTET -> new Refused(octets.length - 1);
      case 'A' -> judgeAccepting(sent, octets);
      default -> malformed(MalformedReason.FIRST_OCTET, sent, octets);
    };
  }

  private static Answer judgeAccepting(Request sent, byte[] octets) {
    int length = Math.min(octets.length, Reply.Accepted.LENGTH);
    byte[] expected = sent.encode();
    int echoed = Math.min(length, expected.length);
    long digits = 0;
    for (int i = 1; i < length; i++) {
      int digit = Hex.valueOf(octets[i]);
      if (digit < 0) {
        return malformed(MalformedReason.NOT_HEX, sent, octets);
      }
      if (i < echoed && digit != Hex.valueOf(expected[i])) {
        return malformed(MalformedReason.ofEcho(i), sent, octets);
      }
      digits = digits << 4 | digit;
    }
    if (length < Reply.Accepted.LENGTH) {
      return new Incomplete();
    }
    int value = (int) digits & Wwep.MAX_VALUE;
    return new Accepted(
        new Reply.Accepted(sent.device(), sent.register(), value), octets.length - length);
  }

  private static Malformed malformed(MalformedReason reason, Request sent, byte[] octets) {
    String expected =
        switch (sent) {
          case Request.Read(int device, int register) ->
              "A%04X%02X and 4 hex digits".formatted(device, register);
          case Request.Write(int device, int register, int value) ->
              new Reply.Accepted(device, register, value).toString();
        };
    byte[] shown = Arrays.copyOf(octets, Math.min(octets.length, Reply.Accepted.LENGTH));
    return new Malformed(
        reason,
        "the answer %s to %s %s; expected %s or X"
            .formatted(WireText.escape(shown), sent, reason.sentence(), expected));
  }
}
