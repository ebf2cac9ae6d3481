package org.wicedsim.wiced;

/// Which side of a TLS handshake the board is (`wiced_tls_endpoint_type_t`).
public enum TlsRole {
  /// `WICED_TLS_AS_CLIENT`.
  CLIENT,
  /// `WICED_TLS_AS_SERVER`.
  SERVER
}
