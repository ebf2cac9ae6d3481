package org.wicedsim.pki;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ways to play a server without being it (SPEC 5.3): what a man in the middle tries, and what
/// a good client must notice. [Impostors] makes what each presents.
public enum Impostor {
  /// All the real server's names, vouched for by nobody.
  SELF_SIGNED(
      "a certificate with the real server's names that the impostor signed itself",
      "the chain does not lead to the trusted certificate, although all names are right"),
  /// All the real server's names, vouched for by somebody whom nobody asked.
  OTHER_CA(
      "a certificate with the real server's names, signed by a CA of the impostor's own",
      "the chain leads to a CA that is not the trusted one"),
  /// Trusted once, and found in the bin.
  EXPIRED(
      "a certificate of the real issuer with the right names, whose last day was yesterday",
      "the dates: whoever got hold of the old key could use its certificate for ever"),
  /// Trusted, and made for another server.
  WRONG_NAME(
      "a valid certificate of the real issuer, made for another server's name",
      "the name: whom an issuer trusts to be somebody is not trusted to be everybody"),
  /// Certificates are public: anybody has a copy of the real one.
  STOLEN_CERTIFICATE(
      "the real server's own certificate, without the private key that belongs to it",
      "the handshake's signature does not fit the certificate's key; a client checks it even"
          + " without a root certificate"),
  /// The version is agreed on before any certificate is looked at.
  PROTOCOL_DOWNGRADE(
      "a server that speaks nothing newer than TLS 1.1, however much the client offers",
      "the version: TLS 1.0 and 1.1 have known weaknesses (RFC 8996), so nothing below 1.2 will do");

  private final String stages;
  private final String tell;

  Impostor(String stages, String tell) {
    this.stages = stages;
    this.tell = tell;
  }

  /// The name for command lines and files, in kebab case: `self-signed`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What is presented, as a part of a sentence without a full stop.
  public String stages() {
    return stages;
  }

  /// By what a good client notices it, as a part of a sentence without a full stop.
  public String tell() {
    return tell;
  }

  /// The impostor of this [#id()], in either case.
  public static Optional<Impostor> named(String id) {
    return Arrays.stream(values())
        .filter(impostor -> impostor.id().equalsIgnoreCase(id))
        .findFirst();
  }

  /// All names, in the order of their declaration.
  public static List<String> ids() {
    return Arrays.stream(values()).map(Impostor::id).toList();
  }
}
