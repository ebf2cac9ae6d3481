package org.wicedsim.wiced;

import java.security.cert.CertificateException;

/// A peer's certificate that was not accepted, with the exact reason.
final class PeerRefusedException extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final transient TlsRefusal refusal;

  PeerRefusedException(TlsRefusal.Reason reason, String detail) {
    super(detail);
    refusal = new TlsRefusal(reason, detail);
  }

  TlsRefusal refusal() {
    return refusal;
  }
}
