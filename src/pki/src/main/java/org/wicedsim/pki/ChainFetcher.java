package org.wicedsim.pki;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Asks a TLS server for its certificates and hangs up, whoever it is.
public final class ChainFetcher {
  /// For the TCP connection.
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /// For the whole handshake, also when the server sends it drop by drop.
  private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);

  private ChainFetcher() {}

  /// The certificates that a server sends. Blocks until they are here, 15 seconds at most.
  ///
  /// @param serverName whom to ask for (SNI): one address may have many certificates
  /// @throws SSLException when something listens, but sends no certificates in time
  /// @throws IOException when there is no TCP connection
  public static ServerChain fetch(InetSocketAddress target, String serverName) throws IOException {
    return fetch(target, serverName, HANDSHAKE_TIMEOUT);
  }

  static ServerChain fetch(InetSocketAddress target, String serverName, Duration handshakeTimeout)
      throws IOException {
    Recorder recorder = new Recorder();
    try (Socket plain = new Socket()) {
      plain.connect(target, (int) CONNECT_TIMEOUT.toMillis());
      shakeHands(plain, serverName, recorder, handshakeTimeout);
    }
    if (recorder.chain.isEmpty()) {
      throw new SSLException("the handshake brought no certificate");
    }
    return new ServerChain(recorder.chain);
  }

  /// What fails after the certificates came is of no interest: a server may demand one of ours.
  private static void shakeHands(
      Socket plain, String serverName, Recorder recorder, Duration timeout) throws IOException {
    AtomicBoolean timedOut = new AtomicBoolean();
    CountDownLatch done = new CountDownLatch(1);
    Thread watch = Thread.startVirtualThread(() -> closeAfter(plain, timeout, done, timedOut));
    try (SSLSocket sealed =
        (SSLSocket)
            context(recorder)
                .getSocketFactory()
                .createSocket(plain, serverName, plain.getPort(), true)) {
      sealed.startHandshake();
    } catch (IOException e) {
      if (timedOut.get() && recorder.chain.isEmpty()) {
        throw new SSLException("no handshake within %d ms".formatted(timeout.toMillis()), e);
      }
      if (recorder.chain.isEmpty()) {
        throw e instanceof SSLException refused
            ? refused
            : new SSLException("the connection broke in the handshake: " + e.getMessage(), e);
      }
    } finally {
      done.countDown();
      join(watch);
    }
  }

  private static void closeAfter(
      Socket socket, Duration timeout, CountDownLatch done, AtomicBoolean timedOut) {
    try {
      if (!done.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        timedOut.set(true);
        socket.close();
      }
    } catch (InterruptedException | IOException _) {
      // A socket that cannot be closed is closed.
      return;
    }
  }

  private static void join(Thread watch) throws InterruptedIOException {
    try {
      watch.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static SSLContext context(Recorder recorder) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {recorder}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new PkiException("This Java has no TLS: " + e.getMessage(), e);
    }
  }

  /// Keeps what the server sends, and takes everything: nothing is sent to the server afterwards.
  private static final class Recorder extends X509ExtendedTrustManager {
    private volatile List<X509Certificate> chain = List.of();

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType) {
      chain = List.of(sent);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, Socket socket) {
      chain = List.of(sent);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, SSLEngine engine) {
      chain = List.of(sent);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType) {
      throw new UnsupportedOperationException("only servers are asked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, Socket socket) {
      throw new UnsupportedOperationException("only servers are asked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, SSLEngine engine) {
      throw new UnsupportedOperationException("only servers are asked");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
