package org.wicedsim.wiced;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wicedsim.pki.PkiException;

/// TLS (`wiced_tls.h`, SPEC 3.5): identities, contexts, and the root certificates that all of them
/// share.
public final class Tls {
  private final Sdk sdk;
  private volatile List<X509Certificate> rootCertificates = List.of();

  Tls(Sdk sdk) {
    this.sdk = sdk;
  }

  /// Who the board is (`wiced_tls_init_identity`): its certificate, with those that issued it if
  /// they shall be sent too, and its private key.
  ///
  /// @param privateKey PEM or DER, not encrypted; may be empty
  /// @param certificate PEM or DER; may be empty. A server that has neither fails every handshake.
  /// @return an identity, whose result says whether both could be read
  public TlsIdentity initIdentity(byte[] privateKey, byte[] certificate) {
    TlsIdentity identity;
    try {
      List<X509Certificate> chain =
          certificate.length == 0 ? List.of() : Certificates.parse(certificate);
      PrivateKey key = privateKey.length == 0 ? null : PrivateKeyOctets.parse(privateKey);
      identity = new TlsIdentity(sdk, WicedResult.SUCCESS, chain, key);
    } catch (GeneralSecurityException | PkiException e) {
      sdk.diagnose("bad-identity", "the TLS identity cannot be read: " + e.getMessage());
      identity = new TlsIdentity(sdk, WicedResult.PENDING, List.of(), null);
    }
    sdk.returned("wiced_tls_init_identity", identity.result(), identity);
    return identity;
  }

  /// A context without an identity (`wiced_tls_init_context`), for a client that servers do not ask
  /// who it is: see [#initContext(TlsIdentity, String)].
  public TlsContext initContext(@Nullable String peerName) {
    return initContext(null, peerName);
  }

  /// A context (`wiced_tls_init_context`).
  ///
  /// @param identity who the board is; a server needs one, a client only where it is asked
  /// @param peerName the name that the server's certificate must be made for; null accepts any. The
  ///   profile `wiced` ignores it, as the SDK did.
  public TlsContext initContext(@Nullable TlsIdentity identity, @Nullable String peerName) {
    TlsContext context = new TlsContext(sdk, identity, peerName);
    sdk.returned("wiced_tls_init_context", WicedResult.SUCCESS, String.valueOf(peerName));
    return context;
  }

  /// Sets the certificates that peers are verified with (`wiced_tls_init_root_ca_certificates`),
  /// for the whole board; they replace earlier ones. Without any, servers are not verified. A
  /// server that has some demands a certificate of its clients, and verifies it.
  ///
  /// @param trusted PEM or DER; empty changes nothing
  /// @return SUCCESS; ERROR when no certificate can be read, and the board has none then
  public WicedResult initRootCaCertificates(byte[] trusted) {
    WicedResult result = WicedResult.SUCCESS;
    if (trusted.length > 0) {
      rootCertificates = RootCertificates.parse(sdk, trusted);
      result = rootCertificates.isEmpty() ? WicedResult.ERROR : WicedResult.SUCCESS;
    }
    return sdk.returned("wiced_tls_init_root_ca_certificates", result, trusted.length);
  }

  /// Forgets the root certificates (`wiced_tls_deinit_root_ca_certificates`).
  public WicedResult deinitRootCaCertificates() {
    rootCertificates = List.of();
    return sdk.returned("wiced_tls_deinit_root_ca_certificates", WicedResult.SUCCESS);
  }

  /// A session for one connection.
  TlsSession session(TlsContext context, TlsRole role) {
    List<X509Certificate> own = context.rootCertificates();
    List<X509Certificate> trusted = own.isEmpty() ? rootCertificates : own;
    if (role == TlsRole.CLIENT && trusted.isEmpty()) {
      sdk.diagnose(
          "tls-unverified",
          "the server's certificate is not verified, since no root CA is set: anybody in the"
              + " middle can read and change this connection");
    }
    return new TlsSession(sdk, role, sdk.board().description().tlsProfile(), trusted, context);
  }
}
