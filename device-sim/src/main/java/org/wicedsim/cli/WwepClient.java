package org.wicedsim.cli;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wwep.Reply;

/// A client that sends whatever octets it is given, for people who try out a server.
final class WwepClient implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

  /// More than this is not read: no answer is so long.
  private static final int MAX_ANSWER_OCTETS = 4_096;

  private final InetSocketAddress target;
  private final @Nullable Tls tls;
  private @Nullable Socket socket;

  private record Tls(SSLContext context, @Nullable String name) {}

  private WwepClient(InetSocketAddress target, @Nullable Tls tls) {
    this.target = target;
    this.tls = tls;
  }

  /// Speaks plain TCP.
  static WwepClient plain(InetSocketAddress target) {
    return new WwepClient(target, null);
  }

  /// Speaks TLS with anybody.
  static WwepClient unverified(InetSocketAddress target) {
    return new WwepClient(
        target, new Tls(context(InsecureTrustManagerFactory.INSTANCE.getTrustManagers()), null));
  }

  /// Speaks TLS with a server whose certificate leads to a trusted one and is made for `name`.
  static WwepClient verified(InetSocketAddress target, String name, List<X509Certificate> trusted) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (int i = 0; i < trusted.size(); i++) {
        store.setCertificateEntry("trusted-" + i, trusted.get(i));
      }
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      return new WwepClient(target, new Tls(context(factory.getTrustManagers()), name));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("certificates cannot be kept in memory", e);
    }
  }

  /// Connects, if there is no connection.
  ///
  /// @throws javax.net.ssl.SSLException when the TLS handshake fails
  /// @throws IOException when there is no TCP connection
  void open() throws IOException {
    if (socket != null) {
      return;
    }
    Socket opened = new Socket();
    try {
      opened.connect(target, (int) CONNECT_TIMEOUT.toMillis());
      opened.setSoTimeout((int) ANSWER_TIMEOUT.toMillis());
      opened.setTcpNoDelay(true);
      if (tls != null) {
        opened = seal(opened, tls);
      }
      socket = opened;
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  /// Sends a message, and reads the answer: up to its end, or what came before the server fell
  /// silent.
  byte[] exchange(String message) throws IOException {
    Socket open = socket;
    if (open == null) {
      throw new IOException("not connected");
    }
    open.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
    open.getOutputStream().flush();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    InputStream in = open.getInputStream();
    byte[] buffer = new byte[MAX_ANSWER_OCTETS];
    while (!isWhole(answer)) {
      try {
        int count = in.read(buffer, 0, MAX_ANSWER_OCTETS - answer.size());
        if (count < 0) {
          break;
        }
        answer.write(buffer, 0, count);
      } catch (SocketTimeoutException _) {
        break;
      }
    }
    return answer.toByteArray();
  }

  @Override
  public void close() {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException _) {
        // The answer is here already.
      }
      socket = null;
    }
  }

  private static boolean isWhole(ByteArrayOutputStream answer) {
    int length = answer.size();
    if (length == 0) {
      return false;
    }
    boolean accepted = answer.toByteArray()[0] == 'A';
    return length >= (accepted ? Reply.Accepted.LENGTH : 1);
  }

  private static SSLSocket seal(Socket plain, Tls tls) throws IOException {
    String name = tls.name();
    SSLSocket sealed =
        (SSLSocket)
            tls.context().getSocketFactory().createSocket(plain, name, plain.getPort(), true);
    if (name != null) {
      SSLParameters parameters = sealed.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      sealed.setSSLParameters(parameters);
    }
    sealed.startHandshake();
    return sealed;
  }

  private static SSLContext context(TrustManager[] trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }
}
