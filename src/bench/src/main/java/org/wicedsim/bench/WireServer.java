package org.wicedsim.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.wicedsim.hal.Clock;
import org.wicedsim.pki.Identity;
import org.wicedsim.wwep.Request;

/// The other end of the wire: an ordinary Java server socket that takes the time at which a request
/// has arrived, and answers as a class server does. One connection at a time.
final class WireServer implements AutoCloseable {
  private static final int BACKLOG = 16;
  private static final char[] NO_PASSWORD = {};

  private final ServerSocket listening;
  private final Clock clock;
  private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();

  private WireServer(ServerSocket listening, Clock clock) {
    this.listening = listening;
    this.clock = clock;
    Thread.ofPlatform().daemon().name("wire-server").start(this::serve);
  }

  /// A server without TLS.
  static WireServer plain(InetSocketAddress at, Clock clock) throws IOException {
    return new WireServer(bound(new ServerSocket(), at), clock);
  }

  /// A server that shows this identity over TLS.
  static WireServer tls(InetSocketAddress at, Clock clock, Identity identity) throws IOException {
    ServerSocket socket = context(identity).getServerSocketFactory().createServerSocket();
    return new WireServer(bound(socket, at), clock);
  }

  /// The time at which the next request had arrived, by the clock.
  long takeArrival(long timeoutMs) throws InterruptedException {
    Long arrival = arrivals.poll(timeoutMs, TimeUnit.MILLISECONDS);
    if (arrival == null) {
      throw new IllegalStateException("no request arrived within %d ms".formatted(timeoutMs));
    }
    return arrival;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        client.setTcpNoDelay(true);
        byte[] request = client.getInputStream().readNBytes(Request.Write.LENGTH);
        arrivals.add(clock.nanos());
        request[0] = 'A';
        client.getOutputStream().write(request);
      } catch (IOException _) {
        // Closed from outside, or a board that went away: its press tells that nothing arrived.
      }
    }
  }

  private static ServerSocket bound(ServerSocket socket, InetSocketAddress at) throws IOException {
    socket.setReuseAddress(true);
    socket.bind(at, BACKLOG);
    return socket;
  }

  private static SSLContext context(Identity identity) throws IOException {
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry(
          "server",
          identity.privateKey(),
          NO_PASSWORD,
          identity.chain().toArray(X509Certificate[]::new));
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("no TLS with this identity", e);
    }
  }
}
