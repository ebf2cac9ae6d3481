package org.wicedsim.pki;

/// What a certificate is for; decides its basicConstraints, keyUsage and extendedKeyUsage.
public enum Purpose {
  /// Proves a TLS server's name.
  SERVER,
  /// Proves a TLS client to a server that demands a certificate.
  CLIENT,
  /// Signs other certificates, intermediate authorities included.
  CA
}
