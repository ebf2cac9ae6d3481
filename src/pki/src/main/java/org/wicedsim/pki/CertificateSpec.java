package org.wicedsim.pki;

import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/// What a new certificate shall say; key and issuer are chosen when it is made.
///
/// The dates are what the certificate will hold, whole seconds, both included; they may lie in the
/// past or in the future.
///
/// @param subject the distinguished name, not empty
/// @param purpose what the certificate is for
/// @param notBefore the first second of validity, from the year 1950 on
/// @param notAfter the last second of validity, later than `notBefore`, up to the year 9999
/// @param dnsNames subject alternative names, ASCII, at most 253 characters each; the first label
///   may be `*`
/// @param addresses subject alternative addresses
/// @param pathLength how many CAs may follow below this one in a chain, 0 to 255, or
///   [#NO_PATH_LIMIT]; counts for [Purpose#CA] alone
public record CertificateSpec(
    X500Principal subject,
    Purpose purpose,
    Instant notBefore,
    Instant notAfter,
    List<String> dnsNames,
    List<InetAddress> addresses,
    int pathLength) {

  /// Any number of CAs may follow.
  public static final int NO_PATH_LIMIT = Integer.MAX_VALUE;

  private static final int MAX_PATH_LENGTH = 255;
  private static final int MAX_COMMON_NAME_LENGTH = 64;
  private static final Instant EARLIEST = Instant.parse("1950-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int MAX_DNS_NAME_LENGTH = 253;
  private static final Pattern DNS_NAME =
      Pattern.compile(
          "(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NEEDS_BACKSLASH = Pattern.compile("[,+\"\\\\<>;=#]");
  private static final Pattern DOTTED_NUMBERS = Pattern.compile("([0-9]+\\.)*[0-9]+");

  /// Checks every field and cuts the dates to seconds.
  ///
  /// @throws PkiException if a field is outside its range
  public CertificateSpec {
    if (subject.getName().isEmpty()) {
      throw new PkiException("The subject is empty: a distinguished name is needed, like CN=board");
    }
    notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
    notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
    if (notBefore.isBefore(EARLIEST) || notAfter.isAfter(LATEST) || !notBefore.isBefore(notAfter)) {
      throw new PkiException(
          "A certificate cannot be valid from %s to %s: the first must be earlier, both from 1950 to 9999"
              .formatted(notBefore, notAfter));
    }
    if (pathLength != NO_PATH_LIMIT && (pathLength < 0 || pathLength > MAX_PATH_LENGTH)) {
      throw new PkiException(
          "A CA cannot have the path length %d: expected 0 to %d"
              .formatted(pathLength, MAX_PATH_LENGTH));
    }
    dnsNames = List.copyOf(dnsNames);
    addresses = List.copyOf(addresses);
    dnsNames.forEach(CertificateSpec::checkDnsName);
  }

  /// A certificate without alternative names.
  ///
  /// @param subject the distinguished name as text (RFC 2253), like `CN=Test CA, O=Example`
  /// @throws PkiException if the text is not a distinguished name, or a date is outside its range
  public static CertificateSpec of(
      String subject, Purpose purpose, Instant notBefore, Instant notAfter) {
    return of(parseName(subject), purpose, notBefore, notAfter);
  }

  /// A certificate without alternative names, and as a CA without a limit to its path.
  ///
  /// @throws PkiException if the name is empty, or a date is outside its range
  public static CertificateSpec of(
      X500Principal subject, Purpose purpose, Instant notBefore, Instant notAfter) {
    return new CertificateSpec(
        subject, purpose, notBefore, notAfter, List.of(), List.of(), NO_PATH_LIMIT);
  }

  /// The distinguished name that has a common name and nothing else.
  ///
  /// @param text any characters, 1 to 64 (RFC 5280 appendix A.1)
  /// @throws PkiException if it is empty or too long
  public static X500Principal commonName(String text) {
    if (text.isBlank() || text.length() > MAX_COMMON_NAME_LENGTH) {
      throw new PkiException(
          "\"%s\" cannot be a common name: expected 1 to %d characters"
              .formatted(text, MAX_COMMON_NAME_LENGTH));
    }
    return parseName("CN=" + NEEDS_BACKSLASH.matcher(text.strip()).replaceAll("\\\\$0"));
  }

  /// The same certificate with these alternative names in place of the present ones.
  ///
  /// @throws PkiException if a name is not a DNS name
  public CertificateSpec withAlternativeNames(
      List<String> dnsNames, List<? extends InetAddress> addresses) {
    return new CertificateSpec(
        subject, purpose, notBefore, notAfter, dnsNames, List.copyOf(addresses), pathLength);
  }

  /// The same certificate with a limit to how many CAs may follow below it.
  ///
  /// @throws PkiException if it is outside 0 to 255
  public CertificateSpec withPathLength(int limit) {
    return new CertificateSpec(subject, purpose, notBefore, notAfter, dnsNames, addresses, limit);
  }

  /// Whether a text can be one of the DNS names.
  public static boolean isDnsName(String name) {
    return name.length() <= MAX_DNS_NAME_LENGTH
        && DNS_NAME.matcher(name).matches()
        && !DOTTED_NUMBERS.matcher(name).matches();
  }

  private static X500Principal parseName(String subject) {
    try {
      return new X500Principal(subject);
    } catch (IllegalArgumentException e) {
      throw new PkiException(
          "\"%s\" is not a distinguished name: expected parts like CN=board, O=Example (, + \" \\ < > ; inside a part need a backslash)"
              .formatted(subject),
          e);
    }
  }

  /// @throws PkiException if it is none
  static void checkDnsName(String name) {
    if (DOTTED_NUMBERS.matcher(name).matches()) {
      throw new PkiException(
          "\"%s\" is an address, not a DNS name: add it to the addresses".formatted(name));
    }
    if (!isDnsName(name)) {
      throw new PkiException(
          "\"%s\" is not a DNS name: expected labels of letters, digits and inner hyphens (63 characters at most), joined by dots, %d characters in all"
              .formatted(name, MAX_DNS_NAME_LENGTH));
    }
  }
}
