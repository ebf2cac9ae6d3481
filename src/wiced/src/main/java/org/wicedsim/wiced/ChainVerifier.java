package org.wicedsim.wiced;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.wicedsim.hal.TlsProfile;
import org.wicedsim.wiced.TlsRefusal.Reason;

/// Follows a server's chain to a trusted certificate as SPEC 3.5 says. The path itself is checked
/// by the JDK (RFC 5280 section 6); what may be an anchor, and whether dates count, are the board's
/// rules.
final class ChainVerifier {
  private static final int KEY_CERT_SIGN = 5;

  private final TlsProfile profile;
  private final List<X509Certificate> trusted;

  ChainVerifier(TlsProfile profile, List<X509Certificate> trusted) {
    this.profile = profile;
    this.trusted = trusted;
  }

  /// Refuses a chain that does not lead to a trusted certificate.
  ///
  /// @param chain the server's own certificate first
  void verify(List<X509Certificate> chain) throws PeerRefusedException {
    X509Certificate leaf = chain.getFirst();
    if (trusted.contains(leaf) && isSelfIssued(leaf)) {
      checkDates(leaf);
      return;
    }
    List<X509Certificate> path = pathToAnchor(chain);
    List<X509Certificate> anchors = trusted.stream().filter(ChainVerifier::mayIssue).toList();
    if (anchors.isEmpty() || isSelfSigned(path.getLast())) {
      throw untrusted(path);
    }
    for (X509Certificate certificate : path) {
      checkDates(certificate);
      checkSignatureAlgorithm(certificate);
    }
    try {
      switch (profile) {
        case MODERN -> validate(path, anchors, Instant.now());
        case WICED -> validateLinkByLink(path, anchors);
      }
    } catch (CertPathValidatorException e) {
      throw refused(e, path);
    } catch (GeneralSecurityException e) {
      throw new PeerRefusedException(
          Reason.BAD_CHAIN, "the chain cannot be checked: " + e.getMessage());
    }
  }

  /// The certificates below the first one that was issued by an anchor, or is one.
  private List<X509Certificate> pathToAnchor(List<X509Certificate> chain) {
    List<X509Certificate> path = new ArrayList<>();
    for (X509Certificate certificate : chain) {
      if (trusted.contains(certificate) && !path.isEmpty() && mayIssue(certificate)) {
        return path;
      }
      path.add(certificate);
      boolean ends =
          trusted.stream()
              .anyMatch(anchor ->
                  mayIssue(anchor)
                      && anchor
                          .getSubjectX500Principal()
                          .equals(certificate.getIssuerX500Principal()));
      if (ends) {
        return path;
      }
    }
    return path;
  }

  /// The SDK had no clock: each link is checked on a day of its own, since there may be none on
  /// which all certificates were valid. What the JDK checks along a whole path is checked here.
  private static void validateLinkByLink(List<X509Certificate> path, List<X509Certificate> anchors)
      throws GeneralSecurityException {
    for (int i = path.size() - 1; i >= 0; i--) {
      X509Certificate certificate = path.get(i);
      boolean top = i == path.size() - 1;
      validate(
          List.of(certificate),
          top ? anchors : List.of(path.get(i + 1)),
          certificate.getNotBefore().toInstant());
      boolean[] usage = certificate.getKeyUsage();
      boolean signs = usage == null || usage[KEY_CERT_SIGN];
      if (i > 0 && (certificate.getBasicConstraints() < i - 1 || !signs)) {
        throw new PeerRefusedException(
            Reason.BAD_CHAIN, "%s may not sign what it signed".formatted(name(certificate)));
      }
    }
  }

  private static void validate(
      List<X509Certificate> path, List<X509Certificate> anchors, Instant when)
      throws GeneralSecurityException {
    Set<TrustAnchor> ends =
        anchors.stream()
            .map(anchor -> new TrustAnchor(anchor, null))
            .collect(Collectors.toUnmodifiableSet());
    PKIXParameters parameters = new PKIXParameters(ends);
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(when));
    CertPathValidator.getInstance("PKIX")
        .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
  }

  private void checkDates(X509Certificate certificate) throws PeerRefusedException {
    if (profile == TlsProfile.WICED) {
      return;
    }
    try {
      certificate.checkValidity();
    } catch (CertificateExpiredException _) {
      throw new PeerRefusedException(
          Reason.EXPIRED,
          "the certificate of %s expired on %s"
              .formatted(name(certificate), certificate.getNotAfter().toInstant()));
    } catch (CertificateNotYetValidException _) {
      throw new PeerRefusedException(
          Reason.NOT_YET_VALID,
          "the certificate of %s is valid only from %s on"
              .formatted(name(certificate), certificate.getNotBefore().toInstant()));
    }
  }

  private void checkSignatureAlgorithm(X509Certificate certificate) throws PeerRefusedException {
    String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    if (profile == TlsProfile.MODERN
        && (algorithm.startsWith("SHA1") || algorithm.startsWith("MD5"))) {
      throw new PeerRefusedException(
          Reason.BAD_SIGNATURE,
          "the certificate of %s is signed with %s, which can be forged"
              .formatted(name(certificate), certificate.getSigAlgName()));
    }
  }

  private PeerRefusedException refused(
      CertPathValidatorException cause, List<X509Certificate> path) {
    String leaf = name(path.getFirst());
    return switch (cause.getReason()) {
      case BasicReason.INVALID_SIGNATURE, BasicReason.ALGORITHM_CONSTRAINED ->
          new PeerRefusedException(
              Reason.BAD_SIGNATURE,
              "a signature in the chain of %s is wrong: %s".formatted(leaf, cause.getMessage()));
      case BasicReason.EXPIRED ->
          new PeerRefusedException(Reason.EXPIRED, String.valueOf(cause.getMessage()));
      case BasicReason.NOT_YET_VALID ->
          new PeerRefusedException(Reason.NOT_YET_VALID, String.valueOf(cause.getMessage()));
      case PKIXReason.NO_TRUST_ANCHOR -> untrusted(path);
      default ->
          new PeerRefusedException(
              Reason.BAD_CHAIN,
              "the chain of %s is broken: %s".formatted(leaf, cause.getMessage()));
    };
  }

  private PeerRefusedException untrusted(List<X509Certificate> path) {
    X500Principal end = path.getLast().getIssuerX500Principal();
    boolean sameName =
        trusted.stream().anyMatch(anchor -> anchor.getSubjectX500Principal().equals(end));
    return new PeerRefusedException(
        Reason.UNTRUSTED,
        "the certificate of %s leads to %s, which is not trusted%s"
            .formatted(
                name(path.getFirst()),
                end.getName(),
                sameName ? " (a trusted certificate of that name is another one)" : ""));
  }

  /// A CA may stand at the end of a chain; a leaf that another issued is no anchor. A root of
  /// version 1 has no way to say that it is a CA, and counts as one.
  private static boolean mayIssue(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0
        || (certificate.getVersion() < 3 && isSelfIssued(certificate));
  }

  /// Whether a certificate is a root of its own, though an anchor may have the same name: a
  /// certificate that was made anew under its old name.
  private static boolean isSelfSigned(X509Certificate certificate) {
    if (!isSelfIssued(certificate)) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static boolean isSelfIssued(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  private static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }
}
