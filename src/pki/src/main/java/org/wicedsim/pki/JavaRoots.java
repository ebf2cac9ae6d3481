package org.wicedsim.pki;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// The roots that come with Java, as a browser has its own.
public final class JavaRoots {
  private static final @Nullable KeyStore THE_JDKS_OWN = null;

  private JavaRoots() {}

  /// All of them.
  ///
  /// @throws PkiException if this Java has no usable list
  public static List<X509Certificate> certificates() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(THE_JDKS_OWN);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
          .toList();
    } catch (GeneralSecurityException e) {
      throw new PkiException("This Java's root certificates cannot be read: " + e.getMessage(), e);
    }
  }
}
