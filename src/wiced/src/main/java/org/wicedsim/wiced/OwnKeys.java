package org.wicedsim.wiced;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// The key manager of one TLS session: the firmware's identity, if it has one, whatever issuers the
/// peer would like, as mbedTLS does. It remembers that a server asked a client for it.
final class OwnKeys extends X509ExtendedKeyManager {
  private static final String ALIAS = "identity";

  private final List<X509Certificate> chain;
  private final @Nullable PrivateKey privateKey;
  private volatile boolean demanded;

  OwnKeys(@Nullable TlsIdentity identity) {
    chain = identity == null ? List.of() : identity.chain();
    privateKey = identity == null ? null : identity.privateKey();
  }

  /// Whether a server asked for a certificate, and there is none.
  boolean isMissed() {
    return demanded && chain.isEmpty();
  }

  boolean isEmpty() {
    return chain.isEmpty();
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, SSLEngine engine) {
    demanded = true;
    for (String keyType : keyTypes) {
      if (isOfKind(keyType)) {
        return ALIAS;
      }
    }
    return null;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    return isOfKind(keyType) ? ALIAS : null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return chain.isEmpty() ? null : chain.toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return privateKey;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }

  /// JSSE names kinds of keys by their algorithm, also as `EC_EC` or `RSASSA-PSS`.
  private boolean isOfKind(String keyType) {
    return privateKey != null && keyType.startsWith(privateKey.getAlgorithm());
  }
}
