package org.wicedsim.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineSocketTest {
  private static final int MORE_THAN_THE_KERNEL_KEEPS = 4 * 1_024 * 1_024;

  @TempDir private Path folder;
  private SocketChannel raw;
  private LineSocket lines;

  @BeforeEach
  void connect() throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      raw = SocketChannel.open(address);
      lines = LineSocket.of(server.accept());
    }
  }

  @AfterEach
  void close() throws IOException {
    raw.close();
    lines.close();
  }

  @Test
  void linesArriveOneByOne() throws IOException {
    write("{}\n{\"a\":1}\n\n");

    assertThat(lines.receive()).contains("{}");
    assertThat(lines.receive()).contains("{\"a\":1}");
    assertThat(lines.receive()).contains("");
  }

  @Test
  void aLineInPiecesIsOneLine() throws Exception {
    CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> received(lines));

    for (int piece : "{\"ä\":\"€\"}\n".codePoints().toArray()) {
      write(Character.toString(piece));
    }

    assertThat(line.get(10, TimeUnit.SECONDS)).isEqualTo("{\"ä\":\"€\"}");
  }

  @Test
  void theEndBehindALineIsTheEnd() throws IOException {
    write("{}\n");
    raw.close();

    assertThat(lines.receive()).contains("{}");
    assertThat(lines.receive()).isEmpty();
  }

  @Test
  void theEndWithinALineIsAnErrorOfItsOwn() throws IOException {
    write("{}\n{\"a\"");
    raw.close();
    assertThat(lines.receive()).contains("{}");

    assertThatExceptionOfType(ControlException.class)
        .isThrownBy(lines::receive)
        .returns(ControlException.Kind.CUT_OFF, ControlException::kind)
        .withMessageContaining("4 octets");
  }

  @Test
  void octetsThatAreNotUtf8AreRefused() throws IOException {
    raw.write(ByteBuffer.wrap(new byte[] {'"', (byte) 0xFF, '"', '\n'}));

    assertThatExceptionOfType(ControlException.class)
        .isThrownBy(lines::receive)
        .returns(ControlException.Kind.MALFORMED, ControlException::kind);
  }

  @Test
  void aLineOfTheGreatestLengthArrives() throws Exception {
    CompletableFuture<Void> written = writeInBackground(LineSocket.MAX_LINE_OCTETS);

    assertThat(lines.receive())
        .hasValueSatisfying(line -> assertThat(line).hasSize(LineSocket.MAX_LINE_OCTETS));
    written.get(10, TimeUnit.SECONDS);
  }

  @Test
  void aLongerLineIsRefused() {
    CompletableFuture<Void> written = writeInBackground(LineSocket.MAX_LINE_OCTETS + 1);

    assertThatExceptionOfType(ControlException.class)
        .isThrownBy(lines::receive)
        .returns(ControlException.Kind.TOO_LONG, ControlException::kind);
    written.cancel(true);
  }

  @Test
  void aLineThatIsTooLongIsNotSent() {
    JsonText text = new JsonText();
    text.begin().field("a", "x".repeat(LineSocket.MAX_LINE_OCTETS)).end();

    assertThatExceptionOfType(ControlException.class)
        .isThrownBy(() -> lines.send(text))
        .returns(ControlException.Kind.TOO_LONG, ControlException::kind);
  }

  // Threads of the firmware are interrupted at any time: the socket must survive it, and they must
  // stay interrupted.
  @Test
  void anInterruptedThreadSendsAndStaysInterrupted() throws Exception {
    JsonText text = new JsonText();
    text.begin().field("a", "x".repeat(MORE_THAN_THE_KERNEL_KEEPS)).end();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread sender =
        Thread.ofPlatform()
            .start(() -> {
              Thread.currentThread().interrupt();
              try {
                lines.send(text);
                interrupted.complete(Thread.currentThread().isInterrupted());
              } catch (IOException e) {
                interrupted.completeExceptionally(e);
              }
            });

    ByteBuffer read = ByteBuffer.allocate(text.length());
    while (read.hasRemaining() && raw.read(read) > 0) {
      sender.interrupt();
    }

    assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(read.array()).startsWith((byte) '{').endsWith((byte) '}', (byte) '\n');
  }

  @Test
  void closingEndsWhoReceives() throws Exception {
    CompletableFuture<Object> received =
        CompletableFuture.supplyAsync(() -> {
          try {
            return lines.receive();
          } catch (IOException e) {
            return e;
          }
        });

    lines.close();

    assertThat(received.get(10, TimeUnit.SECONDS))
        .isInstanceOfAny(
            AsynchronousCloseException.class, java.nio.channels.ClosedChannelException.class);
  }

  private void write(String text) throws IOException {
    ByteBuffer octets = ByteBuffer.wrap(text.getBytes(UTF_8));
    while (octets.hasRemaining()) {
      raw.write(octets);
    }
  }

  private CompletableFuture<Void> writeInBackground(int octets) {
    return CompletableFuture.runAsync(() -> {
      try {
        write("x".repeat(octets) + "\n");
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  private static String received(LineSocket from) {
    try {
      return from.receive().orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
