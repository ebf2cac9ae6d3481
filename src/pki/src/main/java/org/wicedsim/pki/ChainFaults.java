package org.wicedsim.pki;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.wicedsim.pki.ChainLink.Fault;
import org.wicedsim.pki.ChainLink.Fault.Kind;
import org.wicedsim.pki.ChainLink.Issuer;

/// Judges one certificate of a chain, and collects what is wrong with it.
final class ChainFaults {
  /// For these, two texts with one digest can be made.
  private static final Set<String> WEAK_HASHES = Set.of("SHA-1", "MD5", "MD2");

  private final X509Certificate certificate;
  private final String name;
  private final List<Fault> faults;

  ChainFaults(X509Certificate certificate, List<Fault> faults) {
    this.certificate = certificate;
    this.name = CertificateFacts.name(certificate);
    this.faults = faults;
  }

  void signature(SignatureCheck signature, Issuer issuer) {
    switch (issuer) {
      case Issuer.NotAsked _, Issuer.Missing _ -> {}
      case Issuer.Itself _, Issuer.Known _, Issuer.Presented _ -> {
        if (!signature.fits()) {
          add(
              Kind.SIGNATURE,
              "the signature of %s is not its issuer's: the certificate was changed, or another key of that name signed it"
                  .formatted(name));
        }
      }
    }
    // Nobody relies on the signature of a certificate that is known already.
    boolean relied =
        switch (issuer) {
          case Issuer.Known _, Issuer.Presented _ -> true;
          case Issuer.Itself _, Issuer.NotAsked _, Issuer.Missing _ -> false;
        };
    if (relied && WEAK_HASHES.contains(signature.hash())) {
      add(
          Kind.WEAK_SIGNATURE,
          "%s is signed with %s, for which signatures can be forged"
              .formatted(name, signature.algorithm()));
    }
  }

  /// @param below how many certificates lie between this one and the first of the chain
  void issuer(Issuer issuer, List<X509Certificate> known, int below) {
    switch (issuer) {
      case Issuer.Known(X509Certificate signer) -> rights(signer, below);
      case Issuer.Presented(X509Certificate signer) -> rights(signer, below);
      case Issuer.Itself(boolean isKnown) -> {
        if (!isKnown) {
          unknown(name + " signed itself and is not a known certificate", known);
        }
      }
      case Issuer.Missing _ -> unknown("who signed %s is not known".formatted(name), known);
      case Issuer.NotAsked _ -> {}
    }
  }

  void dates(Instant at) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    if (at.isBefore(from)) {
      add(Kind.NOT_YET_VALID, "%s is valid only from %s on".formatted(name, from));
    }
    if (at.isAfter(until)) {
      add(Kind.EXPIRED, "%s expired on %s".formatted(name, until));
    }
  }

  private void rights(X509Certificate signer, int below) {
    String issuer = CertificateFacts.name(signer);
    int pathLength = signer.getBasicConstraints();
    if (!Certificates.mayIssue(signer)) {
      add(
          Kind.ISSUER_MAY_NOT_SIGN,
          "%s signed %s, and its certificate is not that of a CA".formatted(issuer, name));
    } else if (pathLength >= 0 && below > pathLength) {
      add(
          Kind.ISSUER_MAY_NOT_SIGN,
          "%s allows %d CAs below it, and %d are there".formatted(issuer, pathLength, below));
    }
  }

  private void unknown(String what, List<X509Certificate> known) {
    String issuer = Printable.of(certificate.getIssuerX500Principal().toString());
    boolean sameName =
        known.stream().anyMatch(other -> Certificates.isNamedAsIssuerOf(other, certificate));
    add(
        Kind.UNKNOWN_ISSUER,
        "%s (issuer: %s)%s"
            .formatted(
                what, issuer, sameName ? "; a known certificate of that name is another one" : ""));
  }

  private void add(Kind kind, String message) {
    faults.add(new Fault(kind, message));
  }
}
