package org.wicedsim.pki;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wicedsim.pki.ChainLink.Fault;
import org.wicedsim.pki.ChainLink.Issuer;

/// Verifies a certificate up to one that is known, link by link, so that every step can be shown
/// (SPEC 5.1).
///
/// A known certificate is a root, an intermediate CA (the chain may end there), or a self-signed
/// server's; a certificate that somebody else issued to no CA is not known by being on the list
/// (SPEC 3.5). Unlike a board's firmware, which compares names and keys alone, this looks at the
/// dates of all certificates, the known one included.
public final class ChainCheck {
  /// Longer chains do not occur; a chain that runs in a circle ends here.
  private static final int MAX_LINKS = 16;

  private static final String NAME_CONSTRAINTS = "2.5.29.30";

  private final List<X509Certificate> presented;
  private final List<X509Certificate> known;
  private final Instant at;
  private final List<X509Certificate> path = new ArrayList<>();

  private ChainCheck(List<X509Certificate> presented, List<X509Certificate> known, Instant at) {
    this.presented = presented;
    this.known = known;
    this.at = at;
  }

  /// Verifies the first of the presented certificates; the others may help in any order.
  ///
  /// @param presented at least one certificate
  /// @param known the verifier's list
  /// @param at when the certificates must be valid
  /// @return the links from the first certificate to the known one, or as far as the chain goes
  public static List<ChainLink> verify(
      List<X509Certificate> presented, List<X509Certificate> known, Instant at) {
    return new ChainCheck(presented, known, at).verify();
  }

  private List<ChainLink> verify() {
    List<ChainLink> links = new ArrayList<>();
    Optional<X509Certificate> next = Optional.of(presented.getFirst());
    while (next.isPresent() && path.size() < MAX_LINKS) {
      X509Certificate certificate = next.get();
      path.add(certificate);
      Issuer issuer = issuerOf(certificate);
      next = certificateOf(issuer);
      links.add(link(certificate, issuer, path.size() - 1));
    }
    boolean sound = links.stream().allMatch(link -> link.faults().isEmpty());
    if (sound && path.size() > 1) {
      addOtherFault(links);
    }
    return links;
  }

  private Issuer issuerOf(X509Certificate certificate) {
    boolean selfIssued = Certificates.isSelfIssued(certificate);
    if (known.contains(certificate) && (selfIssued || Certificates.mayIssue(certificate))) {
      return selfIssued ? new Issuer.Itself(true) : new Issuer.NotAsked();
    }
    if (Certificates.isSelfSigned(certificate)) {
      return new Issuer.Itself(false);
    }
    List<X509Certificate> candidates =
        Stream.concat(known.stream(), presented.stream())
            .filter(candidate -> Certificates.isNamedAsIssuerOf(candidate, certificate))
            .filter(candidate -> !path.contains(candidate))
            .toList();
    return candidates.stream()
        .filter(candidate -> Certificates.isSignedBy(certificate, candidate))
        .findFirst()
        .or(() -> candidates.stream().findFirst())
        .map(this::found)
        .orElseGet(() -> selfIssued ? new Issuer.Itself(false) : new Issuer.Missing());
  }

  private Issuer found(X509Certificate issuer) {
    return known.contains(issuer) ? new Issuer.Known(issuer) : new Issuer.Presented(issuer);
  }

  private static Optional<X509Certificate> certificateOf(Issuer issuer) {
    return switch (issuer) {
      case Issuer.Known(X509Certificate next) -> Optional.of(next);
      case Issuer.Presented(X509Certificate next) -> Optional.of(next);
      case Issuer.Itself _, Issuer.NotAsked _, Issuer.Missing _ -> Optional.empty();
    };
  }

  /// @param below how many certificates lie between this one and the first
  private ChainLink link(X509Certificate certificate, Issuer issuer, int below) {
    List<Fault> faults = new ArrayList<>();
    SignatureCheck signature =
        switch (issuer) {
          case Issuer.Known(X509Certificate signer) -> SignatureCheck.of(certificate, signer);
          case Issuer.Presented(X509Certificate signer) -> SignatureCheck.of(certificate, signer);
          case Issuer.Itself _ -> SignatureCheck.of(certificate, certificate);
          case Issuer.NotAsked _, Issuer.Missing _ -> SignatureCheck.withoutKey(certificate);
        };
    ChainFaults judge = new ChainFaults(certificate, faults);
    judge.signature(signature, issuer);
    judge.issuer(issuer, known, below);
    judge.dates(at);
    return new ChainLink(certificate, signature, issuer, faults);
  }

  /// What the steps do not look at (name constraints, unknown critical extensions, key sizes) is
  /// judged by the JDK. Name constraints of a known intermediate are out of its reach.
  private void addOtherFault(List<ChainLink> links) {
    try {
      X509Certificate anchor = path.getLast();
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(judged(anchor)), parameters);
    } catch (GeneralSecurityException e) {
      ChainLink first = links.getFirst();
      Fault fault =
          new Fault(
              Fault.Kind.OTHER,
              "the chain of %s breaks a rule of RFC 5280: %s"
                  .formatted(
                      CertificateFacts.name(first.certificate()),
                      Printable.of(String.valueOf(e.getMessage()))));
      links.set(
          0, new ChainLink(first.certificate(), first.signature(), first.issuer(), List.of(fault)));
    }
  }

  /// The JDK reads no name constraints from an anchor: a root that has some stands in the path,
  /// too.
  private List<X509Certificate> judged(X509Certificate anchor) {
    boolean limitsNames =
        Certificates.isSelfSigned(anchor) && anchor.getExtensionValue(NAME_CONSTRAINTS) != null;
    return limitsNames ? path : path.subList(0, path.size() - 1);
  }
}
