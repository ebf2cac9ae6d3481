package org.wicedsim.cli.mitm;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// Clients of the JDK: one that believes everybody, and one that verifies chain and name.
final class TlsClient {
  private static final int TIMEOUT_MS = 30_000;

  private TlsClient() {}

  static SSLSocket credulous(InetSocketAddress server) throws Exception {
    return connect(server, InsecureTrustManagerFactory.INSTANCE.getTrustManagers());
  }

  /// Trusts [Middle#REAL] alone.
  static SSLSocket verifying(InetSocketAddress server) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("real", Middle.REAL.certificate());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLSocket socket = connect(server, trust.getTrustManagers());
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static SSLSocket connect(InetSocketAddress server, TrustManager[] trust)
      throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust, null);
    Socket plain = new Socket();
    plain.connect(server, TIMEOUT_MS);
    plain.setSoTimeout(TIMEOUT_MS);
    return (SSLSocket)
        context
            .getSocketFactory()
            .createSocket(plain, "wwep.ww101.cypress.com", server.getPort(), true);
  }
}
