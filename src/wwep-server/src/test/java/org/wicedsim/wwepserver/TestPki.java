package org.wicedsim.wwepserver;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.KeyKind;
import org.wicedsim.pki.Purpose;

/// The certificates of the TLS tests: a class server, and clients of a CA that it may trust.
final class TestPki {
  static final Identity SERVER = selfSigned("CN=class server", Purpose.SERVER, KeyKind.EC_P256);
  static final Identity RSA_SERVER =
      selfSigned("CN=class server", Purpose.SERVER, KeyKind.RSA_2048);
  static final Identity CLIENT_CA = selfSigned("CN=client CA", Purpose.CA, KeyKind.EC_P256);
  static final Identity CLIENT = client(CLIENT_CA);
  static final Identity STRANGER = client(selfSigned("CN=other CA", Purpose.CA, KeyKind.EC_P256));

  private TestPki() {}

  static ServerIdentity identity(Identity server) {
    return new ServerIdentity(server.privateKey(), server.chain());
  }

  /// TLS at any free port, without client certificates.
  static TlsSettings settings() {
    return new TlsSettings(0, identity(SERVER), List.of());
  }

  /// TLS that demands a certificate of [#CLIENT_CA].
  static TlsSettings mutualSettings() {
    return new TlsSettings(0, identity(SERVER), List.of(CLIENT_CA.certificate()));
  }

  /// A client's context that trusts the server, with a certificate of its own or none.
  static SSLContext clientContext(X509Certificate trusted, @Nullable Identity own) {
    try {
      KeyStore anchors = emptyStore();
      anchors.setCertificateEntry("server", trusted);
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(anchors);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          own == null ? new KeyManager[0] : keyManagers(own), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyManager[] keyManagers(Identity own)
      throws GeneralSecurityException, IOException {
    KeyStore keys = emptyStore();
    keys.setKeyEntry(
        "own", own.privateKey(), new char[0], own.chain().toArray(new X509Certificate[0]));
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(keys, new char[0]);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Identity selfSigned(String subject, Purpose purpose, KeyKind kind) {
    return CertificateMaker.selfSigned(
        spec(subject, purpose)
            .withAlternativeNames(
                List.of("localhost"), List.of((Inet4Address) InetAddress.ofLiteral("127.0.0.1"))),
        kind);
  }

  private static Identity client(Identity authority) {
    return CertificateMaker.issuedBy(authority, spec("CN=board", Purpose.CLIENT), KeyKind.EC_P256);
  }

  private static CertificateSpec spec(String subject, Purpose purpose) {
    Instant now = Instant.now();
    return CertificateSpec.of(
        subject, purpose, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
  }
}
