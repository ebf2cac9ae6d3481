package org.wicedsim.wiced.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.wicedsim.pki.Identity;

/// A server that plays a script to one client after another, on plain sockets of the JDK.
///
/// @param <T> what a script finds out
public final class Peer<T> implements AutoCloseable {
  /// No script waits longer than this for its client.
  static final int PATIENCE_MS = 20_000;

  /// What the server does with one client. The connection is closed behind it.
  @FunctionalInterface
  public interface Script<T> {
    T talk(Client client) throws Exception;
  }

  private final ServerSocket listener;
  private final LinkedBlockingQueue<CompletableFuture<T>> outcomes = new LinkedBlockingQueue<>();
  private final Thread thread;

  /// Listens at `address` and plays `script` to every client that comes.
  public Peer(InetSocketAddress address, Script<T> script) throws IOException {
    this(new ServerSocket(), address, script);
  }

  /// The same with a listener of another kind, which is not bound yet.
  Peer(ServerSocket listener, InetSocketAddress address, Script<T> script) throws IOException {
    this.listener = listener;
    listener.bind(address);
    thread = Thread.ofVirtual().name("peer").start(() -> serve(script));
  }

  /// What the script found out about the next client, in the order in which they came.
  ///
  /// @throws AssertionError when no client came, or the script failed
  public T next() {
    try {
      CompletableFuture<T> outcome = outcomes.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
      if (outcome == null) {
        throw new AssertionError("no client came, or the script does not end");
      }
      return outcome.get();
    } catch (Exception e) {
      throw new AssertionError("the peer's script failed", e);
    }
  }

  /// How many clients have come whose outcome was not asked for.
  public int unasked() {
    return outcomes.size();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Script<T> script) {
    while (true) {
      CompletableFuture<T> outcome = new CompletableFuture<>();
      try (Socket socket = listener.accept()) {
        socket.setSoTimeout(PATIENCE_MS);
        outcome.complete(script.talk(new Client(socket)));
      } catch (Exception e) {
        if (listener.isClosed()) {
          return;
        }
        outcome.completeExceptionally(e);
      }
      outcomes.add(outcome);
    }
  }

  /// One client, as the script sees it.
  ///
  /// @param socket for whatever the methods here do not do
  public record Client(Socket socket) {
    /// Reads exactly this many octets, as Latin-1.
    public String read(int octets) throws IOException {
      return new String(socket.getInputStream().readNBytes(octets), ISO_8859_1);
    }

    /// Reads until the client's FIN, as Latin-1.
    public String readToEnd() throws IOException {
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /// Sends text in Latin-1.
    public void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /// Sends FIN; the client may go on sending.
    public void finish() throws IOException {
      socket.shutdownOutput();
    }

    /// Ends the connection with RST.
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /// TLS on this connection, with the server's part; the methods here go on below it.
    public SSLSocket sealed(Identity identity) throws IOException, GeneralSecurityException {
      return TlsServer.over(socket, identity);
    }

    /// Keeps the connection as it is until the test is over.
    public void hold() throws InterruptedException {
      new CountDownLatch(1).await();
    }

    /// The client's end, as this side sees it.
    public InetSocketAddress remote() {
      return (InetSocketAddress) socket.getRemoteSocketAddress();
    }
  }
}
