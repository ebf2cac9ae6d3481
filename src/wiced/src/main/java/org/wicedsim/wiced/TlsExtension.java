package org.wicedsim.wiced;

import java.util.List;

/// What a client adds to its greeting (`wiced_tls_extension_t`).
public sealed interface TlsExtension {
  /// The name of the server that is meant (RFC 6066 section 3). It is sent, and the server's
  /// certificate must be made for it, in both profiles.
  record ServerName(String name) implements TlsExtension {}

  /// The protocols that the client speaks inside TLS (RFC 7301), the best one first.
  record Alpn(List<String> protocols) implements TlsExtension {
    public Alpn {
      protocols = List.copyOf(protocols);
    }
  }
}
