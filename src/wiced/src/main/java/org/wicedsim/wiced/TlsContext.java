package org.wicedsim.wiced;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The TLS settings of a connection (`wiced_tls_context_t`).
public final class TlsContext {
  private final Sdk sdk;
  private final @Nullable TlsIdentity identity;
  private final @Nullable String peerName;
  private final Ledger.User use = this::isInUse;
  private final Ledger.Entry entry;
  private final Set<SocketCore> usedBy = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String serverName;
  private volatile List<String> protocols = List.of();
  private volatile List<X509Certificate> rootCertificates = List.of();
  private volatile boolean alive = true;

  TlsContext(Sdk sdk, @Nullable TlsIdentity identity, @Nullable String peerName) {
    this.sdk = sdk;
    this.identity = identity;
    this.peerName = peerName;
    entry = sdk.ledger().open(Ledger.Kind.TLS_CONTEXT, "wiced_tls_init_context", use);
    if (identity != null) {
      identity.usedBy(use);
    }
  }

  /// Sets an extension (`wiced_tls_set_extension`); it replaces an earlier one of its kind.
  public WicedResult setExtension(TlsExtension extension) {
    set(extension);
    return sdk.returned("wiced_tls_set_extension", WicedResult.SUCCESS, extension);
  }

  /// Sets an extension by the older name (`wiced_tls_add_extension`, deprecated by the SDK).
  public WicedResult addExtension(TlsExtension extension) {
    set(extension);
    sdk.diagnose(
        "deprecated", "wiced_tls_add_extension is deprecated: use wiced_tls_set_extension");
    return sdk.returned("wiced_tls_add_extension", WicedResult.SUCCESS, extension);
  }

  /// Sets the certificates that peers are verified with on connections of this context, in place of
  /// the board's (`wiced_tls_set_context_root_ca_certificates`).
  ///
  /// @param trusted PEM or DER; empty changes nothing
  /// @return SUCCESS; ERROR when no certificate can be read: then the board's count
  public WicedResult setRootCaCertificates(byte[] trusted) {
    WicedResult result = WicedResult.SUCCESS;
    if (trusted.length > 0) {
      rootCertificates = RootCertificates.parse(sdk, trusted);
      result = rootCertificates.isEmpty() ? WicedResult.ERROR : WicedResult.SUCCESS;
    }
    return sdk.returned("wiced_tls_set_context_root_ca_certificates", result, trusted.length);
  }

  /// Makes the context ready for another connection (`wiced_tls_reset_context`): the state of the
  /// session is dropped, the identity, the peer's name and the extensions are kept.
  public WicedResult reset() {
    alive = true;
    return sdk.returned("wiced_tls_reset_context", WicedResult.SUCCESS);
  }

  /// Ends the context (`wiced_tls_deinit_context`); twice does no harm. A connection that still
  /// uses it then ends without TLS's close_notify.
  public WicedResult deinit() {
    end();
    return sdk.returned("wiced_tls_deinit_context", WicedResult.SUCCESS);
  }

  void end() {
    alive = false;
    entry.close();
    if (identity != null) {
      identity.leftBy(use);
    }
  }

  /// A socket works with this context from now on: it is in use whenever the socket is.
  void usedBy(SocketCore socket) {
    usedBy.add(socket);
  }

  /// A socket works with this context no more.
  void leftBy(SocketCore socket) {
    usedBy.remove(socket);
  }

  private boolean isInUse() {
    return usedBy.stream().anyMatch(SocketCore::isInUse);
  }

  boolean isAlive() {
    return alive;
  }

  Optional<TlsIdentity> identity() {
    return Optional.ofNullable(identity);
  }

  /// What the SERVER_NAME extension says.
  Optional<String> serverName() {
    return Optional.ofNullable(serverName);
  }

  /// Which name the peer must prove, in the profile that heeds it.
  Optional<String> peerName() {
    return Optional.ofNullable(peerName);
  }

  /// What this context trusts; empty when the board's root certificates count.
  List<X509Certificate> rootCertificates() {
    return rootCertificates;
  }

  List<String> protocols() {
    return protocols;
  }

  private void set(TlsExtension extension) {
    switch (extension) {
      case TlsExtension.ServerName(String name) -> serverName = name;
      case TlsExtension.Alpn(List<String> spoken) -> protocols = spoken;
    }
  }
}
