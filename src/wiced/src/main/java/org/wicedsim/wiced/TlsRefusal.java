package org.wicedsim.wiced;

/// Why a TLS handshake failed (SPEC 3.6): the SDK's code is 4 for all of them, the reason travels
/// beside it.
///
/// @param detail what exactly was seen, in one line without a full stop
public record TlsRefusal(Reason reason, String detail) {
  /// The kinds of failure that a user would mend in different ways.
  public enum Reason {
    /// The chain does not end at a trusted certificate.
    UNTRUSTED("tls-untrusted", "check that the root CA given to the firmware is the server's own"),
    /// A certificate's last day has passed.
    EXPIRED("tls-expired", "renew the server's certificate, or correct this machine's date"),
    /// A certificate's first day has not come.
    NOT_YET_VALID("tls-not-yet-valid", "correct this machine's date, or the certificate's"),
    /// The certificate was made for another name.
    WRONG_NAME(
        "tls-wrong-name", "use a certificate that lists the name, or ask for a name it lists"),
    /// A signature that proves nothing: wrong, or made with an algorithm that can be forged.
    BAD_SIGNATURE("tls-bad-signature", "have the certificate signed anew, with SHA-256"),
    /// The chain breaks the rules of RFC 5280 in another way.
    BAD_CHAIN("tls-bad-chain", "make the certificate anew; the issuer must be a CA"),
    /// The certificate is limited to other uses, such as that of a client.
    WRONG_PURPOSE(
        "tls-wrong-purpose", "give servers a certificate for servers, and clients one for clients"),
    /// The server demanded a client certificate, and the firmware has none.
    CERTIFICATE_DEMANDED(
        "tls-certificate-demanded",
        "give the firmware a TLS identity that the server trusts, or run the server without"
            + " --client-ca"),
    /// The board demands a certificate of its clients, and this one has none.
    CLIENT_CERTIFICATE_MISSING(
        "tls-client-certificate-missing",
        "give the client a certificate, or do not set root CA certificates in the server"),
    /// A server without a certificate and key.
    NO_IDENTITY("tls-no-identity", "initialise a TLS identity and give it to the context"),
    /// No version or cipher suite in common.
    NO_COMMON_PROTOCOL(
        "tls-no-common-protocol", "compare the TLS versions and cipher suites of both sides"),
    /// The peer does not speak TLS at all.
    NOT_TLS("tls-not-tls", "check the port: 40508 is TLS, 27708 is plain"),
    /// The peer sent a fatal alert of another kind.
    PEER_ALERT("tls-peer-alert", "look at the server's own log"),
    /// The peer breaks the rules of TLS; also a peer that does not hold its certificate's key.
    BROKEN("tls-broken", "look at the server's own log; somebody may sit in the middle"),
    /// The connection ended in the middle of the handshake.
    CLOSED("tls-closed", "look at the server's own log"),
    /// The peer did not go on with the handshake.
    TIMED_OUT("tls-timed-out", "check that the server speaks TLS on this port");

    private final String code;
    private final String advice;

    Reason(String code, String advice) {
      this.code = code;
      this.advice = advice;
    }

    /// A stable name in kebab case, the diagnostic's code.
    public String code() {
      return code;
    }

    /// What to check, in one line without a full stop.
    public String advice() {
      return advice;
    }
  }
}
