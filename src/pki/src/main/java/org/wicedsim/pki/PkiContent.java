package org.wicedsim.pki;

import java.security.PublicKey;
import java.security.cert.X509Certificate;

/// What a file of certificates and keys can hold.
public sealed interface PkiContent {
  /// A certificate.
  record Certificate(X509Certificate certificate) implements PkiContent {}

  /// What is sent to a CA to get one.
  record Request(CertificateRequest request) implements PkiContent {}

  /// A public key alone.
  record Public(PublicKey key) implements PkiContent {}

  /// A private key, of which only the facts are told.
  record Private(KeyFacts facts) implements PkiContent {}

  /// A private key behind a passphrase: not even its kind is known.
  record Locked() implements PkiContent {}

  /// Something else in PEM.
  ///
  /// @param description what it is, in words for a message
  record Other(String description) implements PkiContent {}
}
