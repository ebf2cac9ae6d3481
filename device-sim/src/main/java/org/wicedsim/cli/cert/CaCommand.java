package org.wicedsim.cli.cert;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.wicedsim.cli.ExitCode;
import org.wicedsim.pki.CertificateMaker;
import org.wicedsim.pki.CertificateSpec;
import org.wicedsim.pki.Identity;
import org.wicedsim.pki.Pem;
import org.wicedsim.pki.Purpose;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `wiced-sim cert ca`: a certificate authority of one's own, a root or an intermediate.
@Command(
    name = "ca",
    description = {
      "Make a certificate authority: a key, and a certificate that may sign others.",
      "It is a root, unless --issuer makes it an intermediate below another CA."
    },
    footer = {
      "",
      "Examples:",
      "  ./wiced-sim cert ca --name 'Class root'",
      "  ./wiced-sim cert ca --name 'Lab 3' --issuer ca.pem --issuer-key ca-key.pem \\",
      "      --out lab.pem --key-out lab-key.pem",
      "",
      "An intermediate's file holds what a server sends: itself, and the CAs up to the root."
    })
final class CaCommand implements Callable<Integer> {
  private static final int DEFAULT_DAYS = 3_650;

  @Spec private CommandSpec spec;

  @Mixin private MakeOptions.Key keyOption;

  @Mixin private MakeOptions.Days daysOption;

  @Mixin private MakeOptions.Force forceOption;

  @Option(
      names = "--name",
      paramLabel = "CN",
      defaultValue = "wiced-sim CA",
      description = "The CA's common name. (Default: ${DEFAULT-VALUE})")
  private String name = "";

  @ArgGroup(exclusive = false)
  private @Nullable Issuer issuer;

  @Option(
      names = "--path-length",
      paramLabel = "N",
      description = {
        "How many CAs may follow below this one.",
        "(Default: any number for a root, 0 for an intermediate)"
      })
  private @Nullable Integer pathLength;

  @Option(
      names = "--out",
      paramLabel = "F",
      defaultValue = "ca.pem",
      description = "Where the certificate goes. (Default: ${DEFAULT-VALUE})")
  private Path out = Path.of("");

  @Option(
      names = "--key-out",
      paramLabel = "F",
      defaultValue = "ca-key.pem",
      description = "Where the private key goes, for your eyes only. (Default: ${DEFAULT-VALUE})")
  private Path keyOut = Path.of("");

  private static final class Issuer {
    @Option(
        names = "--issuer",
        paramLabel = "F",
        required = true,
        description = "The certificate of the CA above, PEM.")
    private Path certificate = Path.of("");

    @Option(
        names = "--issuer-key",
        paramLabel = "F",
        required = true,
        description = "The private key of --issuer, PEM.")
    private Path key = Path.of("");
  }

  @Override
  public Integer call() {
    CertificateSpec wanted = wanted();
    Identity made =
        issuer == null
            ? CertificateMaker.selfSigned(wanted, keyOption.kind())
            : CertificateMaker.issuedBy(
                Pem.identity(issuer.certificate, issuer.key), wanted, keyOption.kind());
    forceOption
        .files()
        .addSecret(keyOut, Pem.encode(made.privateKey()))
        .add(out, Pem.encode(made.chain()))
        .write();
    SelfSignedCommand.tell(spec.commandLine().getOut(), keyOut, out, made.certificate());
    return ExitCode.OK.code();
  }

  private CertificateSpec wanted() {
    Instant from = MakeOptions.now();
    Instant until = daysOption.until(from, DEFAULT_DAYS);
    return NameOptions.asUsage(() -> {
      X500Principal subject = CertificateSpec.commonName(name);
      CertificateSpec authority = CertificateSpec.of(subject, Purpose.CA, from, until);
      if (pathLength != null) {
        return authority.withPathLength(pathLength);
      }
      return issuer == null ? authority : authority.withPathLength(0);
    });
  }
}
