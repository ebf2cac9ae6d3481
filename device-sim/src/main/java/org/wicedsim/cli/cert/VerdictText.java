package org.wicedsim.cli.cert;

import java.io.PrintWriter;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wicedsim.cli.cert.VerifyCommand.Verdict;
import org.wicedsim.pki.CertificateFacts;
import org.wicedsim.pki.CertificateNames;
import org.wicedsim.pki.ChainLink;
import org.wicedsim.pki.ChainLink.Fault;
import org.wicedsim.pki.ChainLink.Issuer;
import org.wicedsim.pki.KeyFacts;
import org.wicedsim.pki.SignatureCheck;
import org.wicedsim.pki.SignatureCheck.Opened;

/// The verification of a chain as a story: each certificate with its four steps, then the verdict.
final class VerdictText {
  private final PrintWriter out;

  VerdictText(PrintWriter out) {
    this.out = out;
  }

  void print(Verdict verdict) {
    List<ChainLink> links = verdict.links();
    for (int i = 0; i < links.size(); i++) {
      out.println("%d. %s".formatted(i + 1, subject(links.get(i).certificate())));
      print(links.get(i), verdict);
      out.println();
    }
    if (!verdict.name().isEmpty()) {
      X509Certificate first = links.getFirst().certificate();
      out.println(
          "Name: the certificate is for %s; asked for %s"
              .formatted(FactsText.joined(CertificateNames.of(first)), verdict.name()));
    }
    printResult(verdict);
  }

  private void print(ChainLink link, Verdict verdict) {
    SignatureCheck signature = link.signature();
    line("1 digest", digest(signature));
    line("2 signature", opened(link));
    line("3 compared", compared(link));
    line("4 issuer", issuer(link, verdict.knownFrom()));
    line("dates", dates(link.certificate(), verdict.at()));
    for (Fault fault : link.faults()) {
      line("WRONG", fault.message());
    }
  }

  private static String digest(SignatureCheck signature) {
    return signature.digest().isEmpty()
        ? "%s takes no digest of its own".formatted(signature.algorithm())
        : "%s of what was signed: %s".formatted(signature.hash(), signature.digest());
  }

  private static String opened(ChainLink link) {
    return switch (link.signature().opened()) {
      case Opened.Digest(String digest) ->
          "opened with %s: %s".formatted(keyOfIssuer(link), digest);
      case Opened.Nonsense(String reason) ->
          "opened with %s: %s".formatted(keyOfIssuer(link), reason);
      case Opened.Computation() ->
          "cannot be opened: %s computes with %s whether signature and digest fit"
              .formatted(link.signature().algorithm(), keyOfIssuer(link));
      case Opened.NoKey() ->
          switch (link.issuer()) {
            case Issuer.NotAsked _ -> "not opened: the certificate is known already";
            case Issuer.Itself _, Issuer.Known _, Issuer.Presented _, Issuer.Missing _ ->
                "cannot be opened: the issuer's key is not here";
          };
    };
  }

  private static String keyOfIssuer(ChainLink link) {
    X509Certificate signer =
        switch (link.issuer()) {
          case Issuer.Known(X509Certificate issuer) -> issuer;
          case Issuer.Presented(X509Certificate issuer) -> issuer;
          case Issuer.Itself _, Issuer.NotAsked _, Issuer.Missing _ -> link.certificate();
        };
    return "the key of %s (%s)".formatted(subject(signer), KeyFacts.of(signer.getPublicKey()));
  }

  private static String compared(ChainLink link) {
    return switch (link.issuer()) {
      case Issuer.NotAsked _ -> "not asked";
      case Issuer.Missing _ -> "cannot be done";
      case Issuer.Itself _, Issuer.Known _, Issuer.Presented _ ->
          link.signature().fits()
              ? "they fit: nothing was changed since the issuer signed"
              : "THEY DO NOT FIT";
    };
  }

  private static String issuer(ChainLink link, String knownFrom) {
    return switch (link.issuer()) {
      case Issuer.Known(X509Certificate issuer) ->
          "%s is known, from %s".formatted(subject(issuer), knownFrom);
      case Issuer.Presented(X509Certificate issuer) ->
          "%s is not known, but its certificate came along: it is verified next"
              .formatted(subject(issuer));
      case Issuer.Itself(boolean known) ->
          known ? "itself, and known from " + knownFrom : "itself, and NOT KNOWN";
      case Issuer.NotAsked _ -> "not asked: this certificate is known, from " + knownFrom;
      case Issuer.Missing _ ->
          "%s: NOT KNOWN, and its certificate did not come along"
              .formatted(FactsText.issuerOf(link.certificate()));
    };
  }

  private static String dates(X509Certificate certificate, Instant at) {
    CertificateFacts facts = CertificateFacts.of(certificate);
    return "%s to %s: %s on %s"
        .formatted(
            FactsText.moment(facts.notBefore()),
            FactsText.moment(facts.notAfter()),
            facts.validAt(at) ? "valid" : "NOT VALID",
            FactsText.moment(at));
  }

  private void printResult(Verdict verdict) {
    String subject = subject(verdict.links().getFirst().certificate());
    if (verdict.faults().isEmpty()) {
      String last = subject(verdict.links().getLast().certificate());
      out.println(
          verdict.links().size() == 1
              ? "Verified: %s is known itself.".formatted(subject)
              : "Verified: %s leads to %s, which is known.".formatted(subject, last));
      return;
    }
    out.println("NOT VERIFIED: " + subject);
    Set<Fault.Kind> explained = EnumSet.noneOf(Fault.Kind.class);
    for (Fault fault : verdict.faults()) {
      out.println("- " + fault.message());
      if (explained.add(fault.kind())) {
        out.println("  " + remedy(fault.kind()));
      }
    }
  }

  private static String remedy(Fault.Kind kind) {
    return switch (kind) {
      case SIGNATURE ->
          "Get the certificate again from where it was made, or the CA that really signed it.";
      case WEAK_SIGNATURE -> "Ask the CA for a certificate that is signed over SHA-256.";
      case UNKNOWN_ISSUER ->
          "If you trust the issuer, give its certificate with --ca; an intermediate that is missing can stand in FILE behind the first.";
      case ISSUER_MAY_NOT_SIGN ->
          "Only the certificate of a CA may sign others: 'cert ca' makes one.";
      case EXPIRED -> "Get a new certificate; --at DATE verifies for another day.";
      case NOT_YET_VALID -> "Check this computer's clock; --at DATE verifies for another day.";
      case WRONG_NAME ->
          "Connect by a name of the certificate, or get one for this name (--dns, --ip).";
      case OTHER -> "Ask whoever made the certificates.";
    };
  }

  private void line(String what, String text) {
    out.println("   %-12s %s".formatted(what, text));
  }

  private static String subject(X509Certificate certificate) {
    return CertificateFacts.of(certificate).subject();
  }
}
