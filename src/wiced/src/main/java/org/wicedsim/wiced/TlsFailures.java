package org.wicedsim.wiced;

import io.netty.handler.ssl.NotSslRecordException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.TlsRefusal.Reason;

/// Finds the reason in what the TLS engine throws.
final class TlsFailures {
  /// No octet has come from the peer.
  static final int NOTHING_SEEN = -1;

  /// The first octet of a TLS record that may begin a server's handshake (RFC 8446 section 5.1).
  private static final int ALERT_RECORD = 21;

  private static final int HANDSHAKE_RECORD = 22;

  /// How JSSE words an alert from the peer; there is no other way to learn which one it was.
  private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

  /// A signature that does not fit the certificate's key. JSSE sends handshake_failure for it too,
  /// although versions and cipher suites were agreed on.
  private static final Pattern WRONG_SIGNATURE =
      Pattern.compile("(Invalid|Cannot verify) .*(CertificateVerify|ServerKeyExchange)");

  private static final Pattern OWN_ALERT = Pattern.compile("\\((\\w+)\\)");

  private TlsFailures() {}

  /// The alert that the peer sent, by its name in RFC 8446 section 6.
  static Optional<String> alert(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      Matcher alert = ALERT.matcher(String.valueOf(t.getMessage()));
      if (t instanceof SSLException && alert.find()) {
        return Optional.of(alert.group(1));
      }
    }
    return Optional.empty();
  }

  /// Whether a peer that begins with this octet does not speak TLS.
  static boolean isNotTls(int firstOctet) {
    return firstOctet != ALERT_RECORD && firstOctet != HANDSHAKE_RECORD;
  }

  /// What this side knows of the handshake.
  ///
  /// @param withoutIdentity whether it has no certificate and key
  /// @param demanded whether the server asked for a client certificate, and there is none
  /// @param firstOctet the first octet from the peer, or [#NOTHING_SEEN]
  record Side(TlsRole role, boolean withoutIdentity, boolean demanded, int firstOctet) {}

  /// Why a handshake failed.
  ///
  /// @param cause what it ended with; null when it did not end in time
  static TlsRefusal explain(@Nullable Throwable cause, Side side) {
    int firstOctet = side.firstOctet();
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof PeerRefusedException refused) {
        return refused.refusal();
      }
    }
    boolean notTls = firstOctet != NOTHING_SEEN && isNotTls(firstOctet);
    if (notTls || cause instanceof NotSslRecordException) {
      return new TlsRefusal(Reason.NOT_TLS, "the peer answered with something that is not TLS");
    }
    if (cause == null) {
      return new TlsRefusal(Reason.TIMED_OUT, "the handshake did not end in time");
    }
    Optional<String> alert = alert(cause);
    if (side.demanded() && (alert.isPresent() || !(cause instanceof SSLException))) {
      return new TlsRefusal(
          Reason.CERTIFICATE_DEMANDED,
          "the server demands a client certificate and the firmware has none"
              + alert.map(name -> " (alert " + name + ")").orElse(""));
    }
    if (alert.isPresent()) {
      return fromAlert(alert.get());
    }
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof SSLException) {
        String message = String.valueOf(t.getMessage());
        return side.role() == TlsRole.SERVER
            ? fromEngineOfServer(message, side.withoutIdentity())
            : fromEngine(message);
      }
    }
    return new TlsRefusal(Reason.CLOSED, "the peer ended the connection during the handshake");
  }

  private static TlsRefusal fromAlert(String alert) {
    String detail = "the peer refused with the alert " + alert;
    return new TlsRefusal(
        isDisagreement(alert) ? Reason.NO_COMMON_PROTOCOL : Reason.PEER_ALERT, detail);
  }

  /// What a server found wrong, beyond what a client can find too.
  private static TlsRefusal fromEngineOfServer(String message, boolean withoutIdentity) {
    if (message.contains("Empty client certificate chain")) {
      return new TlsRefusal(
          Reason.CLIENT_CERTIFICATE_MISSING,
          "the client has no certificate, and the board demands one");
    }
    return withoutIdentity
        ? new TlsRefusal(Reason.NO_IDENTITY, "the firmware has no certificate and key to show")
        : fromEngine(message);
  }

  /// What this side found wrong: JSSE puts the alert that it sends before its own words.
  private static TlsRefusal fromEngine(String message) {
    Matcher alert = OWN_ALERT.matcher(message);
    boolean disagreement =
        alert.lookingAt()
            && isDisagreement(alert.group(1))
            && !WRONG_SIGNATURE.matcher(message).find();
    return new TlsRefusal(
        disagreement ? Reason.NO_COMMON_PROTOCOL : Reason.BROKEN,
        "the peer's handshake was not accepted: " + message);
  }

  /// Whether an alert means that both sides have no version or cipher suite in common.
  private static boolean isDisagreement(String alert) {
    return switch (alert) {
      case "protocol_version", "handshake_failure", "insufficient_security" -> true;
      default -> false;
    };
  }
}
