package org.wicedsim.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Lines through a socket, both ways. What [#send(JsonText)] has sent when it returns is the
/// kernel's: it arrives although this process crashes the next moment.
///
/// Threads of the firmware send, and are interrupted when their board is switched off. An interrupt
/// would close a channel that blocks: so this one does not, and whoever has to wait waits for a
/// selector.
final class LineSocket implements AutoCloseable {
  /// The longest line.
  static final int MAX_LINE_OCTETS = 16 * 1_024 * 1_024;

  /// How much is read and written at a time: the JDK keeps so much memory for each thread.
  private static final int CHUNK_OCTETS = 64 * 1_024;

  private final SocketChannel channel;
  private final Selector readable;
  private final Selector writable;
  private final ReentrantLock sending = new ReentrantLock();
  private final ByteBuffer arrived = ByteBuffer.allocate(CHUNK_OCTETS).flip();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private LineSocket(SocketChannel channel, Selector readable, Selector writable) {
    this.channel = channel;
    this.readable = readable;
    this.writable = writable;
  }

  /// Takes over a connected channel.
  static LineSocket of(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    Selector readable = Selector.open();
    channel.register(readable, SelectionKey.OP_READ);
    Selector writable = Selector.open();
    channel.register(writable, SelectionKey.OP_WRITE);
    return new LineSocket(channel, readable, writable);
  }

  /// Sends a line, from any thread; waits while the other side does not read.
  ///
  /// @throws ControlException TOO_LONG, and nothing is sent
  void send(JsonText text) throws IOException {
    if (text.length() > MAX_LINE_OCTETS) {
      throw tooLong();
    }
    boolean interrupted = false;
    sending.lock();
    try {
      ByteBuffer rest = ByteBuffer.wrap(text.memory(), 0, text.length());
      while (rest.position() < text.length()) {
        rest.limit(Math.min(rest.position() + CHUNK_OCTETS, text.length()));
        if (channel.write(rest) == 0) {
          // An interrupted thread's selector would not wait.
          interrupted |= Thread.interrupted();
          select(writable);
        }
      }
    } finally {
      sending.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// The next line without its end, for one thread; empty when the other side has ended.
  ///
  /// @throws ControlException TOO_LONG, CUT_OFF, or MALFORMED when it is not UTF-8
  Optional<String> receive() throws IOException {
    line.reset();
    while (true) {
      boolean whole = takeArrived();
      if (line.size() > MAX_LINE_OCTETS) {
        throw tooLong();
      }
      if (whole) {
        return Optional.of(decoded());
      }
      arrived.clear();
      int octets = channel.read(arrived);
      arrived.flip();
      if (octets < 0) {
        return ended();
      }
      if (octets == 0) {
        if (Thread.interrupted()) {
          throw new InterruptedIOException("interrupted");
        }
        select(readable);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    readable.close();
    writable.close();
  }

  /// @return whether the line is whole
  private boolean takeArrived() {
    int begin = arrived.position();
    int end = begin;
    while (end < arrived.limit() && arrived.get(end) != '\n') {
      end++;
    }
    line.write(arrived.array(), begin, end - begin);
    boolean whole = end < arrived.limit();
    arrived.position(whole ? end + 1 : end);
    return whole;
  }

  private String decoded() throws ControlException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ControlException(ControlException.Kind.MALFORMED, "a line is not UTF-8", e);
    }
  }

  private Optional<String> ended() throws ControlException {
    if (line.size() > 0) {
      throw new ControlException(
          ControlException.Kind.CUT_OFF,
          "the other side ended in the middle of a line, behind %d octets".formatted(line.size()));
    }
    return Optional.empty();
  }

  private static void select(Selector selector) throws IOException {
    try {
      selector.select();
      selector.selectedKeys().clear();
    } catch (ClosedSelectorException e) {
      AsynchronousCloseException closed = new AsynchronousCloseException();
      closed.initCause(e);
      throw closed;
    }
  }

  private static ControlException tooLong() {
    return new ControlException(
        ControlException.Kind.TOO_LONG,
        "a line is longer than %d octets".formatted(MAX_LINE_OCTETS));
  }
}
