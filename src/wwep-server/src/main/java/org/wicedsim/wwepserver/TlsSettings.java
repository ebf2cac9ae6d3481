package org.wicedsim.wwepserver;

import java.security.cert.X509Certificate;
import java.util.List;

/// How the server offers TLS: 1.2 and 1.3, with forward secrecy and AEAD ciphers only (SPEC 3.5,
/// profile `modern`). Sessions are resumed.
///
/// A client of TLS 1.2 that asks for renegotiation is refused if the JVM was started with
/// `-Djdk.tls.rejectClientInitiatedRenegotiation=true`; the JDK reads this property when its TLS is
/// first used, so the launcher must set it.
///
/// @param port 0 to 65,535; 0 takes any free port
/// @param identity what the server shows to its clients
/// @param clientAuthorities certificates that a client's certificate must lead to; empty where
///   clients need none. Not empty: a client without a fitting certificate is refused
public record TlsSettings(
    int port, ServerIdentity identity, List<X509Certificate> clientAuthorities) {
  /// Throws [IllegalArgumentException] for a port out of range.
  public TlsSettings {
    ClassServerConfig.checkPort(port);
    clientAuthorities = List.copyOf(clientAuthorities);
  }
}
