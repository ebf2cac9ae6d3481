package org.wicedsim.wiced;

/// The SDK's result codes (`wiced_result_t`) that this simulator gives.
///
/// The names are WICED's without `WICED_`; families that share a number share a constant, so
/// `WICED_TCPIP_ERROR` and `WICED_TLS_ERROR` are [#ERROR].
public enum WicedResult {
  SUCCESS(0),
  PENDING(1),
  TIMEOUT(2),
  PARTIAL_RESULTS(3),
  /// The general failure; also every failed TLS handshake (SPEC 3.6).
  ERROR(4),
  BADARG(5),
  /// A choice that there is not.
  BADOPTION(6),
  UNSUPPORTED(7),
  OUT_OF_HEAP_SPACE(8),
  /// A network call while the link is down.
  NOTUP(9),
  NOT_FOUND(12),
  /// The DCT stores no access point.
  NO_STORED_AP_IN_DCT(29),
  SEMAPHORE_ERROR(1014),
  /// No access point of this name and security.
  NETWORK_NOT_FOUND(1024),
  THREAD_CREATE_FAILED(1031),
  QUEUE_ERROR(1032),
  /// A delay was ended by force.
  SLEEP_ERROR(1037),
  /// A passphrase that is too short or too long for WPA.
  WPA_KEYLEN_BAD(1046),
  /// A thread that was deleted already.
  THREAD_FINISH_FAIL(1053),
  /// A wait was ended by force.
  WAIT_ABORTED(1054),
  /// The access point does not go on with the key exchange: the passphrase is wrong.
  EAPOL_KEY_PACKET_M3_TIMEOUT(1062),
  RESOURCE_OFFSET_TOO_BIG(4001),
  RESOURCE_FILE_OPEN_FAIL(4002),
  /// A packet that was deleted or sent already.
  INVALID_PACKET(7008),
  INVALID_SOCKET(7009),
  PORT_UNAVAILABLE(7011),
  /// A client was waiting already, and has been given to the socket that listens now.
  IN_PROGRESS(7012),
  /// Not connected any more, or never: time-out and refusal of a connection alike (SPEC 3.6).
  SOCKET_CLOSED(7014),
  /// What reading a TLS socket gives once the peer has ended the session: mbedTLS's own
  /// `MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY`, which leaks out of the SDK.
  TLS_PEER_CLOSE_NOTIFY(-30848),
  /// What reading a TLS socket gives once the peer has sent a fatal alert: mbedTLS's own
  /// `MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE`.
  TLS_FATAL_ALERT(-30592);

  private final int code;

  WicedResult(int code) {
    this.code = code;
  }

  /// The number that C code sees.
  public int code() {
    return code;
  }

  /// Whether this is [#SUCCESS].
  public boolean isSuccess() {
    return this == SUCCESS;
  }
}
