package org.wicedsim.wiced;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.wicedsim.hal.Ipv4Address;

/// The names that a certificate was made for (SPEC 3.5: SAN first, else CN; RFC 6125).
final class CertificateNames {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private CertificateNames() {}

  /// Whether a certificate was made for `name`.
  static boolean match(X509Certificate certificate, String name) {
    boolean address = Ipv4Address.isAddress(name);
    return of(certificate).stream()
        .anyMatch(candidate -> address ? candidate.equals(name) : matches(candidate, name));
  }

  /// The certificate's alternative names, or its common name where it has none.
  static List<String> of(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives != null) {
        for (List<?> alternative : alternatives) {
          int type = (Integer) alternative.get(0);
          if (type == DNS_NAME || type == IP_ADDRESS) {
            names.add(String.valueOf(alternative.get(1)));
          }
        }
        return names;
      }
      for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
        if (part.getType().equalsIgnoreCase("CN")) {
          names.add(String.valueOf(part.getValue()));
        }
      }
    } catch (CertificateParsingException | InvalidNameException _) {
      // A name that cannot be read matches nothing.
    }
    return names;
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
}
