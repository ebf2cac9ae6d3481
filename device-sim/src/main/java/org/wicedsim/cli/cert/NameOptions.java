package org.wicedsim.cli.cert;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.CommandException;
import org.wicedsim.cli.ExitCode;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.PkiException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `--name`, `--dns` and `--ip`: whom a certificate is about.
final class NameOptions {
  @Option(
      names = "--name",
      paramLabel = "CN",
      description = "The subject's common name, such as a server's DNS name.")
  private @Nullable String name;

  @Option(
      names = "--dns",
      paramLabel = "NAME",
      description = {
        "A DNS name that the certificate is for; may be given again.",
        "(Default: --name, if that is a DNS name and no --ip is given)"
      })
  private List<String> dnsNames = List.of();

  @Option(
      names = "--ip",
      paramLabel = "ADDRESS",
      converter = AddressConverter.class,
      description = "An address that the certificate is for; may be given again.")
  private List<InetAddress> addresses = List.of();

  /// The names of a certificate to make.
  record Names(X500Principal subject, List<String> dnsNames, List<InetAddress> addresses) {}

  boolean hasName() {
    return name != null;
  }

  /// The names that were asked for, as they stand.
  ///
  /// @param fallback the common name where none was given
  /// @throws CommandException when a common name cannot be one
  Names choose(String fallback) {
    return new Names(subject(fallback), dnsNames, addresses);
  }

  /// The names for a server: the common name is among them, since nobody looks at it alone any
  /// more.
  Names chooseForServer(String fallback) {
    String common = name == null ? fallback : name;
    return withCommonName(choose(fallback), common);
  }

  /// The common name, or the given subject where none was asked for.
  X500Principal subjectOr(X500Principal given) {
    return name == null ? given : subject(name);
  }

  List<String> dnsNames() {
    return dnsNames;
  }

  List<InetAddress> addresses() {
    return addresses;
  }

  /// Adds the common name as a name or an address where there is no other and it can be one.
  static Names withCommonName(Names names, String common) {
    if (!names.dnsNames().isEmpty() || !names.addresses().isEmpty()) {
      return names;
    }
    List<String> dns = new ArrayList<>();
    List<InetAddress> ips = new ArrayList<>();
    try {
      ips.add(InetAddress.ofLiteral(common));
    } catch (IllegalArgumentException _) {
      if (CertificateSpec.isDnsName(common)) {
        dns.add(common);
      }
    }
    return new Names(names.subject(), dns, ips);
  }

  /// What a PkiException says about the command line is not about a file.
  static <T> T asUsage(Supplier<T> made) {
    try {
      return made.get();
    } catch (PkiException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
  }

  private X500Principal subject(String fallback) {
    String common = name == null ? fallback : name;
    return asUsage(() -> CertificateSpec.commonName(common));
  }

  private static final class AddressConverter implements ITypeConverter<InetAddress> {
    @Override
    public InetAddress convert(String text) {
      try {
        return InetAddress.ofLiteral(text);
      } catch (IllegalArgumentException _) {
        throw new TypeConversionException(
            "'%s': expected an address such as 198.51.100.3 (names: --dns)".formatted(text));
      }
    }
  }
}
