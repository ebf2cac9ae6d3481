package org.wicedsim.wiced;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.wicedsim.hal.TlsProfile;
import org.wicedsim.wiced.TlsRefusal.Reason;

/// Verifies a server's certificate as SPEC 3.5 says. The path itself is checked by the JDK (RFC
/// 5280); what may be an anchor, whether dates count, and the name are the board's rules.
final class PeerVerifier extends X509ExtendedTrustManager {
  private static final X509Certificate[] NONE = {};

  private final TlsProfile profile;
  private final List<X509Certificate> trusted;
  private final @Nullable String expectedName;

  PeerVerifier(TlsProfile profile, List<X509Certificate> trusted, @Nullable String expectedName) {
    this.profile = profile;
    this.trusted = trusted;
    this.expectedName = profile == TlsProfile.MODERN ? expectedName : null;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    if (trusted.isEmpty()) {
      return;
    }
    verify(List.of(chain));
    X509Certificate leaf = chain[0];
    if (expectedName != null && !CertificateNames.match(leaf, expectedName)) {
      throw new PeerRefusedException(
          Reason.WRONG_NAME,
          "the certificate is for %s, not for %s"
              .formatted(CertificateNames.of(leaf), expectedName));
    }
  }

  private void verify(List<X509Certificate> chain) throws CertificateException {
    X509Certificate leaf = chain.getFirst();
    if (trusted.contains(leaf) && isSelfIssued(leaf)) {
      checkDates(leaf);
      return;
    }
    List<X509Certificate> path = pathToAnchor(chain);
    Set<TrustAnchor> anchors =
        trusted.stream()
            .filter(PeerVerifier::mayIssue)
            .map(certificate -> new TrustAnchor(certificate, null))
            .collect(Collectors.toCollection(HashSet::new));
    if (anchors.isEmpty()) {
      throw untrusted(leaf);
    }
    for (X509Certificate certificate : path) {
      checkDates(certificate);
      checkSignatureAlgorithm(certificate);
    }
    try {
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      if (profile == TlsProfile.WICED) {
        parameters.setDate(whenAllWereValid(path));
      }
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    } catch (CertPathValidatorException e) {
      throw refused(e, leaf);
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

  private static PeerRefusedException refused(
      CertPathValidatorException cause, X509Certificate leaf) {
    return switch (cause.getReason()) {
      case BasicReason.INVALID_SIGNATURE, BasicReason.ALGORITHM_CONSTRAINED ->
          new PeerRefusedException(
              Reason.BAD_SIGNATURE,
              "a signature in the chain of %s is wrong: %s"
                  .formatted(name(leaf), cause.getMessage()));
      case BasicReason.EXPIRED ->
          new PeerRefusedException(Reason.EXPIRED, String.valueOf(cause.getMessage()));
      case BasicReason.NOT_YET_VALID ->
          new PeerRefusedException(Reason.NOT_YET_VALID, String.valueOf(cause.getMessage()));
      case java.security.cert.PKIXReason.NO_TRUST_ANCHOR -> untrusted(leaf);
      default ->
          new PeerRefusedException(
              Reason.BAD_CHAIN,
              "the chain of %s is broken: %s".formatted(name(leaf), cause.getMessage()));
    };
  }

  private static PeerRefusedException untrusted(X509Certificate leaf) {
    return new PeerRefusedException(
        Reason.UNTRUSTED,
        "the certificate of %s, issued by %s, does not lead to a trusted one"
            .formatted(name(leaf), leaf.getIssuerX500Principal().getName()));
  }

  /// A CA may stand at the end of a chain; a leaf that another issued is no anchor.
  private static boolean mayIssue(X509Certificate certificate) {
    return certificate.getBasicConstraints() >= 0;
  }

  private static boolean isSelfIssued(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  /// The SDK had no clock: a day on which the path's dates are of no matter.
  private static Date whenAllWereValid(List<X509Certificate> path) {
    return path.stream()
        .map(X509Certificate::getNotBefore)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw onlyEngines();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return NONE;
  }

  private static CertificateException onlyEngines() {
    return new CertificateException("boards are TLS clients, and speak TLS through engines only");
  }
}
