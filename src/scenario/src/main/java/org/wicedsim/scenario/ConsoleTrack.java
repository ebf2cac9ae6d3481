package org.wicedsim.scenario;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.wicedsim.hal.Octets;

/// Puts what the firmware sends to the console together to lines, however it was split.
final class ConsoleTrack {
  /// A line that grows to this ends there, and the rest begins another.
  static final int MAX_LINE_CHARS = 4096;

  private final Track track = new Track("nothing on the console");
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] undecoded = new byte[0];
  private ConsoleLine line = new ConsoleLine();

  Track track() {
    return track;
  }

  void append(Octets octets, long nanos) {
    CharBuffer text = decode(octets.toBytes());
    while (text.hasRemaining()) {
      append(text.get(), nanos);
    }
  }

  private void append(char c, long nanos) {
    if (c != '\n') {
      if (line.length() == 0) {
        track.add(line);
      }
      line.append(c, nanos);
    }
    if (c == '\n' || line.length() == MAX_LINE_CHARS) {
      line.end();
      track.tidy();
      line = new ConsoleLine();
    }
  }

  /// Decodes what is whole, and keeps the beginning of a character that is yet to be completed.
  private CharBuffer decode(byte[] octets) {
    ByteBuffer in = ByteBuffer.allocate(undecoded.length + octets.length);
    in.put(undecoded).put(octets).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining());
    decoder.decode(in, out, false);
    undecoded = new byte[in.remaining()];
    in.get(undecoded);
    return out.flip();
  }
}
