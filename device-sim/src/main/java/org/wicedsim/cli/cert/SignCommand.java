package org.wicedsim.cli.cert;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.wicedsim.cli.CommandException;
import org.wicedsim.cli.ExitCode;
import org.wicedsim.pki.CertificateFacts;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateRequest;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.PkiContent;
import org.wicedsim.pki.PkiItem;
import org.wicedsim.pki.Purpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `wiced-sim cert sign`: what a CA does with a request or a public key.
@Command(
    name = "sign",
    description = {
      "Sign a certificate request (CSR) or a public key with a CA's key.",
      "Names and addresses in a request are taken over; what else it asks for is left out."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim cert sign request.csr",
      "  ./wiced-sim cert sign board.csr --purpose client --days 30 --out board.pem",
      "  ./wiced-sim cert sign public.pem --name board.example --ca lab.pem --ca-key lab-key.pem",
      "",
      "The file holds the new certificate, and the CAs between it and the root."
    })
final class SignCommand implements Callable<Integer> {
  private static final int DEFAULT_DAYS = 365;

  @Spec private CommandSpec spec;

  @Mixin private NameOptions nameOptions;

  @Mixin private MakeOptions.Days daysOption;

  @Mixin private MakeOptions.Force forceOption;

  @Parameters(
      paramLabel = "FILE",
      description = "The request or public key, PEM or DER; - is standard input.")
  private Path file = Path.of("");

  @Option(
      names = "--ca",
      paramLabel = "F",
      defaultValue = "ca.pem",
      description = "The CA's certificate, PEM. (Default: ${DEFAULT-VALUE})")
  private Path ca = Path.of("");

  @Option(
      names = "--ca-key",
      paramLabel = "F",
      defaultValue = "ca-key.pem",
      description = "The CA's private key, PEM. (Default: ${DEFAULT-VALUE})")
  private Path caKey = Path.of("");

  @Option(
      names = "--purpose",
      paramLabel = "P",
      defaultValue = "server",
      description = "What the certificate proves: server or client. (Default: ${DEFAULT-VALUE})")
  private Proof purpose = Proof.SERVER;

  @Option(
      names = "--out",
      paramLabel = "F",
      defaultValue = "certificate.pem",
      description = "Where the certificate goes. (Default: ${DEFAULT-VALUE})")
  private Path out = Path.of("");

  private enum Proof {
    SERVER,
    CLIENT;

    Purpose purpose() {
      return switch (this) {
        case SERVER -> Purpose.SERVER;
        case CLIENT -> Purpose.CLIENT;
      };
    }
  }

  /// Who asks, and with which key.
  private record Applicant(NameOptions.Names names, PublicKey key) {}

  @Override
  public Integer call() {
    Applicant applicant = applicant(Input.read(file));
    Identity authority = Pem.identity(ca, caKey);
    Instant from = MakeOptions.now();
    Instant until = daysOption.until(from, DEFAULT_DAYS);
    NameOptions.Names names = applicant.names();
    CertificateSpec wanted =
        NameOptions.asUsage(() ->
            CertificateSpec.of(names.subject(), purpose.purpose(), from, until)
                .withAlternativeNames(names.dnsNames(), names.addresses()));
    List<X509Certificate> chain = CertificateMaker.certify(authority, wanted, applicant.key());
    forceOption.files().add(out, Pem.encode(chain)).write();
    PrintWriter console = spec.commandLine().getOut();
    console.println(SelfSignedCommand.describe(out, CertificateFacts.of(chain.getFirst())));
    warnOfTheCasDates(authority.certificate(), until);
    return ExitCode.OK.code();
  }

  private Applicant applicant(Input input) {
    if (input.items().stream().anyMatch(PkiItem::isSecret)) {
      throw new CommandException(
          ExitCode.BAD_INPUT_FILE,
          "%s holds a private key: send the CA your request or public key, never your private key ('cert request' makes a request)"
              .formatted(input.name()));
    }
    if (input.items().size() == 1) {
      switch (input.items().getFirst().content()) {
        case PkiContent.Request(CertificateRequest request) -> {
          return ofRequest(request, input.name());
        }
        case PkiContent.Public(PublicKey key) -> {
          return ofPublicKey(key, input.name());
        }
        case PkiContent.Certificate _,
            PkiContent.Private _,
            PkiContent.Locked _,
            PkiContent.Other _ -> {}
      }
    }
    throw new CommandException(
        ExitCode.BAD_INPUT_FILE,
        "%s holds %s%s; expected one certificate request or one public key"
            .formatted(
                input.name(),
                input.items().getFirst().description(),
                input.items().size() > 1 ? " and more" : ""));
  }

  private Applicant ofRequest(CertificateRequest request, String source) {
    if (!request.signatureFits()) {
      throw new CommandException(
          ExitCode.BAD_INPUT_FILE,
          "%s: the request's signature does not fit its public key: it was changed on the way, or who made it has not the private key; ask for a new one"
              .formatted(source));
    }
    if (request.subject().getName().isEmpty() && !nameOptions.hasName()) {
      throw new CommandException(
          ExitCode.USAGE, "%s asks for no name: give one with --name".formatted(source));
    }
    List<String> dnsNames =
        Stream.concat(request.dnsNames().stream(), nameOptions.dnsNames().stream())
            .distinct()
            .toList();
    List<InetAddress> addresses =
        Stream.concat(request.addresses().stream(), nameOptions.addresses().stream())
            .distinct()
            .toList();
    PrintWriter console = spec.commandLine().getOut();
    List<String> taken =
        Stream.concat(
                request.dnsNames().stream(),
                request.addresses().stream().map(InetAddress::getHostAddress))
            .toList();
    if (!taken.isEmpty()) {
      console.println("taken over from the request: " + FactsText.joined(taken));
    }
    request.leftOut().forEach(part -> console.println("left out of the request: " + part));
    return new Applicant(
        new NameOptions.Names(nameOptions.subjectOr(request.subject()), dnsNames, addresses),
        request.publicKey());
  }

  private Applicant ofPublicKey(PublicKey key, String source) {
    if (!nameOptions.hasName()) {
      throw new CommandException(
          ExitCode.USAGE,
          "%s is a public key, which says nothing of its owner: give a name with --name"
              .formatted(source));
    }
    return new Applicant(nameOptions.chooseForServer(""), key);
  }

  private void warnOfTheCasDates(X509Certificate authority, Instant until) {
    Instant end = authority.getNotAfter().toInstant();
    if (end.isBefore(until)) {
      spec.commandLine()
          .getErr()
          .println(
              "wiced-sim cert sign: the CA's own certificate ends earlier, %s: nobody verifies the new one after that"
                  .formatted(FactsText.moment(end)));
    }
  }
}
