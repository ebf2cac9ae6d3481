package org.wicedsim.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// What an impostor presents. Unlike in an [Identity], key and certificate need not belong
/// together: serve it with a TLS engine that does not check (JSSE does not).
///
/// @param impostor who it is
/// @param privateKey what the handshake is signed with
/// @param chain what is sent, the server's own certificate first
/// @param protocols the TLS versions that are spoken, by JSSE's names, the newest first
public record StagedImpostor(
    Impostor impostor, PrivateKey privateKey, List<X509Certificate> chain, List<String> protocols) {
  /// Copies the lists.
  public StagedImpostor {
    chain = List.copyOf(chain);
    protocols = List.copyOf(protocols);
  }

  /// The impostor and its certificate; nothing of the key.
  @Override
  public String toString() {
    return "StagedImpostor[%s, subject=%s, protocols=%s]"
        .formatted(impostor.id(), chain.getFirst().getSubjectX500Principal().getName(), protocols);
  }
}
