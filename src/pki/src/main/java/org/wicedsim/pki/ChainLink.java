package org.wicedsim.pki;

import java.security.cert.X509Certificate;
import java.util.List;

/// One certificate of a chain, and what verifying it showed.
///
/// @param certificate the certificate
/// @param signature the first three steps: digest, signature opened, compared
/// @param issuer the fourth: whether the issuer is known
/// @param faults what is wrong, empty when all is well
public record ChainLink(
    X509Certificate certificate, SignatureCheck signature, Issuer issuer, List<Fault> faults) {
  /// Copies the faults.
  public ChainLink {
    faults = List.copyOf(faults);
  }

  /// Who signed the certificate, and whether the verifier knows that one.
  public sealed interface Issuer {
    /// One whose certificate is on the list of known ones.
    record Known(X509Certificate certificate) implements Issuer {}

    /// One whose certificate came with this one, and has to be verified next.
    record Presented(X509Certificate certificate) implements Issuer {}

    /// The certificate itself.
    ///
    /// @param known whether it is on the list of known ones
    record Itself(boolean known) implements Issuer {}

    /// Nobody asks: the certificate itself is on the list of known ones.
    record NotAsked() implements Issuer {}

    /// One whose certificate is nowhere to be found.
    record Missing() implements Issuer {}
  }

  /// Something that is wrong.
  ///
  /// @param kind what
  /// @param message whole, with names and dates, fit for a terminal
  public record Fault(Kind kind, String message) {
    /// What can be wrong.
    public enum Kind {
      /// The signature is not the issuer's, or the certificate was changed.
      SIGNATURE,
      /// The signature uses a hash for which others can be forged.
      WEAK_SIGNATURE,
      /// The chain leads to nobody who is known.
      UNKNOWN_ISSUER,
      /// The issuer's certificate does not allow it to sign this one.
      ISSUER_MAY_NOT_SIGN,
      /// The validity is over.
      EXPIRED,
      /// The validity has not begun.
      NOT_YET_VALID,
      /// The certificate was made for other names.
      WRONG_NAME,
      /// Another rule of RFC 5280 section 6 is broken.
      OTHER
    }
  }
}
