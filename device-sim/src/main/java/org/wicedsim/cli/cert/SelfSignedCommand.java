package org.wicedsim.cli.cert;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.wicedsim.cli.ExitCode;
import org.wicedsim.pki.CertificateFacts;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.Purpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `wiced-sim cert self-signed`: a key and the certificate that it signed itself.
@Command(
    name = "self-signed",
    description = {
      "Make a key, and a certificate that it signs itself.",
      "Nobody vouches for such a certificate: who shall trust it needs a copy of it."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim cert self-signed",
      "  ./wiced-sim cert self-signed --name wwep.ww101.cypress.com --ip 198.51.100.3 --ec",
      "  ./wiced-sim cert self-signed --days 30 --out site.pem --key-out site.key --force"
    })
final class SelfSignedCommand implements Callable<Integer> {
  private static final int DEFAULT_DAYS = 365;

  @Spec private CommandSpec spec;

  @Mixin private NameOptions nameOptions;

  @Mixin private MakeOptions.Key keyOption;

  @Mixin private MakeOptions.Days daysOption;

  @Mixin private MakeOptions.Force forceOption;

  @Option(
      names = "--out",
      paramLabel = "F",
      defaultValue = "certificate.pem",
      description = "Where the certificate goes. (Default: ${DEFAULT-VALUE})")
  private Path out = Path.of("");

  @Option(
      names = "--key-out",
      paramLabel = "F",
      defaultValue = "key.pem",
      description = "Where the private key goes, for your eyes only. (Default: ${DEFAULT-VALUE})")
  private Path keyOut = Path.of("");

  @Override
  public Integer call() {
    NameOptions.Names names = nameOptions.chooseForServer("localhost");
    Instant from = MakeOptions.now();
    Instant until = daysOption.until(from, DEFAULT_DAYS);
    CertificateSpec wanted =
        NameOptions.asUsage(() ->
            CertificateSpec.of(names.subject(), Purpose.SERVER, from, until)
                .withAlternativeNames(names.dnsNames(), names.addresses()));
    Identity made = CertificateMaker.selfSigned(wanted, keyOption.kind());
    forceOption
        .files()
        .addSecret(keyOut, Pem.encode(made.privateKey()))
        .add(out, Pem.encode(made.chain()))
        .write();
    PrintWriter console = spec.commandLine().getOut();
    tell(console, keyOut, out, made.certificate());
    return ExitCode.OK.code();
  }

  /// Says what was written.
  static void tell(PrintWriter console, Path keyFile, Path file, X509Certificate certificate) {
    CertificateFacts facts = CertificateFacts.of(certificate);
    console.println("%s: private key, %s; keep it to yourself".formatted(keyFile, facts.key()));
    console.println(describe(file, facts));
  }

  /// One line about a certificate's file.
  static String describe(Path file, CertificateFacts facts) {
    return "%s: certificate of %s, %s, valid until %s"
        .formatted(
            file,
            facts.subject(),
            facts.selfSigned() ? "self-signed" : "signed by " + facts.issuer(),
            FactsText.moment(facts.notAfter()));
  }
}
