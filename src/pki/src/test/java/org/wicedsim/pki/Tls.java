package org.wicedsim.pki;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// The JDK's own opinion of an identity: path validation and TLS on loopback.
final class Tls {
  private static final char[] PASSWORD = "none".toCharArray();

  private Tls() {}

  static void validate(Identity identity, X509Certificate anchor) throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(identity.chain()), parameters);
  }

  /// A server that shakes hands with each connection and closes it.
  static Server serve(Identity identity) throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setKeyEntry(
        "own", identity.privateKey(), PASSWORD, identity.chain().toArray(X509Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    var socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(() -> answer(socket));
    return new Server(socket);
  }

  /// Shakes hands as a client that trusts one certificate and checks the name.
  static void connect(Server server, X509Certificate anchor, String name)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setCertificateEntry("anchor", anchor);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    InetAddress address = InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1});
    try (var socket = (SSLSocket) context.getSocketFactory().createSocket(address, server.port())) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
    }
  }

  record Server(SSLServerSocket socket) implements AutoCloseable {
    int port() {
      return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static void answer(SSLServerSocket socket) {
    while (!socket.isClosed()) {
      try (var connection = (SSLSocket) socket.accept()) {
        connection.startHandshake();
        connection.getOutputStream().write('X');
        // Until the client has gone: closing first could reset what it has not read yet.
        connection.getInputStream().readAllBytes();
      } catch (IOException _) {
        // The client says what was wrong.
      }
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
