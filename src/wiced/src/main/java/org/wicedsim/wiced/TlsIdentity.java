package org.wicedsim.wiced;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who a board is in TLS (`wiced_tls_identity_t`): a certificate and its private key. One identity
/// serves any number of contexts.
public final class TlsIdentity {
  private final Sdk sdk;
  private final WicedResult result;
  private final List<X509Certificate> chain;
  private final @Nullable PrivateKey privateKey;
  private final Ledger.Entry entry;
  private final Set<Ledger.User> usedBy = ConcurrentHashMap.newKeySet();

  /// @param result what initialising gave
  /// @param chain the certificate, and those that issued it; empty for an empty identity
  TlsIdentity(
      Sdk sdk, WicedResult result, List<X509Certificate> chain, @Nullable PrivateKey privateKey) {
    this.sdk = sdk;
    this.result = result;
    this.chain = List.copyOf(chain);
    this.privateKey = privateKey;
    entry =
        sdk.ledger()
            .open(
                Ledger.Kind.TLS_IDENTITY,
                "wiced_tls_init_identity",
                () -> usedBy.stream().anyMatch(Ledger.User::isInUse));
  }

  /// What `wiced_tls_init_identity` returned: SUCCESS; or PENDING, as the SDK does, when the
  /// certificate or the key cannot be read: then the identity is empty.
  public WicedResult result() {
    return result;
  }

  /// Ends the identity (`wiced_tls_deinit_identity`); contexts that use it must be ended before.
  public WicedResult deinit() {
    entry.close();
    return sdk.returned("wiced_tls_deinit_identity", WicedResult.SUCCESS);
  }

  /// Something works with this identity from now on: it is in use whenever its user is.
  void usedBy(Ledger.User user) {
    usedBy.add(user);
  }

  /// Something works with this identity no more.
  void leftBy(Ledger.User user) {
    usedBy.remove(user);
  }

  /// The certificate and those that issued it; empty when there is none, or no key to it.
  List<X509Certificate> chain() {
    return privateKey == null ? List.of() : chain;
  }

  @Nullable PrivateKey privateKey() {
    return privateKey;
  }

  /// Names the certificate; never shows the key.
  @Override
  public String toString() {
    return chain.isEmpty()
        ? "an empty identity"
        : "the identity of " + chain.getFirst().getSubjectX500Principal().getName();
  }
}
