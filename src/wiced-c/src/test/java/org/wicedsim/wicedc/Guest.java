package org.wicedsim.wicedc;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// Somebody on the LAN who is connected to a board: a plain socket of the JDK, or its TLS.
record Guest(Socket socket) implements AutoCloseable {
  static Guest of(Socket connected) {
    return new Guest(connected);
  }

  /// Shakes hands, and trusts one certificate alone.
  static Guest overTls(Socket connected, X509Certificate trusted) throws Exception {
    KeyStore trust = KeyStore.getInstance(KeyStore.getDefaultType());
    trust.load(null, null);
    trust.setCertificateEntry("server", trusted);
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trust);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(connected, "198.51.100.3", connected.getPort(), true);
    socket.startHandshake();
    return new Guest(socket);
  }

  /// The guest's own.
  int port() {
    return socket.getLocalPort();
  }

  Guest send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /// Says that nothing follows.
  Guest finish() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /// Reads this many octets, or those before the end.
  String read(int octets) throws IOException {
    return new String(socket.getInputStream().readNBytes(octets), StandardCharsets.US_ASCII);
  }

  /// Reads to the end, and hangs up: a board waits three seconds for who does not.
  String readAll() throws IOException {
    try (socket) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
