package org.wicedsim.wwepserver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Arrays;
import org.wicedsim.wwep.Reply;

/// Collects the answers to a batch of requests, so that they leave in one write. One for each event
/// loop, since nothing stays in it when a connection's turn ends.
final class AnswerBuffer {
  private static final int CAPACITY = 16_384;

  private byte[] octets = new byte[CAPACITY];
  private int length;

  /// False when the answers collected should be written before more requests are read.
  boolean hasRoom() {
    return length + Reply.Accepted.LENGTH <= CAPACITY;
  }

  boolean isEmpty() {
    return length == 0;
  }

  void accept(int device, int register, int value) {
    if (length + Reply.Accepted.LENGTH > octets.length) {
      octets = Arrays.copyOf(octets, 2 * octets.length);
    }
    length = Reply.Accepted.put(device, register, value, octets, length);
  }

  void refuse() {
    if (length == octets.length) {
      octets = Arrays.copyOf(octets, 2 * octets.length);
    }
    octets[length++] = Reply.Refused.OCTET;
  }

  /// Empties the buffer into one that the caller must release or write.
  ByteBuf take(ByteBufAllocator allocator) {
    ByteBuf taken = allocator.directBuffer(length, length);
    taken.writeBytes(octets, 0, length);
    length = 0;
    return taken;
  }
}
