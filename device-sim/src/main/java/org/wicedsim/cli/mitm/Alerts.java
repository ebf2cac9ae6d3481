package org.wicedsim.cli.mitm;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/// Says in plain words why a client did not go on with a handshake.
final class Alerts {
  /// How JSSE words an alert from the peer; there is no other way to learn which one it was. The
  /// second form is for one in clear where it should be sealed, as openssl sends it under TLS 1.3.
  private static final Pattern ALERT =
      Pattern.compile("(?:Received fatal alert|plaintext alert received: .*Alert): (\\w+)");

  private Alerts() {}

  /// Why a handshake failed, as the rest of a sentence that begins with "the client".
  static String explain(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      Matcher alert = ALERT.matcher(String.valueOf(t.getMessage()));
      if (alert.find()) {
        return explain(alert.group(1));
      }
    }
    return switch (cause) {
      case SslHandshakeTimeoutException _ -> "did not finish the handshake in time";
      case NotSslRecordException _ ->
          "sent something that is not TLS: listen with --plain for plain connections";
      // What JSSE itself found wrong; a connection that ended has no such words.
      case SSLException e
          when e.getCause() == null && String.valueOf(e.getMessage()).contains("(") ->
          "could not agree on a handshake: " + e.getMessage();
      default -> "left during the handshake without a word (no alert)";
    };
  }

  /// What the alert says (RFC 8446 section 6.2), likewise.
  ///
  /// @param alert its name
  static String explain(String alert) {
    return switch (alert) {
      case "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca" ->
          "refused this certificate: alert %s; it verifies its server".formatted(alert);
      case "decrypt_error" ->
          "refused this handshake: alert decrypt_error; the signature is not of the certificate's"
              + " key";
      case "protocol_version" ->
          "refused this TLS version: alert protocol_version; it does not let itself be talked down";
      default -> "refused this handshake: alert " + alert;
    };
  }

  /// An alert's name by its number (RFC 8446 appendix B.2), for those that answer a ServerHello.
  static String name(int number) {
    return switch (number) {
      case 10 -> "unexpected_message";
      case 40 -> "handshake_failure";
      case 47 -> "illegal_parameter";
      case 50 -> "decode_error";
      case 70 -> "protocol_version";
      case 71 -> "insufficient_security";
      case 80 -> "internal_error";
      case 86 -> "inappropriate_fallback";
      default -> "number " + number;
    };
  }
}
