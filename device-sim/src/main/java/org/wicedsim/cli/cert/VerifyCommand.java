package org.wicedsim.cli.cert;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.ExitCode;
import org.wicedsim.pki.CertificateNames;
import org.wicedsim.pki.ChainCheck;
import org.wicedsim.pki.ChainLink;
import org.wicedsim.pki.ChainLink.Fault;
import org.wicedsim.pki.JavaRoots;
import org.wicedsim.pki.PkiItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `wiced-sim cert verify`: whether a certificate can be trusted, with every step shown.
@Command(
    name = "verify",
    description = {
      "Verify a certificate up to a known one, and show the four steps of each link:",
      "digest computed, signature opened with the issuer's key, both compared, issuer known."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim cert verify certificate.pem --ca ca.pem",
      "  ./wiced-sim cert verify chain.pem --name httpbin.org",
      "  ./wiced-sim cert verify certificate.pem --ca ca.pem --at 2030-01-01 --json",
      "",
      "The first certificate of the file is verified; the others may stand between it and a root.",
      "The exit code is 1 when it is not verified."
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "The certificate, PEM or DER, with its chain; - is standard input.")
  private Path file = Path.of("");

  @Option(
      names = "--ca",
      paramLabel = "F",
      description = {
        "The certificates that are known, PEM or DER; may be given again.",
        "(Default: the roots that come with Java)"
      })
  private List<Path> ca = List.of();

  @Option(
      names = "--name",
      paramLabel = "HOST",
      description = "The name or address that the certificate has to be for.")
  private @Nullable String name;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "The day that counts, such as 2030-01-31. (Default: now)")
  private @Nullable Instant at;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  /// What was asked, and what came of it.
  ///
  /// @param knownFrom where the known certificates come from, in words
  /// @param name the name that was asked for; empty for none
  record Verdict(
      List<ChainLink> links, List<Fault> faults, String knownFrom, String name, Instant at) {}

  @Override
  public Integer call() {
    Input input = Input.read(file);
    List<X509Certificate> presented = PkiItem.certificates(input.items(), input.name());
    Instant moment = at == null ? Instant.now() : at;
    List<ChainLink> links = ChainCheck.verify(presented, known(), moment);
    List<Fault> faults =
        new ArrayList<>(links.stream().flatMap(link -> link.faults().stream()).toList());
    if (name != null && !CertificateNames.match(presented.getFirst(), name)) {
      faults.add(
          new Fault(
              Fault.Kind.WRONG_NAME,
              "it is made for %s, not for %s"
                  .formatted(FactsText.joined(CertificateNames.of(presented.getFirst())), name)));
    }
    Verdict verdict = new Verdict(links, faults, knownFrom(), name == null ? "" : name, moment);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(VerdictJson.of(verdict));
    } else {
      new VerdictText(out).print(verdict);
    }
    return (faults.isEmpty() ? ExitCode.OK : ExitCode.EXPECTATION_FAILED).code();
  }

  private List<X509Certificate> known() {
    return ca.isEmpty()
        ? JavaRoots.certificates()
        : ca.stream().flatMap(one -> PkiItem.certificates(one).stream()).toList();
  }

  private String knownFrom() {
    return ca.isEmpty()
        ? "Java's own list"
        : ca.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  private static final class DateConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return text.indexOf('T') < 0
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(text);
      } catch (DateTimeException _) {
        throw new TypeConversionException(
            "'%s': expected a day such as 2030-01-31, or a moment such as 2030-01-31T12:00:00Z"
                .formatted(text));
      }
    }
  }
}
