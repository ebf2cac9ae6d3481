package org.wicedsim.cli.cert;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.wicedsim.pki.CertificateFacts;
import org.wicedsim.pki.CertificateRequest;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.KeyFacts;
import org.wicedsim.pki.PkiContent;

/// Certificates, requests and keys in plain words, a line each thing.
final class FactsText {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final PrintWriter out;
  private final Instant now;

  /// @param now which day "today" is
  FactsText(PrintWriter out, Instant now) {
    this.out = out;
    this.now = now;
  }

  void print(PkiContent content) {
    switch (content) {
      case PkiContent.Certificate(X509Certificate certificate) ->
          print(CertificateFacts.of(certificate));
      case PkiContent.Request(CertificateRequest request) -> print(request);
      case PkiContent.Public(PublicKey key) -> {
        out.println("Public key");
        line("key", KeyFacts.of(key).toString());
      }
      case PkiContent.Private(KeyFacts facts) -> {
        out.println("Private key (not shown: it is nobody's but its owner's)");
        line("key", facts.toString());
      }
      case PkiContent.Locked() ->
          out.println("Private key behind a passphrase (not shown; kind and size are locked, too)");
      case PkiContent.Other(String description) -> out.println("Something else: " + description);
    }
  }

  private void print(CertificateFacts facts) {
    out.println("Certificate");
    line("subject", facts.subject());
    line("issuer", facts.selfSigned() ? "itself (self-signed)" : facts.issuer());
    if (!facts.dnsNames().isEmpty()) {
      line("DNS names", joined(facts.dnsNames()));
    }
    if (!facts.addresses().isEmpty()) {
      line("addresses", joined(facts.addresses()));
    }
    line("valid from", moment(facts.notBefore()));
    line("valid until", moment(facts.notAfter()) + ": " + today(facts));
    line("key", facts.key().toString());
    line("signature", facts.signatureAlgorithm());
    line("CA", authority(facts));
    line("usage", facts.usages().isEmpty() ? "not limited" : joined(facts.usages()));
    line("serial", facts.serial());
    line("SHA-256", facts.fingerprint());
  }

  private void print(CertificateRequest request) {
    out.println("Certificate request");
    String subject = request.subjectText();
    line("subject", subject.isEmpty() ? "none" : subject);
    if (!request.dnsNames().isEmpty()) {
      line("DNS names", joined(request.dnsNames()));
    }
    if (!request.addresses().isEmpty()) {
      line(
          "addresses",
          joined(request.addresses().stream().map(InetAddress::getHostAddress).toList()));
    }
    if (!request.leftOut().isEmpty()) {
      line("asks also", joined(request.leftOut()));
    }
    line("key", KeyFacts.of(request.publicKey()).toString());
    line("signature", request.signatureAlgorithm());
    line(
        "proof",
        request.signatureFits()
            ? "the signature fits the key: who made the request has the private key"
            : "THE SIGNATURE DOES NOT FIT THE KEY: no CA should sign this request");
  }

  private void line(String what, String value) {
    out.println("  %-12s %s".formatted(what, value));
  }

  private String today(CertificateFacts facts) {
    if (now.isBefore(facts.notBefore())) {
      return "NOT YET VALID today";
    }
    if (now.isAfter(facts.notAfter())) {
      return "EXPIRED";
    }
    return "valid today, %d days left".formatted(Duration.between(now, facts.notAfter()).toDays());
  }

  private static String authority(CertificateFacts facts) {
    if (!facts.authority()) {
      return "no, it may not sign others";
    }
    return switch (facts.pathLength()) {
      case 0 -> "yes, it may sign servers and clients, but no further CA";
      case CertificateSpec.NO_PATH_LIMIT -> "yes, it may sign others";
      case -1 -> "yes, as roots of version 1 are";
      default -> "yes, with at most %d CAs below it".formatted(facts.pathLength());
    };
  }

  /// Who signed a certificate.
  static String issuerOf(X509Certificate certificate) {
    return CertificateFacts.of(certificate).issuer();
  }

  /// A moment as people read it, always in UTC.
  static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  static String joined(List<String> texts) {
    return String.join(", ", texts);
  }
}
