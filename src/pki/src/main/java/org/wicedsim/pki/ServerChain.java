package org.wicedsim.pki;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// The certificates that a TLS server sent: its own first. Nothing of them was verified.
///
/// @param sent at least one
public record ServerChain(List<X509Certificate> sent) {
  /// Copies the list.
  ///
  /// @throws PkiException if it is empty
  public ServerChain {
    sent = List.copyOf(sent);
    if (sent.isEmpty()) {
      throw new PkiException("The server sent no certificate");
    }
  }

  /// The server's own certificate.
  public X509Certificate server() {
    return sent.getFirst();
  }

  /// The CA that signed the server's certificate, if it was sent and is not the root.
  public Optional<X509Certificate> intermediate() {
    return Certificates.isSelfIssued(server())
        ? Optional.empty()
        : sent.stream()
            .filter(issuer -> !Certificates.isSelfIssued(issuer))
            .filter(issuer -> Certificates.isNamedAsIssuerOf(issuer, server()))
            .filter(issuer -> Certificates.isSignedBy(server(), issuer))
            .findFirst();
  }

  /// The root that the chain leads to: one that was sent, else one of `roots` that signed one of
  /// those that were sent.
  ///
  /// Servers seldom send it: who verifies has to have it already.
  public Optional<X509Certificate> root(List<X509Certificate> roots) {
    return sent.stream()
        .filter(Certificates::isSelfSigned)
        .findFirst()
        .or(() -> sent.stream().flatMap(link -> signer(link, roots).stream()).findFirst());
  }

  private static Optional<X509Certificate> signer(
      X509Certificate link, List<X509Certificate> roots) {
    return roots.stream()
        .filter(root -> Certificates.isNamedAsIssuerOf(root, link))
        .filter(root -> Certificates.isSignedBy(link, root))
        .findFirst();
  }
}
