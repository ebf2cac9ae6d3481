package org.wicedsim.wiced;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.TlsProfile;
import org.wicedsim.wiced.TlsRefusal.Reason;

/// Verifies a peer's certificate for JSSE as SPEC 3.5 says: its chain, then its name. Without any
/// trusted certificate every peer is accepted.
final class PeerVerifier extends X509ExtendedTrustManager {
  private static final X509Certificate[] NONE = {};

  /// Purposes of RFC 5280 section 4.2.1.12.
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  private static final String ANY_PURPOSE = "2.5.29.37.0";

  private final List<X509Certificate> trusted;
  private final ChainVerifier chains;
  private final @Nullable String expectedName;

  /// @param expectedName of a server; null accepts any
  PeerVerifier(TlsProfile profile, List<X509Certificate> trusted, @Nullable String expectedName) {
    this.trusted = trusted;
    chains = new ChainVerifier(profile, trusted);
    this.expectedName = expectedName;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    verify(chain, SERVER_AUTH);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    verify(chain, CLIENT_AUTH);
  }

  private void verify(X509Certificate[] chain, String purpose) throws PeerRefusedException {
    if (trusted.isEmpty()) {
      return;
    }
    chains.verify(List.of(chain));
    X509Certificate leaf = chain[0];
    if (!trusted.contains(leaf) && !isMadeFor(purpose, leaf)) {
      throw new PeerRefusedException(
          Reason.WRONG_PURPOSE,
          "the certificate of %s was not made for %s"
              .formatted(
                  leaf.getSubjectX500Principal().getName(),
                  purpose.equals(SERVER_AUTH) ? "servers" : "clients"));
    }
    if (expectedName != null && !CertificateNames.match(leaf, expectedName)) {
      throw new PeerRefusedException(
          Reason.WRONG_NAME,
          "the certificate is for %s, not for %s"
              .formatted(CertificateNames.of(leaf), expectedName));
    }
  }

  /// Whoever holds a client's certificate must not be able to play the server with it.
  private static boolean isMadeFor(String purpose, X509Certificate certificate) {
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      return purposes == null || purposes.contains(purpose) || purposes.contains(ANY_PURPOSE);
    } catch (CertificateParsingException _) {
      return false;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return NONE;
  }

  private static CertificateException onlyEngines() {
    return new CertificateException("boards speak TLS through engines only");
  }
}
