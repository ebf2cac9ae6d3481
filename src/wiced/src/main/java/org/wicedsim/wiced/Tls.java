package org.wicedsim.wiced;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// TLS (`wiced_tls.h`, SPEC 3.5): contexts, and the root certificates that all of them share.
public final class Tls {
  private final Sdk sdk;
  private volatile List<X509Certificate> rootCertificates = List.of();

  Tls(Sdk sdk) {
    this.sdk = sdk;
  }

  /// A context for client connections (`wiced_tls_init_context` without an identity).
  ///
  /// @param peerName the name that the server's certificate must be made for; null accepts any. The
  ///   profile `wiced` ignores it, as the SDK did.
  public TlsContext initContext(@Nullable String peerName) {
    sdk.returned("wiced_tls_init_context", WicedResult.SUCCESS, String.valueOf(peerName));
    return new TlsContext(sdk, peerName);
  }

  /// Sets the certificates that servers are verified with (`wiced_tls_init_root_ca_certificates`),
  /// for the whole board; they replace earlier ones. Without any, servers are not verified.
  ///
  /// @param trusted PEM or DER; empty changes nothing
  /// @return SUCCESS; ERROR when no certificate can be read, and the board has none then
  public WicedResult initRootCaCertificates(byte[] trusted) {
    WicedResult result = WicedResult.SUCCESS;
    if (trusted.length > 0) {
      try {
        rootCertificates = Certificates.parse(trusted);
      } catch (CertificateException e) {
        rootCertificates = List.of();
        sdk.diagnose("bad-root-ca", "the root CA certificates cannot be read: " + e.getMessage());
        result = WicedResult.ERROR;
      }
    }
    return sdk.returned("wiced_tls_init_root_ca_certificates", result, trusted.length);
  }

  /// Forgets the root certificates (`wiced_tls_deinit_root_ca_certificates`).
  public WicedResult deinitRootCaCertificates() {
    rootCertificates = List.of();
    return sdk.returned("wiced_tls_deinit_root_ca_certificates", WicedResult.SUCCESS);
  }

  TlsSession clientSession(TlsContext context) {
    List<X509Certificate> trusted = rootCertificates;
    if (trusted.isEmpty()) {
      sdk.diagnose(
          "tls-unverified",
          "the server's certificate is not verified, since no root CA is set: anybody in the"
              + " middle can read and change this connection");
    }
    return new TlsSession(sdk.board().description().tlsProfile(), trusted, context.expectedName());
  }
}
