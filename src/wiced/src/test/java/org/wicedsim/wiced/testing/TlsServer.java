package org.wicedsim.wiced.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.wicedsim.pki.Identity;

/// Makes listeners that speak TLS with the JDK's own engine.
final class TlsServer {
  private static final char[] PASSWORD = "none".toCharArray();

  private TlsServer() {}

  /// A listener with this identity, not bound yet.
  ///
  /// @param clientCa whom clients must have a certificate of; null demands none
  /// @param settings what else the listener shall do
  static SSLServerSocket listener(
      Identity identity, @Nullable X509Certificate clientCa, Consumer<SSLServerSocket> settings)
      throws GeneralSecurityException, IOException {
    SSLContext context = context(identity, clientCa);
    SSLServerSocket listener =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
    listener.setNeedClientAuth(clientCa != null);
    settings.accept(listener);
    return listener;
  }

  /// TLS over a connection that was accepted.
  static SSLSocket over(Socket connection, Identity identity)
      throws GeneralSecurityException, IOException {
    SSLSocket socket =
        (SSLSocket)
            context(identity, null)
                .getSocketFactory()
                .createSocket(connection, InputStream.nullInputStream(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  /// Shakes hands, so that a script begins behind the handshake.
  static <T> Peer.Script<T> behindTheHandshake(Peer.Script<T> script) {
    return client -> {
      ((SSLSocket) client.socket()).startHandshake();
      return script.talk(client);
    };
  }

  private static SSLContext context(Identity identity, @Nullable X509Certificate clientCa)
      throws GeneralSecurityException, IOException {
    KeyStore own = empty();
    own.setKeyEntry(
        "own", identity.privateKey(), PASSWORD, identity.chain().toArray(X509Certificate[]::new));
    // Not "PKIX": that one judges certificates, and some are bad on purpose.
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(own, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), clientCa == null ? null : trusting(clientCa), null);
    return context;
  }

  private static TrustManager[] trusting(X509Certificate anchor)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    store.setCertificateEntry("anchor", anchor);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    return trust.getTrustManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
