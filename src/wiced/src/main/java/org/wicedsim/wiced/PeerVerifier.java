package org.wicedsim.wiced;

import java.net.Socket;
import java.security.cert.CertificateException;
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

  private final boolean verifies;
  private final ChainVerifier chains;
  private final @Nullable String expectedName;

  /// @param expectedName of a server; null accepts any
  PeerVerifier(TlsProfile profile, List<X509Certificate> trusted, @Nullable String expectedName) {
    verifies = !trusted.isEmpty();
    chains = new ChainVerifier(profile, trusted);
    this.expectedName = expectedName;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    verify(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    verify(chain);
  }

  private void verify(X509Certificate[] chain) throws PeerRefusedException {
    if (!verifies) {
      return;
    }
    chains.verify(List.of(chain));
    X509Certificate leaf = chain[0];
    if (expectedName != null && !CertificateNames.match(leaf, expectedName)) {
      throw new PeerRefusedException(
          Reason.WRONG_NAME,
          "the certificate is for %s, not for %s"
              .formatted(CertificateNames.of(leaf), expectedName));
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
