package org.wicedsim.pki;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/// The names that a certificate was made for (RFC 6125): its alternative names, or its common name
/// where it has none.
public final class CertificateNames {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private CertificateNames() {}

  /// Whether a certificate was made for a host.
  ///
  /// @param host a DNS name, with or without a dot at its end, or an address
  public static boolean match(X509Certificate certificate, String host) {
    Optional<InetAddress> address = address(host);
    List<String> addresses = alternatives(certificate, IP_ADDRESS);
    if (address.isPresent()) {
      return addresses.stream()
          .flatMap(text -> address(text).stream())
          .anyMatch(address.get()::equals);
    }
    List<String> names = alternatives(certificate, DNS_NAME);
    List<String> candidates =
        names.isEmpty() && addresses.isEmpty() ? commonNames(certificate) : names;
    String wanted = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return candidates.stream().anyMatch(candidate -> matches(candidate, wanted));
  }

  /// The names as text, fit for a terminal: DNS names, addresses, or the common name.
  public static List<String> of(X509Certificate certificate) {
    List<String> names = new ArrayList<>(alternatives(certificate, DNS_NAME));
    names.addAll(alternatives(certificate, IP_ADDRESS));
    List<String> shown = names.isEmpty() ? commonNames(certificate) : names;
    return shown.stream().map(Printable::of).toList();
  }

  static List<String> dnsNames(X509Certificate certificate) {
    return alternatives(certificate, DNS_NAME);
  }

  static List<String> addresses(X509Certificate certificate) {
    return alternatives(certificate, IP_ADDRESS);
  }

  private static List<String> alternatives(X509Certificate certificate, int type) {
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      return all == null
          ? List.of()
          : all.stream()
              .filter(name -> name.get(0).equals(type))
              .map(name -> String.valueOf(name.get(1)))
              .toList();
    } catch (CertificateParsingException _) {
      // A name that cannot be read matches nothing.
      return List.of();
    }
  }

  private static List<String> commonNames(X509Certificate certificate) {
    try {
      String subject = certificate.getSubjectX500Principal().getName();
      return new LdapName(subject)
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .toList();
    } catch (InvalidNameException _) {
      return List.of();
    }
  }

  /// A wildcard stands for exactly the left-most label (RFC 6125 section 6.4.3).
  private static boolean matches(String pattern, String name) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String host = name.toLowerCase(Locale.ROOT);
    if (!wanted.startsWith("*.")) {
      return wanted.equals(host);
    }
    int dot = host.indexOf('.');
    return dot > 0 && wanted.substring(1).equals(host.substring(dot));
  }

  private static Optional<InetAddress> address(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
